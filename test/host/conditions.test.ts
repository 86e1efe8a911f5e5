import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { ChangedMeanwhileError, type Change } from '../../src/core/change/change';
import { FileExistsError, noGit } from '../../src/core/ports';
import { applyChange } from '../../src/vscode/applyChange';
import type { MoveOutcome } from '../../src/vscode/commands/writeMoves';
import { GovernedFolder } from '../../src/vscode/governedFolder';
import { VscodeWorkspace } from '../../src/vscode/vscodeWorkspace';
import { api, file, root, until } from './workspace';

const path = 'change-requests/CR-2026-03-09-002.md';
const ignore = (): void => undefined;

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

  it('makes no file beside a record that somebody types into in the same moment', async () => {
    const folder = (await api()).governance.folders[0] ?? assert.fail();
    const editor = await vscode.window.showTextDocument(file(path));
    const { document } = editor;
    const beside = `${folder.pathOf(file(path)) ?? ''}.beside.md`;
    const change = (): Change => ({
      title: 'Make a file and tell of it',
      steps: [
        { kind: 'create', path: beside, text: 'Beside\n' },
        {
          kind: 'edit',
          path: folder.pathOf(file(path)) ?? '',
          before: document.getText(),
          edits: [{ span: { start: 0, end: 0 }, newText: 'Beside ' }],
        },
      ],
    });
    try {
      const isThere = async (): Promise<boolean> => {
        const { stat } = vscode.workspace.fs;
        return Promise.resolve(stat(folder.uriOf(beside))).then(
          () => true,
          () => false,
        );
      };
      for (let refused = 0, round = 0; round < 30 && refused < 3; round++) {
        // The key arrives at the window before the change does, and at the extension after it was worked out.
        const typing = vscode.commands.executeCommand('type', { text: 'x' });
        const written = await applyChange(folder, change(), { reveal: false }).catch((error: unknown) => error);
        await typing;
        if (written === true) {
          assert.ok(await isThere());
          await vscode.workspace.fs.delete(folder.uriOf(beside));
        } else {
          refused++;
          assert.ok(written instanceof ChangedMeanwhileError, String(written));
          assert.equal(await isThere(), false, 'a file was left behind');
        }
      }
      await vscode.workspace.fs.writeFile(folder.uriOf(beside), new TextEncoder().encode('Theirs\n'));
      const before = document.getText();
      await assert.rejects(applyChange(folder, change(), { reveal: false }), FileExistsError);
      assert.equal(document.getText(), before);
    } finally {
      await Promise.resolve(vscode.workspace.fs.delete(folder.uriOf(beside))).catch(() => undefined);
    }
  });

  it('shows the text again where a box of the explorer was clicked that cannot be written', async () => {
    const { governance, tree } = await api();
    const folder = governance.folders[0] ?? assert.fail();
    const withPlan = file('change-requests/CR-2026-03-02-001.md');
    const record = await tree.find(folder, folder.pathOf(withPlan) ?? assert.fail());
    const plan = (await tree.getChildren(record)).find(({ kind }) => kind === 'plan') ?? assert.fail();
    const step = (await tree.getChildren(plan)).find(({ kind }) => kind === 'step') ?? assert.fail();
    const settings = vscode.workspace.getConfiguration('files');
    const set = (value: unknown): Thenable<void> =>
      settings.update('readonlyInclude', value, vscode.ConfigurationTarget.Workspace);
    let drawn = 0;
    const listening = tree.onDidChangeTreeData((nodes) => {
      if (!nodes) drawn++;
    });
    await set({ '**/CR-2026-03-02-001.md': true });
    try {
      await vscode.window.showTextDocument(withPlan);
      await until('the setting holds', async () => {
        const before = drawn;
        await tree.tick([[step, vscode.TreeItemCheckboxState.Checked]]);
        await vscode.window.showTextDocument(withPlan);
        await vscode.commands.executeCommand('workbench.action.files.revert');
        return drawn > before || undefined;
      });
    } finally {
      listening.dispose();
      await set(undefined);
      await vscode.window.showTextDocument(withPlan);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('tells what was moved and what was not where one folder can be written and another cannot', async () => {
    const { governance } = await api();
    const folder = governance.folders[0] ?? assert.fail();
    const uri = vscode.Uri.joinPath(root(), 'elsewhere');
    const other = new GovernedFolder(
      { uri, name: 'elsewhere', index: 1 },
      new VscodeWorkspace(uri),
      governance.clock,
      { debug: ignore, info: ignore, warn: ignore, error: ignore },
      () => noGit,
    );
    const own = folder.pathOf(file(path)) ?? assert.fail();
    const theirs = other.uriOf(own.replace('CR-2026-03-09-002', 'CR-2026-03-15-001'));
    const settings = vscode.workspace.getConfiguration('files');
    const set = (value: unknown): Thenable<void> =>
      settings.update('readonlyInclude', value, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.fs.writeFile(theirs, original);
    await set({ '**/CR-2026-03-15-001.md': true });
    try {
      await other.ready();
      const nodes = [
        { kind: 'record', folder, row: { id: own } },
        { kind: 'record', folder: other, row: { id: other.pathOf(theirs) } },
      ];
      const outcome = await until('the setting holds', async () => {
        const { moved, reasons } = await vscode.commands.executeCommand<MoveOutcome>(
          'changegate.moveRecord',
          nodes[0],
          nodes,
          { to: 'CANCELLED', reason: 'Late' },
        );
        if (reasons.length > 0) return { moved, reasons };
        for (const each of [file(path), theirs]) {
          await vscode.window.showTextDocument(each);
          await vscode.commands.executeCommand('undo');
          await vscode.commands.executeCommand('workbench.action.files.save');
        }
        return undefined;
      });
      assert.deepEqual(outcome.moved.map(String), [file(path).toString()]);
      assert.match(outcome.reasons.join('\n'), /^Nothing was moved in elsewhere: .*CR-2026-03-15-001\.md is read-only/);
    } finally {
      await set(undefined);
      for (const each of [theirs, file(path)]) {
        await vscode.window.showTextDocument(each);
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
      await vscode.workspace.fs.writeFile(file(path), original);
      await until('the record is as it was', async () => (await textNow()).includes('**Status**: DRAFT') || undefined);
      other.dispose();
      await vscode.workspace.fs.delete(uri, { recursive: true });
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
