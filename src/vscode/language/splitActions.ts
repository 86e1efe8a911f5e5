import * as vscode from 'vscode';
import { source } from '../diagnostics/diagnostics';
import type { CommandId } from '../commands/commandIds';

/** The fix of a change of high risk that is too large: it is split into smaller ones. */
export class SplitActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const found = diagnostics.find(
      ({ source: from, code }) => from === source && typeof code === 'object' && code.value === 'CG521',
    );
    if (!found) return [];
    const title = 'Split into smaller records…';
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [found];
    action.command = { title, command: 'changegate.splitRecord' satisfies CommandId, arguments: [document.uri] };
    return [action];
  }
}
