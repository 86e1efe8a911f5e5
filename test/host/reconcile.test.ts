import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, file, until } from './workspace';

describe('what no watcher reports', () => {
  it('is found when the window gets the focus', async () => {
    const { governance } = await api();
    const folder = governance.folders[0] ?? assert.fail();
    const path = 'docs/processes/change-requests/new/CR-2026-03-14-001.md';
    await vscode.workspace.fs.createDirectory(file('change-requests/new'));
    await vscode.workspace.fs.writeFile(
      folder.uriOf(path),
      new TextEncoder().encode('# CR-2026-03-14-001: x\n\n**Status**: DRAFT\n'),
    );
    await folder.reconcile();
    await until('the record is known', () => folder.index.at(path));
    await vscode.workspace.fs.delete(file('change-requests/new'), { recursive: true });
    await folder.reconcile();
    await until('the record is gone', () => (folder.index.at(path) ? undefined : true));
  });
});
