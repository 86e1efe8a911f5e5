import { strict as assert } from 'node:assert';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/run.mjs';
import { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const id = 'CR-2026-05-04-001';

/** Two folders with a record of the same ID each. */
function sameInBoth(): string {
  const root = realpathSync(temporaryFolder('same'));
  for (const [name, title] of [
    ['north', 'Weigh parcels twice'],
    ['south', 'Print labels in color'],
  ] as const) {
    mkdirSync(join(root, name, requests), { recursive: true });
    const text = `# Change Request: ${id}\n\n**Status**: DRAFT\n\n## Basic Information\n\n**Title**: ${title}\n`;
    writeFileSync(join(root, name, requests, `${id}.md`), text);
  }
  const file = join(root, 'both.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }] }));
  return file;
}

describe('the panel of a record through its life', () => {
  it('tells records of the same ID in two folders apart', async () => {
    const workbench = await Workbench.open({ workspaceFile: sameInBoth() });
    try {
      const title = workbench.webview.locator('h1');
      await workbench.showContainer('Changes');
      await workbench.treeRow('Weigh parcels twice').click();
      await workbench.tab(`${id}.md`).first().waitFor();
      await workbench.runCommand('Changegate: Show Lifecycle and Risk');
      await title.filter({ hasText: 'Weigh parcels twice' }).waitFor();
      await workbench.treeRow('Print labels in color').click();
      await title.filter({ hasText: 'Print labels in color' }).waitFor();
      await workbench.treeRow('Weigh parcels twice').click();
      await title.filter({ hasText: 'Weigh parcels twice' }).waitFor();
    } finally {
      await workbench.close();
    }
  });

  it('comes back with its record and what was open after the window was loaded again', async () => {
    const workbench = await Workbench.open();
    try {
      const shown = workbench.webview.locator('.id', { hasText: 'CR-2026-03-02-001' });
      await workbench.openFile(`${requests}/CR-2026-03-02-001.md`);
      await workbench.runCommand('Changegate: Show Lifecycle and Risk');
      await shown.waitFor();
      await workbench.webview.locator('[data-section="risk"] summary').click();
      await workbench.webview.locator('[data-section="risk"] details[open]').waitFor();
      await workbench.page.evaluate(() => {
        Reflect.set(window, 'isFirst', true);
      });
      await workbench.runCommand('Developer: Reload Window');
      await workbench.page.waitForFunction(() => !Reflect.has(window, 'isFirst'));
      await shown.waitFor();
      await workbench.webview.locator('[data-section="risk"] details[open]').waitFor();
      assert.equal(await workbench.page.locator('.tab', { hasText: 'CR-2026-03-02-001' }).count(), 2);
      // It lives on: what is typed is followed.
      await workbench.page.locator('.editor-group-container').first().locator('.view-line').first().click();
      await workbench.goTo(3);
      await workbench.press('End');
      await workbench.type('X');
      await workbench.webview.locator('.status', { hasText: 'Not recorded' }).waitFor();
    } finally {
      await workbench.close();
    }
  });

  it('says so when its record is gone', async () => {
    const workbench = await Workbench.open();
    try {
      await workbench.openFile(`${requests}/CR-2026-03-12-001.md`);
      await workbench.runCommand('Changegate: Show Lifecycle and Risk');
      await workbench.webview.locator('.id', { hasText: 'CR-2026-03-12-001' }).waitFor();
      await workbench.page.locator('.editor-group-container').first().locator('.view-line').first().click();
      await workbench.press('ControlOrMeta+F4');
      rmSync(join(workbench.folder, requests, 'CR-2026-03-12-001.md'));
      await workbench.webview.getByText('Open a change record to see where it stands.').waitFor();
    } finally {
      await workbench.close();
    }
  });
});
