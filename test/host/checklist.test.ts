import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ChangegateApi } from '../../src/vscode/activateShared';
import type { TreeNode } from '../../src/vscode/tree/treeNode';
import { api, file, until } from './workspace';

const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
const path = 'docs/processes/change-requests/CR-2026-03-02-001.md';
const uri = () => file('change-requests/CR-2026-03-02-001.md');

describe('the checklist', () => {
  let changegate: ChangegateApi;
  let original: Uint8Array;
  before(async () => {
    changegate = await api();
    original = await vscode.workspace.fs.readFile(uri());
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.writeFile(uri(), original);
    await changegate.governance.folders[0]?.touch(path);
  });

  const rowsBelow = async (name: string): Promise<TreeNode[]> => {
    const folder = changegate.governance.folders[0] ?? assert.fail();
    const record = await changegate.tree.find(folder, `docs/processes/change-requests/${name}.md`);
    return changegate.tree.getChildren(record ?? assert.fail());
  };
  const steps = async (): Promise<TreeNode[]> => {
    const plan = (await rowsBelow('CR-2026-03-02-001')).find(({ kind }) => kind === 'plan');
    const below = await changegate.tree.getChildren(plan ?? assert.fail('no plan'));
    const nested = await Promise.all(
      below.map((node) => (node.kind === 'done' ? changegate.tree.getChildren(node) : Promise.resolve([node]))),
    );
    return nested.flat();
  };
  const stateOf = (node: TreeNode): unknown => {
    const { checkboxState } = changegate.tree.getTreeItem(node);
    return typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
  };
  const openIn = (text: string): number => {
    const begin = text.indexOf('## Implementation Plan');
    return text.slice(begin).match(/\[ \]/g)?.length ?? 0;
  };
  const textNow = async (): Promise<string> => (await vscode.workspace.openTextDocument(uri())).getText();

  it('lists the steps of a plan that is being carried out, with boxes, and of no other', async () => {
    const nodes = await steps();
    const record = await changegate.governance.folders[0]?.readRecord(path);
    assert.equal(nodes.length, record?.progress.total);
    assert.equal(nodes.filter((node) => stateOf(node) === Checked).length, record?.progress.done);
    const [first] = nodes;
    const item = changegate.tree.getTreeItem(first ?? assert.fail());
    assert.equal(item.label, 'CR approved and ATP token received');
    assert.match(item.accessibilityInformation?.label ?? '', /^CR approved and ATP token received, .*, done$/);
    for (const name of ['CR-2026-02-16-001', 'CR-2026-02-09-001'])
      assert.ok(!(await rowsBelow(name)).some(({ kind }) => kind === 'plan'), name);
  });

  it('writes into the text what is clicked in the explorer, and undo takes it back', async () => {
    await vscode.window.showTextDocument(uri());
    const before = await textNow();
    const open = (await steps()).find((node) => stateOf(node) === Unchecked) ?? assert.fail();
    await changegate.tree.tick([[open, Checked]]);
    assert.equal(openIn(await textNow()), openIn(before) - 1);
    await vscode.commands.executeCommand('undo');
    assert.equal(await textNow(), before);
  });

  it('writes a file that nobody has open, and a second click takes it back', async () => {
    const before = await textNow();
    const find = async (state: unknown): Promise<TreeNode> =>
      (await steps()).find((node) => stateOf(node) === state) ?? assert.fail();
    const open = await find(Unchecked);
    await changegate.tree.tick([[open, Checked]]);
    assert.notEqual(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri())), before);
    await changegate.tree.tick([[open, Unchecked]]);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri())), before);
  });

  it('finds a step that moved in the meantime, and leaves alone one that is gone', async () => {
    const editor = await vscode.window.showTextDocument(uri());
    const open = (await steps()).find((node) => stateOf(node) === Unchecked);
    assert.ok(open?.kind === 'step');
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), '\n');
    });
    await changegate.tree.tick([[open, Checked]]);
    const line = editor.document
      .getText()
      .split('\n')
      .find((each) => each.includes(open.step.text.slice(0, 20)) && /\[[ x]\]/.test(each));
    assert.match(line ?? '', /\[x\]/);
    const before = editor.document.getText();
    await changegate.tree.tick([[{ ...open, step: { ...open.step, text: 'No step has these words' } }, Checked]]);
    assert.equal(editor.document.getText(), before);
  });

  it('toggles the steps at several cursors as one step, and nothing else', async () => {
    const editor = await vscode.window.showTextDocument(uri());
    const before = editor.document.getText();
    const lines = before.split(/\r?\n/);
    const plan = lines.indexOf('## Implementation Plan');
    const isOpen = (line: string, at: number): boolean => at > plan && /^\s*- \[ \]/.test(line);
    const [one = 0, two = 0] = lines.flatMap((line, at) => (isOpen(line, at) ? [at] : []));
    const cursor = (line: number) => new vscode.Selection(line, 3, line, 3);
    editor.selections = [cursor(one), cursor(two)];
    await vscode.commands.executeCommand('changegate.toggleStep');
    assert.equal(openIn(editor.document.getText()), openIn(before) - 2);
    await vscode.commands.executeCommand('changegate.toggleStep');
    assert.equal(editor.document.getText(), before);
    const priority = lines.findIndex((line) => line.includes('[ ] P1'));
    editor.selections = [cursor(priority)];
    await vscode.commands.executeCommand('changegate.toggleStep');
    await vscode.commands.executeCommand('notifications.clearAll');
    assert.equal(editor.document.getText(), before);
  });

  it('goes from open step to open step', async () => {
    const editor = await vscode.window.showTextDocument(uri());
    const visited: number[] = [];
    for (let times = 0; times < 3; times++) {
      await vscode.commands.executeCommand('changegate.nextOpenStep');
      const { line } = vscode.window.activeTextEditor?.selection.active ?? assert.fail();
      assert.match(editor.document.lineAt(line).text, /\[ \]/);
      visited.push(line);
    }
    assert.deepEqual(
      visited,
      [...new Set(visited)].sort((a, b) => a - b),
    );
  });

  it('offers at a step to tick it off, and at no other box', async () => {
    const { document } = await vscode.window.showTextDocument(uri());
    const actions = async (words: string): Promise<string[]> => {
      const position = document.positionAt(document.getText().indexOf(words));
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri(),
        new vscode.Range(position, position),
        'refactor.rewrite.changegate',
      );
      return found.map(({ title }) => title);
    };
    assert.deepEqual(await actions('[x] CR approved and ATP token received'), ['Open this step again']);
    assert.deepEqual(await actions('[ ] P1 - HIGH'), []);
  });

  it('shows in the explorer as soon as a box is ticked', async () => {
    const row = async (): Promise<string> => {
      const folder = changegate.governance.folders[0] ?? assert.fail();
      const found = await changegate.tree.find(folder, path);
      return String(changegate.tree.getTreeItem(found ?? assert.fail()).description);
    };
    const before = await row();
    const open = (await steps()).find((node) => stateOf(node) === Unchecked) ?? assert.fail();
    await changegate.tree.tick([[open, Checked]]);
    await until('the row tells of it', async () => ((await row()) === before ? undefined : true));
  });
});
