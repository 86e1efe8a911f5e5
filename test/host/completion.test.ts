import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, file, root, until } from './workspace';

const proposed = 'change-requests/CR-2026-02-16-001.md';

/** Shows a file, finds the place behind a text in it, and asks what is offered there. */
async function offered(
  uri: vscode.Uri,
  behind: string,
  trigger?: string,
): Promise<{ items: vscode.CompletionItem[]; editor: vscode.TextEditor }> {
  const editor = await vscode.window.showTextDocument(uri);
  const offset = editor.document.getText().indexOf(behind) + behind.length;
  assert.ok(offset >= behind.length, behind);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    editor.document.positionAt(offset),
    trigger,
  );
  return { items: list.items.filter(({ label }) => typeof label === 'object'), editor };
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** Writes an item as the editor does when it is chosen. */
async function choose(
  editor: vscode.TextEditor,
  items: readonly vscode.CompletionItem[],
  label: string,
): Promise<void> {
  const item = items.find((each) => labelOf(each) === label);
  assert.ok(item, `${label} is not offered: ${items.map(labelOf).join(', ')}`);
  assert.ok(item.range instanceof vscode.Range && item.insertText !== undefined);
  if (typeof item.insertText === 'string') {
    const { range, insertText } = item;
    await editor.edit((edit) => {
      edit.replace(range, insertText);
    });
  } else await editor.insertSnippet(item.insertText, item.range);
}

describe('completion in the editor', () => {
  before(api);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('offers the legal statuses first, and writes one over the other', async () => {
    const { items, editor } = await offered(file(proposed), '**Status**: PROPOSED');
    assert.deepEqual(items.slice(0, 4).map(labelOf), ['APPROVED', 'REJECTED', 'DRAFT', 'CANCELLED']);
    assert.ok(items.every(({ preselect }) => preselect !== true));
    await choose(editor, items, 'REJECTED');
    assert.equal(editor.document.lineAt(2).text, '**Status**: REJECTED');
  });

  it('keeps the line endings of a file with CRLF', async () => {
    const uri = file('change-requests/CR-2026-03-03-001.md');
    const { items, editor } = await offered(uri, '| Status | ');
    const lines = editor.document.lineCount;
    await choose(editor, items, 'COMPLETED');
    assert.equal(editor.document.lineAt(2).text, '| Status | COMPLETED |');
    assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
    assert.equal(editor.document.lineCount, lines);
  });

  it('follows what is typed and not saved', async () => {
    const editor = await vscode.window.showTextDocument(file(proposed));
    await editor.edit((edit) => {
      edit.replace(editor.document.lineAt(2).range, '**Status**: IN_PROGRESS');
    });
    const { items } = await offered(file(proposed), '**Status**: IN_PROGRESS');
    assert.deepEqual(items.slice(0, 3).map(labelOf), ['COMPLETED', 'PROPOSED', 'CANCELLED']);
  });

  it('inserts a whole section that is missing, with its placeholders to go through', async () => {
    const uri = file('change-requests/CR-2026-03-14-777.md');
    const text = '# Change Request: CR-2026-03-14-777\n\n**Status**: DRAFT\n\n##\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await (await api()).governance.folders[0]?.touch('docs/processes/change-requests/CR-2026-03-14-777.md');
    try {
      const { items, editor } = await offered(uri, 'DRAFT\n\n##', '#');
      await choose(editor, items, '## Stakeholders');
      assert.match(editor.document.getText(), /\n\n## Stakeholders\n\n\*\*Approver\(s\)\*\*:\n- \[Name\]/);
      assert.equal(editor.document.getText(editor.selection), '[Name]');
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(uri);
      await (await api()).governance.folders[0]?.touch('docs/processes/change-requests/CR-2026-03-14-777.md');
    }
  });

  it('offers records in other Markdown, people of all records and files of the workspace', async () => {
    const notes = vscode.Uri.joinPath(root(), 'notes.md');
    await vscode.workspace.fs.writeFile(notes, new TextEncoder().encode('See CR-\n'));
    try {
      const { items } = await offered(notes, 'See CR-', '-');
      assert.ok(items.map(labelOf).includes('CR-2026-02-16-001'));
      assert.ok(items.length > 5);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(notes);
    }
    const people = await offered(file(proposed), '**Reviewers**:\n- ');
    assert.ok(people.items.map(labelOf).includes('Dana Field'), people.items.map(labelOf).join());
    const files = await offered(file(proposed), '**Files** (Estimated):\n- /');
    assert.ok(files.items.map(labelOf).includes('docs/'), files.items.map(labelOf).join());
  });

  it('shows what fits when it is chosen by hand, over a placeholder and behind a dash', async () => {
    const uri = file(proposed);
    const editor = await vscode.window.showTextDocument(uri);
    const typed = [
      ['**Status**: [DRAFT | PROPOSED | APPROVED]', '**Status**: [DRAFT | PRO', '**Status**: APPROVED'],
      ['**Status**: REJ', '**Status**: REJ', '**Status**: REJECTED'],
    ] as const;
    for (const [line, before, after] of typed) {
      await editor.edit((edit) => {
        edit.replace(editor.document.lineAt(2).range, line);
      });
      const cursor = new vscode.Position(2, before.length);
      editor.selection = new vscode.Selection(cursor, cursor);
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await until(`${after} is written`, async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return editor.document.lineAt(2).text === after ? true : undefined;
      });
    }
  });

  it('offers nothing in prose, however it is typed', async () => {
    const { items } = await offered(file(proposed), '### Problem Statement\n');
    assert.deepEqual(items.map(labelOf), []);
    assert.deepEqual((await offered(file(proposed), '**Title**: ', ' ')).items.map(labelOf), []);
  });
});
