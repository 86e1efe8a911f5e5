import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfExamples } from '../../scripts/workspace.mjs';
import { sharedWorkbench } from './sharedWorkbench';
import type { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const approved = `${requests}/CR-2026-02-09-001.md`;
const inProgress = `${requests}/CR-2026-03-02-001.md`;
const drifted = `${requests}/CR-2026-03-03-001.md`;
const settings = { 'editor.minimap.enabled': false, 'editor.fontSize': 13 };

/** The sample workspace, with a process that its team made. */
function withOwnProcess(): string {
  const folder = copyOfExamples();
  mkdirSync(join(folder, '.changegate'), { recursive: true });
  const waiver = '  waiver:\n    extends: change-record\n    name: Waiver\n    ids: WV-YYYY-NNN\n';
  writeFileSync(join(folder, '.changegate/policy.yml'), `version: 1\nprocesses:\n${waiver}`);
  return folder;
}

describe('what somebody new to it tries', () => {
  let workbench: Workbench;

  sharedWorkbench(
    () => ({ settings, folder: withOwnProcess() }),
    (opened) => void (workbench = opened),
  );

  const line = (text: string | RegExp) => workbench.editor.locator('.view-line', { hasText: text }).first();

  it('says in words over a diff how to make or drop what it shows', async () => {
    await workbench.openFile(drifted);
    await workbench.runCommand('Changegate: Normalize Record…');
    const buttons = workbench.page.locator('.editor-group-container.active .editor-actions');
    await buttons.getByText('Apply Changes', { exact: true }).waitFor();
    await workbench.pictures('preview in words');
    await buttons.getByText('Discard Changes', { exact: true }).click();
    await workbench.tab('Normalize CR-2026-03-03-001').waitFor({ state: 'detached' });
  });

  it('keeps steps and selection where they are while a record is written', async () => {
    await workbench.openFile(inProgress);
    await workbench.showContainer('Changes');
    await workbench.treeRow('Retry webhooks').locator('.monaco-tl-twistie').click();
    await workbench
      .treeRow(/^Steps/)
      .locator('.monaco-tl-twistie')
      .click();
    await workbench.treeRow('Add error handling').waitFor();
    await workbench.treeRow('Retry webhooks').click();
    await workbench.goTo(12, 12);
    await workbench.type('All: ');
    const row = workbench.treeRow('All: Retry webhooks');
    await row.waitFor();
    assert.match((await row.getAttribute('class')) ?? '', /\bselected\b/);
    await workbench.treeRow('Add error handling').waitFor();
    await workbench.pictures('steps while writing');
  });

  it('renames no heading by F2 where an approval holds the ID, and says why', async () => {
    await workbench.openFile(approved);
    await workbench.goTo(1, 25);
    await workbench.lens('COMPLETED').waitFor();
    await workbench.press('F2');
    const box = workbench.page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'CR-2026-02-09-001');
    await workbench.notifications
      .filter({ hasText: 'CR-2026-02-09-001 is approved; an approval is bound to its ID' })
      .first()
      .waitFor();
    await workbench.pictures('rename refused');
    await box.fill('CR-2026-02-09-009');
    await workbench.press('Enter');
    await box.waitFor({ state: 'hidden' });
    await line('# Change Request: CR-2026-02-09-001').waitFor();
    assert.equal(await workbench.page.locator('.tab.active.dirty').count(), 0);
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('inserts a snippet without anybody knowing its short word', async () => {
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.runCommand('Change Language Mode');
    await workbench.answer('Markdown');
    await workbench.page.locator('.statusbar-item', { hasText: 'Markdown' }).waitFor();
    await workbench.runCommand('Changegate: Insert Snippet…');
    await workbench.quickPick('Change History Row').waitFor();
    await workbench.pictures('snippets');
    await workbench.answer('Closure');
    await line('## Closure').waitFor();
    await line('**Lessons Learned**:').waitFor();
  });

  it('asks which process a record is of where the team has one of its own', async () => {
    await workbench.runCommand('Changegate: New Change Record');
    await workbench.quickPick('Waiver').waitFor();
    await workbench.pictures('own process');
    await workbench.answer('Waiver');
    await workbench.quickTitle.filter({ hasText: 'New Waiver (1/3)' }).waitFor();
    await workbench.answer('Keep the old router for a month');
    for (const step of ['(2/3)', '(3/3)']) {
      await workbench.page.getByText(step).waitFor();
      await workbench.press('Enter');
    }
    await workbench.tab(`WV-${String(new Date().getUTCFullYear())}-001.md`).waitFor();
    await line('Keep the old router for a month').waitFor();
  });
});
