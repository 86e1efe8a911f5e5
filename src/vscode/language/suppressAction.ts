import * as vscode from 'vscode';
import { suppressFinding } from '../../core/actions/suppressFinding';
import type { Finding } from '../../core/findings/finding';
import { LineIndex } from '../../core/text/lineIndex';
import { toRange } from '../convert';
import type { LintedDocument } from './lintDocument';

/** «Suppress CG503 here, with a reason»: writes the comment, with the cursor where the reason goes. */
export function suppressAction(
  finding: Finding,
  diagnostics: readonly vscode.Diagnostic[],
  { folder, record, texts }: LintedDocument,
): vscode.CodeAction[] {
  const suppression = suppressFinding(finding, record, folder.index.lintOptions(record.path));
  if (!suppression) return [];
  const { path, edits, reason } = suppression;
  const lines = LineIndex.of(texts.get(path) ?? '');
  const action = new vscode.CodeAction(`Suppress ${finding.code} here, with a reason`, vscode.CodeActionKind.QuickFix);
  const diagnostic = diagnostics.find(({ message }) => message === finding.message);
  if (diagnostic) action.diagnostics = [diagnostic];
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    folder.uriOf(path),
    edits.map(({ span, newText }, index) => {
      const range = toRange(lines.rangeOf(span));
      if (index > 0) return new vscode.TextEdit(range, newText);
      const snippet = new vscode.SnippetString()
        .appendText(newText.slice(0, reason.start))
        .appendPlaceholder(newText.slice(reason.start, reason.end))
        .appendText(newText.slice(reason.end));
      return new vscode.SnippetTextEdit(range, snippet);
    }),
  );
  return [action];
}
