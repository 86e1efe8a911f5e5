import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfExamples } from '../../scripts/workspace.mjs';
import { Workbench, type ColorTheme } from './workbench';

const requests = 'docs/processes/change-requests';
const inProgress = `${requests}/CR-2026-03-02-001.md`;
const proposed = `${requests}/CR-2026-02-16-001.md`;
const themes: readonly ColorTheme[] = ['light', 'dark', 'high contrast'];

/** The sample workspace with a branch checked out that one of its records names. */
function onBranch(branch: string): string {
  const folder = copyOfExamples();
  writeFileSync(join(folder, '.git', 'HEAD'), `ref: refs/heads/${branch}\n`);
  return folder;
}

async function expandSteps(workbench: Workbench): Promise<void> {
  await workbench.treeRow('Retry webhooks').locator('.monaco-tl-twistie').click();
  await workbench
    .treeRow(/^Steps/)
    .locator('.monaco-tl-twistie')
    .click();
}

describe('writing records', () => {
  for (const theme of themes) {
    it(`shows in ${theme} how a record stands: above its lines, beside its file, in the status bar`, async () => {
      const workbench = await Workbench.open({
        theme,
        folder: onBranch('feat/REQ-131-webhook-retries'),
        settings: { 'editor.minimap.enabled': false, 'editor.fontSize': 13, 'explorer.compactFolders': true },
      });
      try {
        const { page } = workbench;
        const lens = (text: string) =>
          page.locator('.codelens-decoration a, .codelens-decoration span', { hasText: text });
        await workbench.openFile(proposed);
        await lens('PROPOSED · Move to…').first().waitFor();
        await page.locator('.statusbar-item', { hasText: 'CR-2026-03-02-001 In progress' }).waitFor();
        await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'CR-2026-02-16-001' }).waitFor();
        await workbench.screenshot(`lenses ${theme}`);
        await page.locator('.statusbar-item', { hasText: 'CR-2026-03-02-001' }).click();
        await workbench.quickPicks.filter({ hasText: 'Go to Next Open Step' }).waitFor();
        await workbench.screenshot(`record of the branch ${theme}`);
        await workbench.press('Escape');
        await workbench.goTo(100);
        await lens('The Security Team has not approved it').first().waitFor();
        await workbench.screenshot(`lens approval ${theme}`);
        await workbench.showContainer('Changes');
        await expandSteps(workbench);
        await workbench.treeRow('Done').waitFor();
        await workbench.screenshot(`checklist ${theme}`);
        await workbench.runCommand('Changegate: Open Walkthrough');
        await page.locator('.gettingStartedContainer', { hasText: 'Make a change request' }).waitFor();
        await workbench.screenshot(`walkthrough ${theme}`);
        await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
        const pictures = {
          'Get approval and move on': 'Go Ahead',
          'Complete it': 'Accepted above the threshold',
          'Check it everywhere': 'In a pipeline',
          'Make a change request': 'New Change Request (1/4)',
        };
        for (const [step, picture] of Object.entries(pictures)) {
          await page.locator('.gettingStartedContainer .getting-started-step', { hasText: step }).click();
          await workbench.webview.getByText(picture).first().waitFor();
          await workbench.screenshot(`walkthrough ${step} ${theme}`);
        }
      } finally {
        await workbench.close();
      }
    });
  }

  it('ticks a step off by a click in the explorer, and finds rows by their words', async () => {
    const workbench = await Workbench.open();
    try {
      const before = workbench.read(inProgress);
      await workbench.showContainer('Changes');
      await expandSteps(workbench);
      await workbench.treeRow(/^Steps24\/88$/).waitFor();
      await workbench.treeRow('Done').waitFor();
      await workbench.page.locator('.sidebar .custom-view-tree-node-item-checkbox').first().click();
      await workbench.treeRow(/^Steps25\/88$/).waitFor();
      const after = workbench.read(inProgress);
      const changed = after.split('\n').filter((line, at) => line !== before.split('\n')[at]);
      assert.equal(changed.length, 1);
      assert.match(changed[0] ?? '', /^\s*- \[x\] /);
      await workbench.treeRow('Done').click();
      await workbench.press('ControlOrMeta+Alt+f');
      await workbench.page.locator('.sidebar .monaco-tree-type-filter input').fill('thumbnails');
      await workbench.treeRows().locator('.highlight', { hasText: 'thumbnails' }).first().waitFor();
    } finally {
      await workbench.close();
    }
  });
});
