import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';

/** Today's ID, as the extension counts days. */
function idOfToday(prefix: 'CR' | 'CHG', sequence: string): string {
  const day = new Date().toISOString().slice(0, 10);
  return `${prefix}-${prefix === 'CR' ? day : day.replaceAll('-', '')}-${sequence}`;
}

describe('a user of the packaged extension', () => {
  let workbench: Workbench;

  beforeEach(async () => {
    workbench = await Workbench.open();
  });
  afterEach(() => workbench.close());

  it('makes a change request by keyboard alone, with Enter for everything but the title', async () => {
    await workbench.openPalette('Changegate: New Change Request');
    await workbench.quickPick('Changegate: New Change Request').waitFor();
    await workbench.press('Enter');
    await workbench.page.getByText('New Change Request (1/4)').waitFor();
    await workbench.answer('Weigh parcels twice');
    for (const step of ['(2/4)', '(3/4)', '(4/4)']) {
      await workbench.page.getByText(step).waitFor();
      await workbench.press('Enter');
    }
    const id = idOfToday('CR', '001');
    await workbench.tab(`${id}.md`).waitFor();
    const path = `${requests}/${id}.md`;
    const placeholder = workbench.editor.locator('.view-line', { hasText: 'What problem are we solving?' });
    await placeholder.waitFor();
    const text = workbench.read(path);
    assert.match(text, new RegExp(`^# Change Request: ${id}$`, 'm'));
    assert.match(text, /^\*\*Title\*\*: Weigh parcels twice$/m);
    assert.match(text, /^\*\*Requestor\*\*: Ana Ruiz <ana\.ruiz@example\.com>$/m);
    assert.match(text, /^\*\*Category\*\*: FEATURE$/m);
    assert.match(text, /^- \[x\] P2 - MEDIUM/m);
    assert.match(text, /^- \[x\] NORMAL/m);
    assert.equal(text.match(/^\| \d{4}-/gm)?.length, 1);
    // The placeholder of the problem statement is selected: what is typed takes its place, and undo brings it back.
    await workbench.type('Parcels are billed by a weight that nobody checked.');
    await workbench.editor.locator('.view-line', { hasText: 'billed by a weight' }).waitFor();
    // Undo goes back word by word.
    for (let steps = 0; steps < 12 && !(await placeholder.isVisible()); steps++) {
      await workbench.press('ControlOrMeta+z');
    }
    await placeholder.waitFor();
  });

  it('goes back in the wizard, and leaves it with Escape without a trace', async () => {
    await workbench.runCommand('Changegate: New Change Record');
    await workbench.answer('Move the cache');
    await workbench.page.getByText('(2/3)').waitFor();
    await workbench.page.locator('.quick-input-titlebar').getByRole('button', { name: 'Back' }).click();
    await workbench.page.getByText('(1/3)').waitFor();
    assert.equal(await workbench.quickInput.inputValue(), 'Move the cache');
    await workbench.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    assert.equal(
      existsSync(join(workbench.folder, 'docs/processes/change-records', `${idOfToday('CHG', '001')}.md`)),
      false,
    );
  });

  it('makes a change record of the type that was picked', async () => {
    await workbench.runCommand('Changegate: New Change Record');
    await workbench.answer('Move the cache');
    await workbench.page.getByText('(2/3)').waitFor();
    await workbench.answer('Emergency');
    await workbench.page.getByText('(3/3)').waitFor();
    await workbench.press('Enter');
    const id = idOfToday('CHG', '001');
    await workbench.tab(`${id}.md`).waitFor();
    const text = workbench.read(`docs/processes/change-records/${id}.md`);
    assert.match(text, /^\*\*Type\*\*: Emergency$/m);
    assert.match(text, /^\*\*Status\*\*: DRAFT$/m);
  });

  it('sees all records in the sidebar and opens one', async () => {
    await workbench.showContainer('Changes');
    await workbench.treeRow('Proposed').waitFor();
    await workbench.treeRow('Rotate the keys that sign tracking links').waitFor();
    await workbench.treeRow('Retry webhooks').click();
    await workbench.tab('CR-2026-03-02-001.md').waitFor();
  });

  it('hovers a squiggle, follows the other place and applies a quick fix', async () => {
    await workbench.openFile(`${requests}/CR-2026-03-10-001.md`);
    await workbench.goTo(344, 26);
    await workbench.squiggles('error').first().waitFor();
    const hover = await workbench.hover();
    assert.match(hover, /The overall risk is LOW, but "The import doubles shipments" scores 6, which is HIGH\./);
    assert.match(hover, /CG503/);
    await workbench.press('Escape');
    await workbench.goTo(344, 26);
    assert.deepEqual((await workbench.codeActions()).slice(0, 1), ['Write HIGH']);
    await workbench.codeAction('Write HIGH').click();
    await workbench.editor
      .locator('.view-line', { hasText: 'Overall Risk Level: HIGH' })
      .or(workbench.editor.locator('.view-line', { hasText: '**Overall Risk Level**: HIGH' }))
      .first()
      .waitFor();
    await workbench.save();
    assert.match(workbench.read(`${requests}/CR-2026-03-10-001.md`), /^\*\*Overall Risk Level\*\*: HIGH$/m);
  });

  it('follows the code of a finding to the page of its rule', async () => {
    await workbench.openFile(`${requests}/CR-2026-03-04-001.md`);
    await workbench.goTo(116, 28);
    await workbench.squiggles('error').first().waitFor();
    // A hover may go again before the pointer is there.
    for (let tries = 0; ; tries++) {
      await workbench.hover();
      try {
        await workbench.page.locator('.monaco-hover a:visible', { hasText: 'CG308' }).first().click({ timeout: 3_000 });
        break;
      } catch (error) {
        if (tries === 10) throw error;
      }
    }
    await workbench.tab('CG308.md').waitFor();
  });
});
