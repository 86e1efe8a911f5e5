import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, codesOf, file, fixesAt, until } from './workspace';

const drifted = file('change-requests/CR-2026-03-03-001.md');

function diffs(): vscode.TabInputTextDiff[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input }) => (input instanceof vscode.TabInputTextDiff ? [input] : [])),
  );
}

describe('normalizing a record', () => {
  let before: string;

  beforeEach(async () => {
    await api();
    const document = await vscode.workspace.openTextDocument(drifted);
    before = document.getText();
    await vscode.window.showTextDocument(document);
  });

  afterEach(async () => {
    await vscode.window.showTextDocument(drifted);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows what would change first, and changes nothing by that', async () => {
    await vscode.commands.executeCommand('changegate.normalizeRecord', drifted);
    const [diff, ...others] = diffs();
    assert.deepEqual(others, []);
    assert.equal(diff?.original.toString(), drifted.toString());
    assert.ok(diff);
    const after = await vscode.workspace.openTextDocument(diff.modified);
    assert.match(after.getText(), /^\*\*Status\*\*: APPROVED$/m);
    assert.match(after.getText(), /^- \[x\] P2 - MEDIUM/m);
    assert.equal((await vscode.workspace.openTextDocument(drifted)).getText(), before);
    await vscode.commands.executeCommand('changegate.dropPreview');
    await until('the diff is closed', () => diffs().length === 0 || undefined);
    assert.equal((await vscode.workspace.openTextDocument(drifted)).getText(), before);
  });

  it('makes the change as one step that one undo takes back', async () => {
    await vscode.commands.executeCommand('changegate.normalizeRecord', drifted);
    const [diff] = diffs();
    assert.ok(diff);
    const wanted = (await vscode.workspace.openTextDocument(diff.modified)).getText();
    await vscode.commands.executeCommand('changegate.applyPreview');
    const document = await vscode.workspace.openTextDocument(drifted);
    assert.equal(document.getText(), wanted);
    assert.equal(diffs().length, 0);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until('the text is as before', () => document.getText() === before || undefined);
  });

  it('is offered once, on the title, and the offer goes away with it', async () => {
    await until('CG116 is shown', () => codesOf(drifted).includes('CG116') || undefined);
    assert.equal(codesOf(drifted).filter((code) => code === 'CG116').length, 1);
    const [fix] = await fixesAt(drifted, 'CG116');
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await until('CG116 is gone', () => !codesOf(drifted).includes('CG116') || undefined);
  });
});

describe('fix-all', () => {
  afterEach(async () => {
    await vscode.window.showTextDocument(drifted);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('changes the least, and leaves nothing to be mended safely', async () => {
    await api();
    const document = await vscode.workspace.openTextDocument(drifted);
    await vscode.window.showTextDocument(document);
    const ask = (): Thenable<vscode.CodeAction[]> =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        drifted,
        new vscode.Range(0, 0, document.lineCount, 0),
        'source.fixAll.changegate',
      );
    const [action] = await ask();
    assert.ok(action?.edit);
    const edits = action.edit.entries().flatMap(([, each]) => each);
    assert.ok(edits.length > 0);
    assert.ok(edits.every(({ range }) => range.end.line - range.start.line <= 1));
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.deepEqual(await ask(), []);
  });
});
