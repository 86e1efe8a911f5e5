import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { file } from './workspace';

describe('the extension', () => {
  it('is there and activates', async () => {
    const extension = vscode.extensions.getExtension('changegate.changegate');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('works on a copy of the sample workspace', async () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
    const names = (await vscode.workspace.fs.readDirectory(file('change-requests'))).map(([name]) => name);
    assert.ok(names.includes('CR-2026-02-09-001.md'), names.join(' '));
  });
});
