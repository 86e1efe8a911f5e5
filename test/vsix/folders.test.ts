import { strict as assert } from 'node:assert';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/run.mjs';
import { copyOfExamples } from '../../scripts/workspace.mjs';
import { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';

/** Two folders, each with a draft of a misspelt category, and a policy of its own about drafts and their folder. */
function twoFolders(): string {
  const root = realpathSync(temporaryFolder('folders'));
  const folders = [
    { name: 'strict', records: requests, id: 'CR-2026-05-04-001', title: 'Weigh parcels twice', rule: 'error' },
    { name: 'lenient', records: 'changes', id: 'CR-2026-05-05-001', title: 'Print labels in color', rule: 'off' },
  ];
  for (const { name, records, id, title, rule } of folders) {
    mkdirSync(join(root, name, records), { recursive: true });
    mkdirSync(join(root, name, '.changegate'));
    const policy = `version: 1\nfolders:\n  change-requests: [${records}]\nrules:\n  CG107: ${rule}\n`;
    writeFileSync(join(root, name, '.changegate/policy.yml'), policy);
    const text = `# Change Request: ${id}\n\n**Status**: DRAFT\n\n## Basic Information\n\n**Title**: ${title}\n\n**Category**: FETURE\n`;
    writeFileSync(join(root, name, records, `${id}.md`), text);
  }
  const file = join(root, 'both.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: folders.map(({ name }) => ({ path: name })) }));
  return file;
}

describe('several folders in one window', () => {
  it('obey a policy each', async () => {
    const workbench = await Workbench.open({ workspaceFile: twoFolders() });
    try {
      await workbench.showContainer('Changes');
      await workbench.treeRow('strict').waitFor();
      await workbench.treeRow('lenient').waitFor();
      await workbench.treeRow('Weigh parcels twice').filter({ hasText: '1 problem' }).click();
      await workbench.squiggles('error').first().waitFor();
      await workbench.pictures('folders');
      await workbench.treeRow('Print labels in color').click();
      await workbench.tab('CR-2026-05-05-001.md').waitFor();
      await workbench.lens('DRAFT · Move to…').waitFor();
      await workbench.squiggles('info').first().waitFor();
      assert.equal(await workbench.squiggles('error').count(), 0);
      await workbench.runCommand('Changegate: New Change Request');
      await workbench.page.getByPlaceholder('Which folder is the record for?').waitFor();
      await workbench.quickPick('lenient').click();
      await workbench.answer('Weigh parcels three times');
      for (const step of ['(2/4)', '(3/4)', '(4/4)']) {
        await workbench.page.getByText(step).waitFor();
        await workbench.press('Enter');
      }
      await workbench.treeRow('Weigh parcels three times').waitFor();
      const id = `CR-${new Date().toISOString().slice(0, 10)}-001`;
      assert.match(workbench.read(`lenient/changes/${id}.md`), /Weigh parcels three times/);
    } finally {
      await workbench.close();
    }
  });
});

describe('a workspace that is not trusted', () => {
  it('is read and checked, without git', async () => {
    const folder = copyOfExamples();
    writeFileSync(join(folder, '.git', 'HEAD'), 'ref: refs/heads/feat/REQ-131-webhook-retries\n');
    const workbench = await Workbench.open({ folder, trusted: false });
    try {
      const inStatusBar = workbench.page.locator('.statusbar-item');
      await inStatusBar.filter({ hasText: 'Restricted Mode' }).waitFor();
      await workbench.openFile(`${requests}/CR-2026-03-04-001.md`);
      await workbench.lens('IN_PROGRESS · Move to…').waitFor();
      await workbench.goTo(116, 28);
      await workbench.squiggles('error').first().waitFor();
      await workbench.pictures('restricted');
      assert.equal(await inStatusBar.filter({ hasText: 'CR-2026-03-02-001' }).count(), 0);
      // Without git there is no branch to make: its name is only written down.
      await workbench.openFile(`${requests}/CR-2026-03-05-001.md`);
      await workbench.runCommand('Changegate: Move to…');
      await workbench.quickPick('IN_PROGRESS').click();
      await workbench.page.getByText('The branch that it is implemented on; empty leaves it open').waitFor();
      await workbench.pictures('restricted branch');
      await workbench.press('Escape');
      await workbench.quickInput.waitFor({ state: 'hidden' });
      await workbench.runCommand('Changegate: New Change Request');
      await workbench.answer('Weigh parcels twice');
      for (const step of ['(2/4)', '(3/4)', '(4/4)']) {
        await workbench.page.getByText(step).waitFor();
        await workbench.press('Enter');
      }
      // Who is at the keyboard only git knows.
      await workbench.editor.locator('.view-line', { hasText: '[Name/Email of person requesting change]' }).waitFor();
      await workbench.pictures('restricted new');
      assert.deepEqual(await workbench.notifications.allInnerTexts(), []);
    } finally {
      await workbench.close();
    }
  });
});
