import * as vscode from 'vscode';
import { suppressFinding } from '../../core/actions/suppressFinding';
import type { Finding } from '../../core/findings/finding';
import { toWorkspaceEdit } from '../workspaceEdit';
import type { LintedDocument } from './lintDocument';

/** "Suppress CG503 here, with a reason": writes the comment, with the cursor where the reason goes. */
export function suppressAction(
  finding: Finding,
  diagnostics: readonly vscode.Diagnostic[],
  { folder, record, options }: LintedDocument,
): vscode.CodeAction[] {
  const suppression = suppressFinding(finding, record, options);
  if (!suppression) return [];
  const { change, reason } = suppression;
  const action = new vscode.CodeAction(change.title, vscode.CodeActionKind.QuickFix);
  const diagnostic = diagnostics.find(({ message }) => message === finding.message);
  if (diagnostic) action.diagnostics = [diagnostic];
  action.edit = toWorkspaceEdit(folder, change.steps, { blank: reason });
  return [action];
}
