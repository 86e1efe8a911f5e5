import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { RenameRecord } from '../../src/vscode/language/renameRecord';
import { api, file, fixesAt, root, until, untilCodes } from './workspace';

const id = 'CR-2026-01-15-001';
const other = 'CR-2026-01-15-004';
const third = 'CR-2026-01-15-005';
// It was given up: what is missing in it is a line of information.
const draft = `# Change Request: ${id}\n\n**Status**: CANCELLED\n\nOf ${id}, see [plan](${id}-IMPLEMENTATION-PLAN.md).\n`;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const isThere = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

describe('renumbering in the editor', () => {
  const record = (name = id): vscode.Uri => file(`change-requests/${name}.md`);
  const plan = (name = id): vscode.Uri => file(`change-requests/${name}-IMPLEMENTATION-PLAN.md`);
  const notes = (): vscode.Uri => vscode.Uri.joinPath(root(), 'src/notes.ts');
  const made = (): vscode.Uri[] => [
    record(),
    record(other),
    record(third),
    plan(),
    plan(other),
    plan(third),
    file('change-requests/copy'),
    vscode.Uri.joinPath(root(), 'src'),
    vscode.Uri.joinPath(root(), '.changegate'),
  ];
  const touched = async (): Promise<void> => {
    await (await api()).governance.folders[0]?.refresh();
  };

  beforeEach(async () => {
    await vscode.workspace.fs.writeFile(record(), encode(draft));
    await vscode.workspace.fs.writeFile(plan(), encode(`# Implementation Plan: ${id}\n`));
    await vscode.workspace.fs.writeFile(notes(), encode(`// ${id.toLowerCase()}\r\n`));
    await touched();
  });

  afterEach(async () => {
    for (const editor of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(editor);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of made())
      await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
    await touched();
  });

  const positionIn = async (uri: vscode.Uri, from = 0): Promise<vscode.Position> => {
    const document = await vscode.workspace.openTextDocument(uri);
    return document.positionAt(document.getText().toUpperCase().indexOf(id, from) + 5);
  };
  const prepare = async (uri: vscode.Uri, from = 0): Promise<{ range: vscode.Range; placeholder: string }> =>
    vscode.commands.executeCommand('vscode.prepareRename', uri, await positionIn(uri, from));
  /** What the provider gives; the command that asks it puts the new names of files before the edits. */
  const renameAt = async (uri: vscode.Uri, newName: string): Promise<vscode.WorkspaceEdit> =>
    new RenameRecord((await api()).governance).provideRenameEdits(
      await vscode.workspace.openTextDocument(uri),
      await positionIn(uri),
      newName,
      new vscode.CancellationTokenSource().token,
    );

  it('is what F2 does on an ID, in the record and in a comment of source', async () => {
    // The first Markdown document starts the extension that renames headings; ours comes before it from then on.
    await until('F2 is ours', async () => ((await prepare(record())).placeholder === id ? true : undefined));
    for (const uri of [record(), notes()]) {
      const { range, placeholder } = await prepare(uri);
      assert.equal(placeholder, id);
      assert.equal(range.end.character - range.start.character, id.length);
    }
    const asked = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      record(),
      await positionIn(record()),
      other,
    );
    assert.equal(asked.entries().length, 3);
    const edit = await renameAt(notes(), other);
    assert.equal(await vscode.workspace.applyEdit(edit, { isRefactoring: true }), true);
    await until('the record has its new name', async () => ((await isThere(record(other))) ? true : undefined));
    await vscode.workspace.saveAll(false);
    assert.equal(await isThere(record()), false);
    assert.equal(await read(record(other)), draft.replaceAll(id, other));
    assert.equal(await read(plan(other)), `# Implementation Plan: ${other}\n`);
    assert.equal(await read(notes()), `// ${other.toLowerCase()}\r\n`);
  });

  it('keeps what is typed and not saved', async () => {
    const editor = await openAnew(record());
    const end = new vscode.Position(editor.document.lineCount, 0);
    await editor.edit((edit) => {
      edit.insert(end, `Typed of ${id}.\n`);
    });
    const source = await vscode.window.showTextDocument(notes(), { viewColumn: vscode.ViewColumn.Beside });
    await source.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), '// typed too\r\n');
    });
    await vscode.commands.executeCommand('changegate.renumberRecord', record(), third);
    const document = await vscode.workspace.openTextDocument(record(third));
    assert.equal(document.getText(), `${draft}Typed of ${id}.\n`.replaceAll(id, third));
    assert.equal(source.document.getText(), `// ${third.toLowerCase()}\r\n// typed too\r\n`);
  });

  it('moves nothing where the file was changed on disk while somebody typed, and loses neither text', async () => {
    const editor = await openAnew(record());
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(editor.document.lineCount, 0), 'Typed.\n');
    });
    const outside = `${draft}Written by somebody else.\n`;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await vscode.workspace.fs.writeFile(record(), encode(outside));
    await vscode.commands.executeCommand('changegate.renumberRecord', record(), other);
    assert.equal(await isThere(record(other)), false);
    assert.equal(await read(record()), outside);
    assert.equal(editor.document.getText(), `${draft}Typed.\n`);
    assert.equal(await read(notes()), `// ${id.toLowerCase()}\r\n`);
  });

  it('is refused once there is an approval, and where the number is taken, with the reason', async () => {
    for (const taken of ['CR-2026-02-09-001', 'nonsense']) {
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        record(),
        await positionIn(record()),
        taken,
      );
      assert.equal(edit.size, 0);
    }
    const approval = vscode.Uri.joinPath(root(), `.changegate/approvals/${id}/a.json`);
    await vscode.workspace.fs.writeFile(approval, encode('{}'));
    await assert.rejects(async () => prepare(notes()), /an approval is bound to its ID/);
    // The provider of Markdown would rename the heading alone; it is never asked.
    await prepare(record(), draft.indexOf('Of '));
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      record(),
      await positionIn(record(), draft.indexOf('Of ')),
      other,
    );
    assert.equal(edit.size, 0);
    await vscode.commands.executeCommand('changegate.renumberRecord', record(), other);
    assert.equal(await isThere(record(other)), false);
  });

  it('is the fix of a duplicate', async () => {
    const copy = file(`change-requests/copy/${id}.md`);
    await vscode.workspace.fs.writeFile(copy, encode(`# Change Request: ${id}\n\n**Status**: CANCELLED\n`));
    await vscode.workspace.fs.delete(notes());
    await touched();
    await untilCodes(copy, ['CG101', 'CG207']);
    await vscode.window.showTextDocument(copy);
    const fix = (await fixesAt(copy, 'CG207')).find(({ title }) => title.startsWith('Renumber to '));
    assert.ok(fix?.command);
    const number = fix.title.replace('Renumber to ', '');
    const moved = file(`change-requests/copy/${number}.md`);
    await vscode.commands.executeCommand(
      fix.command.command,
      ...((fix.command.arguments as unknown[] | undefined) ?? []),
    );
    await untilCodes(moved, ['CG101']);
    await untilCodes(record(), ['CG101']);
    assert.ok((await textOf(moved)).startsWith(`# Change Request: ${number}\n`));
    assert.equal(await read(record()), draft);
  });
});

/** Opens a file as it is on disk now; an earlier test may have left a model of the same name. */
async function openAnew(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return editor;
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}
