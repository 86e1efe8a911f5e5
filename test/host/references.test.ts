import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, codesOf, file, root, until, untilCodes } from './workspace';

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), path);
const write = (uri: vscode.Uri, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

describe('following an ID', () => {
  const source = 'src/limits.ts';
  const matrix = 'docs/requirements/rtm.md';
  const record = (): vscode.Uri => file('change-requests/CR-2026-02-09-001.md');

  before(async () => {
    await api();
    await write(at(source), '// See cr-2026-02-09-001 and REQ-002.\nexport const limit = 50;\n');
    await write(
      at(matrix),
      '| ID | Requirement |\n|---|---|\n| REQ-001 | Uploads |\n| REQ-002 | Limits (CR-2026-02-09-001) |\n',
    );
    await (await api()).governance.folders[0]?.reconcile();
  });

  after(async () => {
    await vscode.workspace.fs.delete(at('src'), { recursive: true });
    await vscode.workspace.fs.delete(at('docs/requirements'), { recursive: true });
    await (await api()).governance.folders[0]?.reconcile();
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const positionOf = async (uri: vscode.Uri, word: string): Promise<vscode.Position> => {
    const document = await vscode.workspace.openTextDocument(uri);
    const offset = document.getText().indexOf(word);
    assert.ok(offset >= 0, `${word} is not in ${uri.path}`);
    return document.positionAt(offset + 3);
  };
  const definitions = async (uri: vscode.Uri, word: string): Promise<string[]> => {
    const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      uri,
      await positionOf(uri, word),
    );
    return links.map((link) =>
      'targetUri' in link
        ? `${vscode.workspace.asRelativePath(link.targetUri)}:${String(link.targetRange.start.line)}`
        : `${vscode.workspace.asRelativePath(link.uri)}:${String(link.range.start.line)}`,
    );
  };

  it('leads from a comment of source to the title of the record, and to the row of a requirement', async () => {
    assert.deepEqual(await definitions(at(source), 'cr-2026-02-09-001'), [
      'docs/processes/change-requests/CR-2026-02-09-001.md:0',
    ]);
    assert.deepEqual(await definitions(at(source), 'REQ-002'), [`${matrix}:3`]);
  });

  it('leads from the matrix to the record', async () => {
    assert.deepEqual(await definitions(at(matrix), 'CR-2026-02-09-001'), [
      'docs/processes/change-requests/CR-2026-02-09-001.md:0',
    ]);
  });

  it('says nothing of other words', async () => {
    assert.deepEqual(await definitions(at(source), 'See'), []);
  });

  it('finds every place that mentions a record, and a requirement', async () => {
    const places = async (uri: vscode.Uri, word: string): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        uri,
        await positionOf(uri, word),
      );
      return [...new Set(found.map((each) => vscode.workspace.asRelativePath(each.uri)))];
    };
    const found = await places(record(), 'CR-2026-02-09-001');
    for (const path of ['docs/processes/change-requests/CR-2026-02-09-001.md', matrix, source])
      assert.ok(found.includes(path), path);
    assert.deepEqual((await places(at(matrix), 'REQ-002')).sort(), [matrix, source]);
  });

  it('finds records by ID and by the letters of their titles', async () => {
    const { governance } = await api();
    const summary = governance.folders[0]?.index.at('docs/processes/change-requests/CR-2026-02-09-001.md')?.summary;
    const search = (query: string): Thenable<vscode.SymbolInformation[]> =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
    const byId = (await search('cr20260209001')).find(({ name }) => name.startsWith('CR-'));
    assert.equal(byId?.name, `CR-2026-02-09-001 ${summary?.title ?? ''}`);
    assert.equal(byId.containerName, summary?.status);
    const letters = (summary?.title ?? '')
      .split(' ')
      .map((word) => word.slice(0, 2))
      .join('');
    assert.ok((await search(letters)).some(({ name }) => name === byId.name));
  });

  it('reports a requirement that the matrix does not know, until it does', async () => {
    const uri = file('change-requests/CR-2026-02-23-001.md');
    const editor = await vscode.window.showTextDocument(uri);
    const before = codesOf(uri);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(editor.document.lineCount, 0), '\nServes REQ-003.\n');
    });
    await untilCodes(uri, [...before, 'CG710']);
    await write(at(matrix), '- REQ-003: Retries\n- REQ-002\n');
    await until('the matrix is read again', () => !codesOf(uri).includes('CG710') || undefined);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await untilCodes(uri, before);
  });
});
