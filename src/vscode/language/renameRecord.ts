import * as vscode from 'vscode';
import { boundApproval, renumber } from '../../core/actions/renumber';
import type { ChangeRecord } from '../../core/record/record';
import type { RecordId } from '../../core/process/recordId';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';
import { saveFirst } from '../saveFirst';
import { toWorkspaceEdit } from '../workspaceEdit';
import { mentionAt, recordsWithId } from './mentionAt';
import { mentionSources } from './mentionSources';
import { renumberEdit } from './renumberEdit';

/**
 * F2 on an ID, wherever it is mentioned: the record gets another number, and everything that mentions it follows.
 *
 * VS Code asks one rename provider after the other until one does not refuse, and that of Markdown renames headings and
 * links. It must not be asked with an ID for a name: a message says what is refused then, and nothing is edited.
 */
export class RenameRecord implements vscode.RenameProvider {
  constructor(private readonly governance: Governance) {}

  /** @throws Error with the reason why there is nothing to rename here; VS Code shows it at the cursor. */
  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ range: vscode.Range; placeholder: string }> {
    const { folder, record, id, range } = await this.renamedAt(document, position);
    const reason = await boundApproval(record, id, { workspace: folder.workspace });
    const isOfMarkdown = document.languageId === 'markdown';
    if (reason !== undefined && !isOfMarkdown) throw new Error(reason);
    // Refusing here would hand the heading over to the provider of Markdown; whatever is typed, nothing is edited.
    if (reason !== undefined) void vscode.window.showWarningMessage(reason);
    return { range, placeholder: id.text };
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit> {
    const { folder, record } = await this.renamedAt(document, position);
    try {
      const saved = await savedRecord(folder, record.path);
      const result = await renumber(saved, newName, mentionSources(this.governance, folder, token));
      if (result.kind === 'change') return await renumberEdit(folder, result);
      if (!token.isCancellationRequested) void vscode.window.showWarningMessage(result.reason);
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
    return toWorkspaceEdit(folder, []);
  }

  private async renamedAt(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ folder: GovernedFolder; record: ChangeRecord; id: RecordId; range: vscode.Range }> {
    const here = mentionAt(this.governance, document, position);
    if (!here) throw new Error('There is no ID of a record here.');
    const { mention, range } = here;
    if (mention.kind === 'requirement') throw new Error('Only records are renumbered; this is a requirement.');
    await Promise.all(here.folders.map((folder) => folder.ready()));
    const found = here.folders.flatMap((folder) =>
      recordsWithId(folder, mention.id).map(({ summary }) => ({ folder, summary })),
    );
    const own = found.find(({ folder, summary }) =>
      [summary.path, ...summary.companions].some((path) => folder.uriOf(path).toString() === document.uri.toString()),
    );
    const target = own ?? (found.length === 1 ? found[0] : undefined);
    if (!target)
      throw new Error(
        found.length === 0
          ? `No record has the ID ${mention.id}.`
          : `${mention.id} is the ID of ${found.map(({ summary }) => summary.path).join(' and of ')}; rename it in one of them.`,
      );
    const record = await target.folder.readRecord(target.summary.path);
    if (!record?.id) throw new Error(`${target.summary.path} cannot be read.`);
    return { folder: target.folder, record, id: record.id, range };
  }
}

/** A record as it is on disk, too: its files are about to be moved. @throws UnsavedFileError */
export async function savedRecord(folder: GovernedFolder, path: string): Promise<ChangeRecord> {
  await saveFirst(folder, [path, ...(folder.index.at(path)?.summary.companions ?? [])]);
  const record = await folder.readRecord(path);
  if (!record) throw new Error(`${path} cannot be read.`);
  return record;
}
