import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, file, root } from './workspace';

describe('splitting a record', () => {
  const proposed = 'change-requests/CR-2026-02-16-001.md';

  before(api);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('makes the parts and the dependencies, goes to the first part', async () => {
    const whole = await vscode.workspace.openTextDocument(file(proposed));
    const before = whole.getText();
    const paths = await vscode.commands.executeCommand<readonly string[]>(
      'changegate.splitRecord',
      file(proposed),
      undefined,
      ['Keep two keys', 'Rotate the keys'],
    );
    assert.equal(paths.length, 2);
    const uris = paths.map((path) => vscode.Uri.joinPath(root(), path));
    const shown = vscode.window.activeTextEditor?.document ?? assert.fail();
    assert.equal(shown.uri.path, uris[0]?.path);
    assert.match(shown.getText(), /\*\*Title\*\*: Keep two keys/);
    assert.match(whole.getText(), /: Rotate the keys\n/);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(whole.uri, new vscode.Range(0, 0, whole.lineCount, 0), before);
    await vscode.workspace.applyEdit(edit);
    await whole.save();
    for (const uri of uris) await vscode.workspace.fs.delete(uri);
    await (await api()).governance.folders[0]?.reconcile();
  });

  it('is refused for a record that is approved, without a change', async () => {
    const uri = file('change-requests/CR-2026-03-05-001.md');
    const before = (await vscode.workspace.openTextDocument(uri)).getText();
    const paths = await vscode.commands.executeCommand('changegate.splitRecord', uri, undefined, ['One', 'Two']);
    assert.equal(paths, undefined);
    assert.equal((await vscode.workspace.openTextDocument(uri)).getText(), before);
  });
});
