import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, file } from './workspace';

const proposed = 'change-requests/CR-2026-02-16-001.md';

describe('composing a notice', () => {
  before(api);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.env.clipboard.writeText('');
  });

  it('copies the message for the state of the record, and changes nothing', async () => {
    const { document } = await vscode.window.showTextDocument(file(proposed));
    await vscode.commands.executeCommand('changegate.composeNotice', file(proposed), [], 'copy');
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^CR-2026-02-16-001: .* – your decision is asked for\n\n/);
    assert.match(copied, /^Status: PROPOSED$/m);
    assert.equal(document.isDirty, false);
  });

  it('asks what is done with it, and does nothing when the question is left', async () => {
    await vscode.env.clipboard.writeText('before');
    const asked = vscode.commands.executeCommand('changegate.composeNotice', file(proposed));
    await new Promise((resolve) => setTimeout(resolve, 400));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    assert.equal(await vscode.env.clipboard.readText(), 'before');
  });
});
