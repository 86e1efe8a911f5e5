import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, file, until } from './workspace';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = async (uri: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(uri)).getText();

describe('archiving in the editor', () => {
  const ids = ['CR-2026-01-16-001', 'CR-2026-01-16-002'] as const;
  const [first, second] = ids;
  const linking = 'CR-2026-01-16-003';
  const record = (id: string): vscode.Uri => file(`change-requests/${id}.md`);
  const archived = (id: string): vscode.Uri => file(`change-requests/_archive/${id}.md`);
  const refresh = async (): Promise<void> => {
    await (await api()).governance.folders[0]?.refresh();
  };

  beforeEach(async () => {
    await vscode.workspace.fs.writeFile(
      record(first),
      encode(`# ${first}\n\n**Status**: CANCELLED\n\nSee [b](${second}.md) and [c](${linking}.md).\n`),
    );
    await vscode.workspace.fs.writeFile(record(second), encode(`# ${second}\n\n**Status**: CANCELLED\n`));
    await vscode.workspace.fs.writeFile(
      record(linking),
      encode(`# ${linking}\n\n**Status**: CANCELLED\n\nAfter [a](./${first}.md).\n`),
    );
    await refresh();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of [...[...ids, linking].map(record), ...ids.map(archived)])
      await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    await refresh();
  });

  it('moves several records at once, with the links between them and from others', async () => {
    const { governance, tree } = await api();
    const folder = governance.folders[0] ?? assert.fail();
    const nodes = [];
    for (const id of ids) {
      const node = await tree.find(folder, `docs/processes/change-requests/${id}.md`);
      assert.ok(node);
      nodes.push(node);
    }
    await vscode.commands.executeCommand('changegate.archiveRecord', nodes[0], nodes);
    assert.match(
      await textOf(archived(first)),
      new RegExp(`\\[b\\]\\(${second}\\.md\\) and \\[c\\]\\(\\.\\./${linking}\\.md\\)`),
    );
    assert.match(await textOf(record(linking)), new RegExp(`\\[a\\]\\(\\./_archive/${first}\\.md\\)`));
    await vscode.workspace.fs.stat(archived(second));
    await until('the index knows them as archived', () =>
      folder.index.all().filter(({ summary }) => ids.some((id) => id === summary.id) && summary.archived).length === 2
        ? true
        : undefined,
    );
  });

  it('keeps their numbers taken', async () => {
    await vscode.commands.executeCommand('changegate.archiveRecord', record(second));
    await vscode.workspace.fs.stat(archived(second));
    await vscode.commands.executeCommand('changegate.renumberRecord', record(linking), second);
    await vscode.workspace.fs.stat(record(linking));
  });
});
