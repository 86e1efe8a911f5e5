import * as vscode from 'vscode';
import type { Range } from '../core/text/lineIndex';
import type { Severity } from '../core/findings/finding';

/** A range of the core as VS Code's. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** A severity of the core as VS Code's. */
export function toSeverity(severity: Severity): vscode.DiagnosticSeverity {
  return severities[severity];
}
