import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, file, until } from './workspace';

const path = 'change-requests/CR-2026-03-09-002.md';

describe('a verb under rough conditions', () => {
  let original: Uint8Array;

  before(async () => {
    await api();
    original = await vscode.workspace.fs.readFile(file(path));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.writeFile(file(path), original);
  });

  const textNow = async (): Promise<string> => (await vscode.workspace.openTextDocument(file(path))).getText();
  const addRow = (note: string): Thenable<unknown> =>
    vscode.commands.executeCommand('changegate.addHistoryRow', file(path), { status: 'DRAFT', note });
  const cancel = (): Thenable<unknown> =>
    vscode.commands.executeCommand('changegate.moveRecord', file(path), undefined, { to: 'CANCELLED', reason: 'Late' });

  it('says so where the file is read-only in this window, instead of telling that it was written', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    const set = (value: unknown): Thenable<void> =>
      settings.update('readonlyInclude', value, vscode.ConfigurationTarget.Workspace);
    await set({ '**/CR-2026-03-09-002.md': true });
    try {
      await vscode.window.showTextDocument(file(path));
      const refused = await until('the setting holds', async () => {
        const message = await addRow('x').then(
          () => undefined,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        await vscode.commands.executeCommand('workbench.action.files.revert');
        return message;
      });
      assert.match(refused, /CR-2026-03-09-002\.md is read-only in this window/);
    } finally {
      await set(undefined);
    }
  });

  it('writes a record that is open twice once, and undo and the same move again bring the same', async () => {
    const before = await textNow();
    await vscode.window.showTextDocument(file(path), { viewColumn: vscode.ViewColumn.One });
    await vscode.window.showTextDocument(file(path), { viewColumn: vscode.ViewColumn.Two });
    await cancel();
    const moved = await textNow();
    assert.match(moved, /\*\*Status\*\*: CANCELLED/);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 2);
    await vscode.commands.executeCommand('undo');
    assert.equal(await textNow(), before);
    await cancel();
    const minute = / \d{2}:\d{2}:\d{2} UTC/g;
    assert.equal((await textNow()).replace(minute, ''), moved.replace(minute, ''));
  });

  for (const [what, begin] of [
    [
      'feedback',
      () =>
        vscode.commands.executeCommand('changegate.recordFeedback', file(path), undefined, {
          by: 'Ana Ruiz',
          role: '',
          words: 'What was said or added.',
          backToDraft: false,
        }),
    ],
    ['a row of the history', () => addRow('What was said or added.')],
  ] as const)
    it(`adds ${what} while somebody types, and loses neither`, async () => {
      const editor = await vscode.window.showTextDocument(file(path));
      const adding = begin();
      for (const word of ['one ', 'two ', 'three ', 'four '])
        await until(
          'typing',
          async () =>
            (await editor.edit((edit) => {
              edit.insert(new vscode.Position(2, 0), word);
            })) || undefined,
        );
      await adding;
      const text = editor.document.getText();
      assert.match(text, /What was said or added\./);
      for (const word of ['one ', 'two ', 'three ', 'four ']) assert.ok(text.includes(word), word);
    });
});
