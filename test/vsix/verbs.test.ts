import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/run.mjs';
import { sharedWorkbench } from './sharedWorkbench';
import { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const draft = 'CR-2026-03-09-002';
const other = `${requests}/CR-2026-03-09-001.md`;
const proposed = `${requests}/CR-2026-02-16-001.md`;
const drifted = `${requests}/CR-2026-03-03-001.md`;
const settings = { 'editor.minimap.enabled': false, 'editor.fontSize': 13 };

describe('the verbs of a record by hand', () => {
  let workbench: Workbench;

  sharedWorkbench(
    () => ({ settings }),
    (opened) => void (workbench = opened),
  );

  const line = (text: string | RegExp) => workbench.editor.locator('.view-line', { hasText: text }).first();
  const titled = (text: string) => workbench.quickTitle.filter({ hasText: text }).waitFor();
  const status = (text: string) => workbench.page.locator('.statusbar-item', { hasText: text }).waitFor();

  it('asks once where assessments and plans are kept, and adds them there', async () => {
    await workbench.openFile(`${requests}/${draft}.md`);
    await workbench.runCommand('Changegate: Add Impact Assessment');
    await titled('Add Impact Assessment');
    await workbench.pictures('add document');
    await workbench.quickPick('In a file beside it').click();
    await workbench.tab(`${draft}-IMPACT-ASSESSMENT.md`).waitFor();
    await line('Assessed By: Ana Ruiz').or(line('Ana Ruiz')).first().waitFor();
    await workbench.pictures('impact assessment');
    await workbench.openFile(`${requests}/${draft}.md`);
    await workbench.runCommand('Changegate: Add Implementation Plan');
    await workbench.tab(`${draft}-IMPLEMENTATION-PLAN.md`).waitFor();
    assert.match(workbench.read('.vscode/settings.json'), /"changegate\.documents": "companion"/);
  });

  it('records feedback word by word, with the cursor behind it', async () => {
    await workbench.openFile(proposed);
    await workbench.runCommand('Changegate: Record Feedback…');
    await titled('Record feedback on CR-2026-02-16-001');
    await workbench.quickPicks.filter({ hasText: 'Sam Poe' }).waitFor();
    await workbench.pictures('feedback');
    await workbench.quickInput.fill('Sam');
    await workbench.press('Enter');
    await workbench.page.getByText('What did Sam Poe say?').waitFor();
    await workbench.type('The key of the staging system is missing.');
    await workbench.press('Enter');
    await workbench.quickPick('Leave it PROPOSED').waitFor();
    await workbench.press('Enter');
    await line('Sam Poe (Security Team): The key of the staging system is missing.').waitFor();
    // What is typed next takes nothing away.
    await workbench.type(' Again.');
    await line('The key of the staging system is missing. Again.').waitFor();
    await workbench.pictures('feedback written');
  });

  it('composes the notice of a state into the clipboard', async () => {
    await workbench.openFile(proposed);
    await workbench.runCommand('Changegate: Compose Notice…');
    await titled('Notice on CR-2026-02-16-001');
    await workbench.quickPick('Copy to Clipboard').waitFor();
    await workbench.pictures('notice');
    await workbench.press('Enter');
    await status('Notice copied');
    const notice: unknown = await workbench.page.evaluate('navigator.clipboard.readText()');
    assert.ok(typeof notice === 'string');
    assert.match(notice, /^CR-2026-02-16-001: Rotate the keys that sign tracking links – your decision is asked for\n/);
    assert.match(notice, /^The approval of the Security Team is missing\./m);
  });

  it('adds a row to the history by keyboard alone', async () => {
    await workbench.openFile(proposed);
    await workbench.runCommand('Changegate: Add Row to History…');
    await titled('Add a row to the history of CR-2026-02-16-001');
    await workbench.quickPick('PROPOSED').waitFor();
    await workbench.press('Enter');
    await workbench.page.getByText('What happened?').waitFor();
    await workbench.type('Numbers added');
    await workbench.press('Enter');
    await status('Row added to the history of CR-2026-02-16-001');
    await workbench.save();
    assert.match(workbench.read(proposed), /\| \d{4}-\d{2}-\d{2} \| PROPOSED \| Numbers added \|/);
  });

  it('shows what normalizing would change, drops it, and makes it', async () => {
    const before = workbench.read(drifted);
    const diff = workbench.tab('Normalize CR-2026-03-03-001');
    const button = (name: string) =>
      workbench.page.locator(`.editor-group-container.active .editor-actions [aria-label="${name}"]`);
    await workbench.openFile(drifted);
    await workbench.runCommand('Changegate: Normalize Record…');
    await diff.waitFor();
    await workbench.page
      .locator('.modified-in-monaco-diff-editor .view-line', { hasText: '**Status**: APPROVED' })
      .waitFor();
    await workbench.pictures('normalize');
    await button('Discard Changes').click();
    await diff.waitFor({ state: 'detached' });
    assert.equal(workbench.read(drifted), before);
    await workbench.runCommand('Changegate: Normalize Record…');
    await button('Apply Changes').waitFor();
    await workbench.runCommand('Changegate: Apply Changes');
    await diff.waitFor({ state: 'detached' });
    await line('**Status**: APPROVED').waitFor();
    await workbench.save();
    assert.match(workbench.read(drifted), /^- \[x\] P2 - MEDIUM/m);
  });

  it('renumbers by F2, with a preview of all that follows', async () => {
    await workbench.openFile(other);
    await workbench.goTo(1, 25);
    await workbench.lens('DRAFT').waitFor();
    await workbench.press('F2');
    await workbench.page.locator('.rename-box input').waitFor();
    await workbench.page.locator('.rename-box input').fill('CR-2026-03-09-007');
    await workbench.press('ControlOrMeta+Enter');
    const preview = workbench.page.locator('.panel .monaco-list-row');
    await preview.filter({ hasText: 'CR-2026-03-09-007.md' }).waitFor();
    await preview.filter({ hasText: 'README.md' }).waitFor();
    await workbench.pictures('renumber');
    await workbench.page.locator('.panel').getByRole('button', { name: 'Apply' }).click();
    await workbench.tab('CR-2026-03-09-007.md').waitFor();
    assert.equal(existsSync(join(workbench.folder, other)), false);
  });

  it('archives what is finished from the explorer, and asks about what is not', async () => {
    await workbench.showContainer('Changes');
    await workbench.contextMenu(workbench.treeRow('Show the courier'));
    await workbench.pictures('menu');
    await workbench.pickFromMenu('Archive Record');
    await status('CR-2026-02-20-001 archived');
    assert.ok(existsSync(join(workbench.folder, requests, '_archive/CR-2026-02-20-001.md')));
    // A menu is for the rows that are drawn.
    await workbench.treeRow(/^Archive\s*2$/).waitFor();
    await workbench.contextMenu(workbench.treeRow('Rotate the keys'));
    await workbench.pickFromMenu('Archive Record');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('CR-2026-02-16-001 is PROPOSED.').waitFor();
    await workbench.pictures('archive asks');
    await workbench.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.ok(existsSync(join(workbench.folder, proposed)));
  });
});

describe('an empty folder', () => {
  it('becomes a governed one, after a look at what is written', async () => {
    const workbench = await Workbench.open({ folder: temporaryFolder('empty'), settings });
    try {
      await workbench.showContainer('Changes');
      await workbench.page.locator('.sidebar .welcome-view-content').getByText('Initialize Governance').waitFor();
      await workbench.pictures('empty');
      await workbench.runCommand('Changegate: Initialize Governance…');
      const template = workbench.quickPicks.filter({ hasText: 'cr-template.md' });
      await template.hover();
      await workbench.pictures('initialize');
      await template.getByRole('button', { name: 'Show What It Holds' }).click();
      await workbench.tab('cr-template.md').waitFor();
      await workbench.pictures('initialize shown');
      await workbench.tickPick('extensions.json');
      await workbench.quickInput.press('Enter');
      await workbench.page.locator('.statusbar-item', { hasText: '7 files written' }).waitFor();
      assert.match(workbench.read('docs/processes/templates/cr-template.md'), /^\*\*Status\*\*:/m);
      assert.equal(existsSync(join(workbench.folder, '.vscode/extensions.json')), false);
      await workbench.tab('cr-template.md').waitFor({ state: 'detached' });
    } finally {
      await workbench.close();
    }
  });
});
