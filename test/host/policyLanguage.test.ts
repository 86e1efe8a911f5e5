import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, root } from './workspace';

describe('the policy in the editor', () => {
  const uri = () => vscode.Uri.joinPath(root(), '.changegate/policy.yml');

  before(async () => {
    await api();
    await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode('version: 1\n\nrules:\n  CG308: \n'));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri());
    await (await api()).governance.folders[0]?.reconcile();
  });

  const offered = async (line: number, character: number): Promise<string[]> => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri(),
      new vscode.Position(line, character),
    );
    return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  };

  it('offers the keys that are not there yet, and the values of a key', async () => {
    await vscode.window.showTextDocument(uri());
    const keys = await offered(1, 0);
    assert.ok(keys.includes('folders') && keys.includes('processes'), keys.join());
    assert.ok(!keys.includes('rules'));
    const values = await offered(3, 9);
    assert.ok(values.includes('off'), values.join());
  });

  it('tells what a key and a rule mean', async () => {
    const text = async (line: number, character: number): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri(),
        new vscode.Position(line, character),
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .map((each) => (each instanceof vscode.MarkdownString ? each.value : ''))
        .join();
    };
    assert.match(await text(3, 4), /implementation-before-approval/);
    assert.match(await text(2, 1), /Severities by code or name/);
  });
});
