import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { sharedWorkbench } from './sharedWorkbench';
import type { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const proposed = `${requests}/CR-2026-02-16-001.md`;
/** A record whose second risk tells no probability in its list. */
const unrated = `${requests}/CR-2026-03-30-002.md`;
const settings = { 'editor.minimap.enabled': false, 'editor.fontSize': 13 };
const hostile =
  '<img src=x onerror=alert(1)>[x](command:workbench.action.closeWindow)$(zap)</h1><script>alert(2)</script>';

describe('the panel of a record, as a person uses it', () => {
  let workbench: Workbench;

  async function begin(opened: Workbench): Promise<void> {
    workbench = opened;
    writeFileSync(
      join(workbench.folder, requests, 'CR-2026-03-30-001.md'),
      readFileSync(join(workbench.folder, proposed), 'utf8')
        .replaceAll('CR-2026-02-16-001', 'CR-2026-03-30-001')
        .replace('Rotate the keys that sign tracking links', hostile)
        .replaceAll('Partners keep verifying with the old key only', `${hostile} javascript:alert(3)`),
    );
    writeFileSync(
      join(workbench.folder, unrated),
      readFileSync(join(workbench.folder, proposed), 'utf8')
        .replaceAll('CR-2026-02-16-001', 'CR-2026-03-30-002')
        .replace(/(2\. \*\*Risk\*\*.*\n) +- \*\*Probability\*\*.*\n/, '$1'),
    );
    await open(proposed);
  }
  sharedWorkbench(() => ({ settings, size: { width: 1440, height: 900 } }), begin);

  const page = () => workbench.webview;
  const textEditor = () => workbench.page.locator('.editor-group-container').first().locator('.monaco-editor').first();
  const line = (text: string | RegExp) => textEditor().locator('.view-line', { hasText: text }).first();
  const risk = (number: number): Locator => page().locator(`svg [data-item^="risk.list.${String(number)}."]`);
  const cell = (probability: number, impact: number): Locator =>
    page().locator(`[data-row="${String(probability)}"][data-column="${String(impact)}"]`);

  async function open(path: string): Promise<void> {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
    await workbench.page.locator('.editor-group-container').first().click();
    await workbench.openFile(path);
    await workbench.runCommand('Changegate: Show Lifecycle and Risk');
    await page().locator('.id', { hasText: id }).waitFor();
  }

  /** Takes steps back in the text, once a click on the panel has brought the keyboard there. */
  async function undo(steps = 1): Promise<void> {
    await workbench.page.locator('.editor-group-container').first().locator('.monaco-editor.focused').waitFor();
    for (let step = 0; step < steps; step++) await workbench.press('ControlOrMeta+z');
  }

  it('opens beside the text by the palette, with everything that belongs in it', async () => {
    await line('Change Request: CR-2026-02-16-001').waitFor();
    assert.equal(await page().locator('h1').innerText(), 'Rotate the keys that sign tracking links');
    assert.deepEqual(await page().locator('h2').allInnerTexts(), [
      'Lifecycle',
      'Statuses',
      'Risk',
      'Approvals',
      'Plan',
      'Dependencies',
    ]);
    assert.equal(await page().locator('.cg-lifecycle .cg-here').count(), 1);
    await page().getByRole('button', { name: 'Move to Approved' }).waitFor();
    await page().getByText('The Security Team has not approved it.').first().waitFor();
  });

  it('goes to the text at a click on a node, a row and a table', async () => {
    await page().locator('.cg-lifecycle [data-part="impact-assessment"]').click();
    await line('Impact Assessment').waitFor();
    await page().locator('.risks button', { hasText: 'not picked up by one signer' }).click();
    await line('The new key is not picked up by one signer').waitFor();
    await page().locator('[data-section="approvals"] summary').click();
    await page().locator('[data-section="approvals"] table button').first().click();
    await line('Technical Lead').waitFor();
  });

  it('follows what is typed, and keeps what is open and what has the keyboard', async () => {
    await page().locator('[data-section="risk"] summary').click();
    await workbench.press('ControlOrMeta+1');
    await workbench.goTo(12, 12);
    await workbench.press('End');
    await workbench.type(' today');
    await page().locator('h1', { hasText: 'tracking links today' }).waitFor();
    assert.equal(await page().locator('[data-section="risk"] details').getAttribute('open'), '');
    await workbench.press('ControlOrMeta+z');
    await page()
      .locator('h1', { hasText: /tracking links$/ })
      .waitFor();
  });

  it('moves a risk by keys alone, and one undo takes it back', async () => {
    await workbench.press('ControlOrMeta+2');
    await workbench.tabTo(page().locator('svg [data-item^="risk.list.2."]'));
    assert.match((await risk(2).getAttribute('aria-label')) ?? '', /^Risk 2, 3 MEDIUM/);
    await workbench.press('ArrowUp', 'ArrowUp', 'ArrowLeft');
    await page().locator('svg [data-item^="risk.list.2."][aria-label^="Risk 2, 6 HIGH"]').waitFor();
    // The keyboard stays on the risk, also when the page is drawn again.
    await page().locator('svg [data-item^="risk.list.2."]:focus').waitFor({ state: 'attached' });
    assert.match(await page().locator('[role=status]').innerText(), /probability High, impact Medium/);
    await page().locator('.risks button', { hasText: 'not picked up by one signer' }).click();
    await line('signer | H | M |').waitFor();
    await undo(3);
    await page().locator('svg [data-item^="risk.list.2."][aria-label^="Risk 2, 3 MEDIUM"]').waitFor();
    await line('signer | L | H |').waitFor();
  });

  it('drags a risk to another cell, and leaves it where it is with Escape', async () => {
    const { mouse } = workbench.page;
    const middle = async (target: Locator): Promise<[number, number]> => {
      await target.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await target.boundingBox()) ?? assert.fail();
      return [x + width / 2, y + height / 2];
    };
    await mouse.move(...(await middle(risk(1))));
    await mouse.down();
    await mouse.move(...(await middle(cell(1, 2))), { steps: 5 });
    await page().locator('.drop').waitFor();
    await workbench.press('Escape');
    await mouse.up();
    assert.match((await risk(1).getAttribute('aria-label')) ?? '', /^Risk 1, 6 HIGH/);
    await mouse.move(...(await middle(risk(1))));
    await mouse.down();
    await mouse.move(...(await middle(cell(1, 1))), { steps: 5 });
    await mouse.up();
    await page().locator('svg [data-item^="risk.list.1."][aria-label^="Risk 1, 1 LOW"]').waitFor();
    await page().locator('.risks button', { hasText: 'Partners keep verifying' }).click();
    await line('only | L | L |').waitFor();
    await undo();
    await page().locator('svg [data-item^="risk.list.1."][aria-label^="Risk 1, 6 HIGH"]').waitFor();
  });

  it('moves a risk by choosing a level', async () => {
    await page().getByLabel('Impact: Partners keep verifying with the old key only').selectOption('Low');
    await page().locator('svg [data-item^="risk.list.1."][aria-label^="Risk 1, 2 LOW"]').waitFor();
    await page().locator('.risks button', { hasText: 'Partners keep verifying' }).click();
    await undo();
    await page().locator('svg [data-item^="risk.list.1."][aria-label^="Risk 1, 6 HIGH"]').waitFor();
  });

  it('rates a risk that tells no probability: what is chosen is written, and nothing else', async () => {
    await open(unrated);
    const name = 'The new key is not picked up by one signer';
    assert.equal(await risk(2).count(), 0);
    await page().getByLabel(`Impact: ${name}`).selectOption('Medium');
    await page().locator('.risks button', { hasText: name }).click();
    await line('- **Impact**: Medium').waitFor();
    assert.equal(await risk(2).count(), 0);
    await page().getByLabel(`Probability: ${name}`).selectOption('High');
    await page().locator('svg [data-item^="risk.list.2."][aria-label^="Risk 2, 6 HIGH"]').waitFor();
    await line('- **Probability**: High').waitFor();
    await page().locator('.risks button', { hasText: name }).click();
    await undo(2);
    await risk(2).waitFor({ state: 'detached' });
    await line('signer | L | H |').waitFor();
    await open(proposed);
  });

  it('begins the move that is next, and says what is missing for it', async () => {
    await page().getByRole('button', { name: 'Move to Approved' }).click();
    await workbench.quickPicks.filter({ hasText: 'The Security Team has not approved it.' }).first().waitFor();
    await workbench.press('Escape');
  });

  it('makes another move, with the reason that belongs to it', async () => {
    await page().locator('summary', { hasText: 'Other moves' }).click();
    await page().getByRole('button', { name: 'Move to Cancelled', exact: true }).click();
    await workbench.answer('The partners stopped verifying.');
    await page().locator('.status', { hasText: 'Cancelled' }).waitFor();
    assert.equal(await page().locator('.primary').count(), 0);
    await page().locator('h1 button').click();
    await undo();
    await page().locator('.status', { hasText: 'Proposed' }).waitFor();
  });

  it('comes back as it was after it was out of view', async () => {
    await page().locator('[data-section="plan"] summary').click();
    await page().locator('[data-section="plan"] details[open]').waitFor();
    await page().locator('[data-section="plan"]').scrollIntoViewIfNeeded();
    const scroll = () =>
      page()
        .locator('html')
        .evaluate((html) => html.scrollTop);
    const before = await scroll();
    assert.ok(before > 0);
    await workbench.press('ControlOrMeta+2');
    await workbench.openFile('README.md');
    await workbench.page.locator('iframe.webview').first().waitFor({ state: 'hidden' });
    await workbench.tab('CR-2026-02-16-001').last().click();
    await page().locator('[data-section="plan"] details[open]').waitFor();
    assert.equal(await scroll(), before);
  });

  it('shows hostile words as words', async () => {
    await open(`${requests}/CR-2026-03-30-001.md`);
    assert.match(await page().locator('h1').innerText(), /^<img src=x onerror=alert\(1\)>/);
    assert.equal(await page().locator('main :is(img, script, iframe, a, style)').count(), 0);
    await page().locator('.risks button', { hasText: '<script>alert(2)</script> javascript:alert(3)' }).waitFor();
    assert.equal(await page().locator('svg [data-item]').count(), 2);
  });

  it('is whole in every theme, at 300, 700 and 1000 px', async () => {
    await open(`${requests}/CR-2026-03-02-001.md`);
    for (const width of [300, 700, 1000]) {
      const wide = () =>
        page()
          .locator('html')
          .evaluate((html) => html.clientWidth);
      for (let tries = 0; tries < 5 && Math.abs((await wide()) - width) > 4; tries++) {
        const { width: all } = workbench.page.viewportSize() ?? assert.fail();
        const before = await wide();
        await workbench.page.setViewportSize({ width: Math.max(500, all + (width - before) * 2), height: 1400 });
        await page()
          .locator('html')
          .evaluate((html) => new Promise((done) => html.ownerDocument.defaultView?.requestAnimationFrame(done)));
      }
      const { hidden, columns } = await page()
        .locator('main')
        .evaluate((main) => ({
          hidden: main.ownerDocument.documentElement.scrollWidth - main.ownerDocument.documentElement.clientWidth,
          columns: getComputedStyle(main).gridTemplateColumns.split(' ').length,
        }));
      assert.equal(hidden, 0, `nothing is cut off at ${String(width)} px`);
      assert.equal(columns, (await wide()) < 640 ? 1 : 2);
      await workbench.pictures(`panel ${String(width)}`);
    }
  });
});
