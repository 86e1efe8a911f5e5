import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ChangegateApi } from '../../src/vscode/activateShared';
import { file } from './workspace';

describe('the extension', () => {
  it('is there and activates', async () => {
    const extension = vscode.extensions.getExtension<ChangegateApi>('changegate.changegate');
    assert.ok(extension);
    const { activation } = await extension.activate();
    assert.equal(extension.isActive, true);
    // For the benchmark, which reads this line.
    console.log(`::activation ${activation.toFixed(1)}`);
  });

  it('works on a copy of the sample workspace', async () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
    const names = (await vscode.workspace.fs.readDirectory(file('change-requests'))).map(([name]) => name);
    assert.ok(names.includes('CR-2026-02-09-001.md'), names.join(' '));
  });
});
