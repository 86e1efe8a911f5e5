import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ChangegateApi } from '../../src/vscode/activateShared';
import { api, file, root, until } from './workspace';

/** Where there is no git, there is no branch to follow. */
const isInBrowser = typeof process === 'undefined';

const record = 'change-requests/CR-2026-03-02-001.md';

/** Makes the sample workspace look as if a branch were checked out; git keeps nothing else of it. */
async function checkOut(branch: string): Promise<void> {
  const head = vscode.Uri.joinPath(root(), '.git/HEAD');
  await vscode.workspace.fs.writeFile(head, new TextEncoder().encode(`ref: refs/heads/${branch}\n`));
}

describe('the status bar', () => {
  let changegate: ChangegateApi;
  let branch: string | undefined;
  before(async () => {
    changegate = await api();
    await changegate.active.branches.refresh();
    branch = changegate.active.current()?.branch;
  });
  afterEach(async () => {
    const current = changegate.active.current();
    if (current?.branch !== undefined) await changegate.active.choose(current.folder, current.branch, undefined);
    if (branch !== undefined) await checkOut(branch);
    await changegate.active.branches.refresh();
    await vscode.workspace.getConfiguration('changegate').update('statusBar.enabled', undefined, true);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const text = (): string => changegate.statusBar.item.text;
  const untilText = (wanted: RegExp): Promise<true> =>
    until(`the status bar says ${String(wanted)}; it says ${text()}`, () => (wanted.test(text()) ? true : undefined));
  const onBranch = async (name: string): Promise<void> => {
    await checkOut(name);
    await changegate.active.branches.refresh();
    assert.equal(changegate.active.current()?.branch, name);
  };

  if (isInBrowser) {
    it('names the record of the active editor where no branch is known', async () => {
      await vscode.window.showTextDocument(file(record));
      await untilText(/CR-2026-03-02-001 In progress$/);
      await vscode.window.showTextDocument(file('change-requests/CR-2026-03-05-001-IMPACT-ASSESSMENT.md'));
      await untilText(/CR-2026-03-05-001 Approved$/);
    });
  } else {
    it('names the record that names the branch, with its state', async () => {
      await onBranch('feat/REQ-131-webhook-retries');
      await untilText(/CR-2026-03-02-001 In progress$/);
      const { item } = changegate.statusBar;
      assert.match(item.accessibilityInformation?.label ?? '', /^Change record at hand: Retry webhooks/);
      assert.equal(item.command, 'changegate.branchRecord');
      assert.notEqual(item.name, undefined);
    });
    it('follows a branch switch that only the files tell of', async () => {
      await onBranch('feat/REQ-131-webhook-retries');
      await checkOut('fix/cr-2026-02-16-001-keys');
      await untilText(/CR-2026-02-16-001 Proposed$/);
    });

    it('remembers what was chosen for a branch that no record names, until it is taken back', async () => {
      await onBranch('topic');
      await untilText(/No change record$/);
      const { folder } = changegate.active.current() ?? assert.fail();
      await changegate.active.choose(folder, 'topic', folder.pathOf(file(record)));
      await untilText(/CR-2026-03-02-001 In progress$/);
      await onBranch('other');
      await untilText(/No change record$/);
      await onBranch('topic');
      await untilText(/CR-2026-03-02-001 In progress$/);
      await changegate.active.choose(folder, 'topic', undefined);
      await untilText(/No change record$/);
    });
  }
});
