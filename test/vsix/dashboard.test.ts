import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/run.mjs';
import { sharedWorkbench } from './sharedWorkbench';
import { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const settings = { 'editor.minimap.enabled': false, 'editor.fontSize': 13, 'files.simpleDialog.enable': true };
const hostile = '<img src=x onerror=alert(1)>[x](command:workbench.action.closeWindow)</h1><script>alert(2)</script>';
const policy = `version: 1
windows:
  - { name: Tuesday night, on: every Tuesday, from: "22:00", to: "02:00", use: Planned maintenance }
freezes:
  - { name: Quarter end, from: 2026-03-27, to: 2026-04-02, reason: Books are closed }
`;

describe('the governance dashboard and the change calendar, as a person uses them', () => {
  let workbench: Workbench;

  sharedWorkbench(
    () => ({ settings, size: { width: 1440, height: 900 } }),
    async (opened) => {
      workbench = opened;
      const { folder } = opened;
      mkdirSync(join(folder, '.changegate'), { recursive: true });
      writeFileSync(join(folder, '.changegate/policy.yml'), policy);
      writeFileSync(
        join(folder, requests, 'CR-2026-03-30-001.md'),
        readFileSync(join(folder, requests, 'CR-2026-02-16-001.md'), 'utf8')
          .replaceAll('CR-2026-02-16-001', 'CR-2026-03-30-001')
          .replace('Rotate the keys that sign tracking links', hostile),
      );
      await openDashboard();
    },
  );

  const page = () => workbench.webview;
  const section = (id: string) => page().locator(`[data-section="${id}"]`);
  const row = (text: string) => section('records').locator('.entry', { hasText: text });

  async function openDashboard(): Promise<void> {
    await workbench.runCommand('Changegate: Governance Dashboard');
    await page().locator('h1', { hasText: 'Governance Dashboard' }).waitFor();
  }

  async function openCalendar(): Promise<void> {
    await workbench.runCommand('Changegate: Change Calendar');
    await page().locator('.month').waitFor();
  }

  /** Makes the page so wide, whatever of the window is beside it. */
  async function widen(width: number): Promise<void> {
    const wide = () =>
      page()
        .locator('html')
        .evaluate((html) => html.clientWidth);
    for (let tries = 0; tries < 5 && Math.abs((await wide()) - width) > 4; tries++) {
      const { width: all } = workbench.page.viewportSize() ?? assert.fail();
      await workbench.page.setViewportSize({
        width: Math.max(500, all + width - (await wide())),
        height: width < 400 ? 1800 : 1200,
      });
      await page()
        .locator('html')
        .evaluate((html) => new Promise((done) => html.ownerDocument.defaultView?.requestAnimationFrame(done)));
    }
    const hidden = await page()
      .locator('html')
      .evaluate((html) => html.scrollWidth - html.clientWidth);
    assert.equal(hidden, 0, `nothing is cut off at ${String(width)} px`);
  }

  it('opens by the palette with everything that belongs in it', async () => {
    const headings = await page().locator('h2').allInnerTexts();
    for (const heading of ['Status', 'Waits for', 'Probability × impact', 'Records', 'Due', 'Overlaps', 'Metrics'])
      assert.ok(headings.includes(heading), `${heading}; there are ${headings.join(', ')}`);
    assert.ok((await section('records').locator('.entry').count()) >= 10);
    assert.ok((await page().locator('svg.cg-picture').count()) >= 4);
  });

  it('narrows its list by keys alone, and says so', async () => {
    await section('glance').locator('.figure').first().click();
    await section('records').locator('.chip', { hasText: 'Open' }).waitFor();
    await workbench.tabTo(page().locator('[data-what="status:PROPOSED"].bar'));
    await workbench.press('Space');
    await section('records').locator('.chip', { hasText: 'Proposed' }).waitFor();
    // The keyboard stays on the bar, though it was drawn again.
    await page().locator('[data-what="status:PROPOSED"][aria-pressed=true]:focus').waitFor();
    assert.match(await page().locator('[role=status]').innerText(), /^\d records$/);
    await row('Rotate the keys').waitFor();
    assert.equal(await row('Retry webhooks').count(), 0);
    await workbench.press('Space');
    await section('records').locator('.chip', { hasText: 'Open' }).click();
    await row('Retry webhooks').waitFor();
  });

  it('leaves the keyboard where it is when the thing goes that has it', async () => {
    const more = '[data-section=records] [data-act=unfold]';
    const last = await section('records').locator('.entry').last().getAttribute('id');
    await page().locator(more).focus();
    await workbench.press('Enter');
    await page().locator(more).waitFor({ state: 'detached' });
    // One Tab further is the first row that is new.
    await page()
      .locator(`[id="${last ?? ''}"]:focus`)
      .waitFor();
    await section('glance').locator('.figure').first().click();
    await section('records').locator('.chip', { hasText: 'Open' }).focus();
    await workbench.press('Enter');
    await page().locator('[data-section=records] .entry:focus').waitFor();
  });

  it('opens a record from a row, and comes back as it was', async () => {
    await section('metric.request-to-approval').locator('summary').first().click();
    await section('metric.request-to-approval').locator('details[open] .entry').first().focus();
    const scroll = () =>
      page()
        .locator('html')
        .evaluate((html) => html.scrollTop);
    const before = await scroll();
    assert.ok(before > 0);
    await workbench.press('Enter');
    await workbench.page.locator('.tabs-container .tab.active', { hasText: /C(R|HG)-2026/ }).waitFor();
    await workbench.tab('Governance Dashboard').click();
    await section('metric.request-to-approval').locator('details[open]').first().waitFor();
    assert.equal(await scroll(), before);
  });

  it('tells the records behind a quarter of a chart, by the keys', async () => {
    const chart = section('metric.revision-cycles').locator('svg [tabindex="0"]').first();
    await chart.focus();
    await workbench.press('Enter');
    await section('metric.revision-cycles')
      .locator('h3', { hasText: /\d{4}-Q\d/ })
      .first()
      .waitFor();
  });

  it('shows one quarter of the metrics', async () => {
    await page().getByLabel('Quarter of the metrics').selectOption('2026-Q1');
    await section('metrics').waitFor();
    assert.equal(await page().getByLabel('Quarter of the metrics').inputValue(), '2026-Q1');
    await page().getByLabel('Quarter of the metrics').selectOption('');
  });

  it('follows the records', async () => {
    const count = section('status').locator('[data-what="status:PROPOSED"] .count');
    const before = Number(await count.innerText());
    const path = join(workbench.folder, requests, 'CR-2026-03-02-001.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('**Status**: IN_PROGRESS', '**Status**: PROPOSED'));
    await section('status')
      .locator('[data-what="status:PROPOSED"] .count', { hasText: String(before + 1) })
      .waitFor();
  });

  it('writes itself where a person wants it', async () => {
    await page().getByRole('button', { name: 'Export…' }).click();
    await workbench.quickPicks.filter({ hasText: 'CSV' }).click();
    await workbench.page.locator('.quick-input-title', { hasText: 'Export…' }).waitFor();
    await workbench.press('Enter');
    await workbench.notifications.filter({ hasText: 'governance-dashboard.csv was written.' }).waitFor();
    assert.ok(existsSync(join(workbench.folder, 'governance-dashboard.csv')));
  });

  it('shows hostile words as words', async () => {
    await page().locator('[data-what="status:PROPOSED"].bar').click();
    await row('<img src=x onerror=alert(1)>').waitFor();
    assert.equal(await page().locator('main :is(img, script, iframe, a, style)').count(), 0);
  });

  it('goes through the months by keys, and tells a day', async () => {
    await openCalendar();
    // Anyone who opens the calendar by keys goes on by keys.
    await page().locator('.month td.today:focus').waitFor();
    const label = await page().locator('h1').innerText();
    await workbench.press('PageDown');
    await page().locator('h1').filter({ hasNotText: label }).waitFor();
    await page().locator('.month td:focus').waitFor();
    await workbench.press('PageUp');
    await page().locator('h1', { hasText: label }).waitFor();
    await page().locator('.month td:focus').waitFor();
    await workbench.press('ArrowRight', 'ArrowLeft', 'Enter');
    await page().locator('.month td[aria-selected=true]:focus').waitFor();
    await workbench.press('Enter');
    await page().locator('.month td[aria-selected=false]:focus').waitFor();
  });

  it('shows windows and freezes of the policy, each kind for itself', async () => {
    for (let steps = 0; steps < 240; steps++) {
      const title = await page().locator('h1').innerText();
      if (title === 'March 2026') break;
      const isLater = Date.parse(`1 ${title} UTC`) > Date.UTC(2026, 2, 1);
      await page()
        .getByRole('button', { name: isLater ? 'Previous month' : 'Next month' })
        .click();
      await page().locator('h1').filter({ hasNotText: title }).waitFor();
    }
    await section('month').locator('td.frozen').first().waitFor();
    await section('list').locator('.entry', { hasText: 'Quarter end' }).first().waitFor();
    await section('month').locator('.chip', { hasText: 'Windows' }).click();
    await section('month').locator('td.frozen').first().waitFor({ state: 'detached' });
    await section('list').locator('.entry', { hasText: 'Tuesday night' }).first().waitFor();
    await section('month').locator('.chip', { hasText: 'Windows' }).click();
    await section('month').locator('td.frozen').first().waitFor();
  });

  it('is whole in every theme, at 300, 700 and 1200 px', async () => {
    await workbench.press('ControlOrMeta+b');
    for (const width of [300, 700, 1200]) {
      await widen(width);
      await workbench.pictures(`calendar ${String(width)}`);
    }
    await openDashboard();
    for (const width of [300, 700, 1200]) {
      await widen(width);
      await workbench.pictures(`dashboard ${String(width)}`);
    }
  });
});

describe('the governance dashboard of other workspaces', () => {
  /** Two folders, each with a draft. */
  function twoFolders(): string {
    const root = realpathSync(temporaryFolder('dashboard'));
    const titles = { api: 'Weigh parcels twice', shop: 'Print labels in color' };
    for (const [name, title] of Object.entries(titles)) {
      mkdirSync(join(root, name, requests), { recursive: true });
      const text = `# Change Request: CR-2026-05-04-001\n\n**Status**: DRAFT\n\n## Basic Information\n\n**Title**: ${title}\n`;
      writeFileSync(join(root, name, requests, 'CR-2026-05-04-001.md'), text);
    }
    const file = join(root, 'both.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: Object.keys(titles).map((path) => ({ path })) }));
    return file;
  }

  it('shows several folders together, or one of them', async () => {
    const workbench = await Workbench.open({ workspaceFile: twoFolders() });
    try {
      await workbench.runCommand('Changegate: Governance Dashboard');
      const entries = workbench.webview.locator('[data-section="records"] .entry');
      await entries.nth(1).waitFor();
      assert.deepEqual((await entries.locator('.title').allInnerTexts()).sort(), [
        'Print labels in color',
        'Weigh parcels twice',
      ]);
      await workbench.webview.getByLabel('Folder', { exact: true }).selectOption('shop');
      await entries.nth(1).waitFor({ state: 'detached' });
      assert.deepEqual(await entries.locator('.title').allInnerTexts(), ['Print labels in color']);
      await entries.first().click();
      await workbench.tab('CR-2026-05-04-001.md').waitFor();
      await workbench.editor.locator('.view-line', { hasText: 'Print labels in color' }).waitFor();
    } finally {
      await workbench.close();
    }
  });

  it('says how to begin where there is no record', async () => {
    const workbench = await Workbench.open({ folder: realpathSync(temporaryFolder('empty')) });
    try {
      await workbench.runCommand('Changegate: Governance Dashboard');
      await workbench.webview.getByText('There is no change record yet.', { exact: true }).waitFor();
      await workbench.screenshot('dashboard empty');
      await workbench.webview.getByRole('button', { name: 'New Change Request' }).click();
      await workbench.quickInput.waitFor();
      await workbench.press('Escape');
      const title = new RegExp(`^${new Date().toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })} `);
      await workbench.runCommand('Changegate: Change Calendar');
      await workbench.webview.locator('h1', { hasText: title }).waitFor();
    } finally {
      await workbench.close();
    }
  });
});
