import * as vscode from 'vscode';
import { nextRecordId } from '../../core/actions/nextRecordId';
import { boundApproval } from '../../core/actions/renumber';
import { momentOfId } from '../../core/process/recordId';
import { source } from '../diagnostics/diagnostics';
import type { Governance } from '../governance';
import { mentionSources } from './mentionSources';
import type { CommandId } from '../commands/commandIds';

/** The fix of a duplicate: this record gets the next free number of its day. Which of the two, a person says by choosing it. */
export class RenumberActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };

  constructor(private readonly governance: Governance) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const duplicate = diagnostics.find(
      ({ source: from, code }) => from === source && typeof code === 'object' && code.value === 'CG207',
    );
    const place = duplicate && this.governance.locate(document.uri);
    const record = await place?.folder.readRecord(place.path);
    if (!place || !record?.id || token.isCancellationRequested) return [];
    const sources = mentionSources(this.governance, place.folder, token);
    if ((await boundApproval(record, record.id, sources)) !== undefined) return [];
    const next = await nextRecordId(record.process, momentOfId(record.id, record.process.identity), sources);
    const title = `Renumber to ${next.text}`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [duplicate];
    action.command = {
      title,
      command: 'changegate.renumberRecord' satisfies CommandId,
      arguments: [document.uri, next.text],
    };
    return [action];
  }
}
