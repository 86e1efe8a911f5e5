import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, until } from './workspace';

describe('inserting a snippet', () => {
  before(api);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('writes it at the cursor without knowing what to type for it, and one undo takes it back', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('changegate.insertSnippet', 'Risk');
    await until('the risk is there', () => document.getText().includes('**Risk**: [Description]') || undefined);
    assert.match(document.getText(), /^1\. \*\*Risk\*\*: \[Description\]\n {3}- \*\*Probability\*\*:/);
    await vscode.commands.executeCommand('undo');
    await until('it is gone', () => document.getText() === '' || undefined);
  });

  it('lists them all, and writes nothing where none is picked', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'x' });
    await vscode.window.showTextDocument(document);
    const asking = vscode.commands.executeCommand('changegate.insertSnippet');
    await until('the question is left', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return Promise.race([asking.then(() => true), new Promise<undefined>((resolve) => setTimeout(resolve, 50))]);
    });
    assert.equal(document.getText(), 'x');
  });
});
