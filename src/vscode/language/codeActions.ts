import * as vscode from 'vscode';
import { fixAll } from '../../core/actions/fixAll';
import { isChanging, type Finding, type RevealingFix } from '../../core/findings/finding';
import { LineIndex } from '../../core/text/lineIndex';
import { toRange } from '../convert';
import { source } from '../diagnostics/diagnostics';
import type { Governance } from '../governance';
import { toWorkspaceEdit } from '../workspaceEdit';
import { suppressAction } from './suppressAction';
import { lintDocument, type LintedDocument } from './lintDocument';

/** The kind of action that mends everything that can be mended without asking. */
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('changegate');

/** Offers the fixes of findings, and all safe ones at once on save. */
export class CodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  };

  constructor(private readonly governance: Governance) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const wantsAll = context.only?.contains(fixAllKind) === true;
    const own = context.diagnostics.filter((diagnostic) => diagnostic.source === source);
    if (!wantsAll && own.length === 0) return [];
    const linted = await lintDocument(this.governance, document);
    if (!linted || token.isCancellationRequested) return [];
    if (wantsAll) return fixAllAction(linted);
    const lines = LineIndex.of(document.getText());
    const here = linted.findings.filter(
      (finding) =>
        finding.path === linted.path && toRange(lines.rangeOf(finding.span)).intersection(range) !== undefined,
    );
    // What mends comes before what only keeps quiet.
    return [
      ...here.flatMap((finding) => actionsFor(finding, own, linted)),
      ...eachCodeOnce(here).flatMap((finding) => suppressAction(finding, own, linted)),
    ];
  }
}

/** One comment keeps all findings of a rule on a line quiet. */
function eachCodeOnce(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code }, index) => findings.findIndex((each) => each.code === code) === index);
}

function actionsFor(
  finding: Finding,
  diagnostics: readonly vscode.Diagnostic[],
  linted: LintedDocument,
): vscode.CodeAction[] {
  const diagnostic = diagnostics.find(({ message }) => message === finding.message);
  const real = finding.fixes.filter(isChanging);
  return finding.fixes.map((fix) => {
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    if (diagnostic) action.diagnostics = [diagnostic];
    action.isPreferred = real.length === 1 && real[0] === fix && fix.safe;
    if (isChanging(fix)) action.edit = toWorkspaceEdit(linted.folder, fix.change().steps);
    else action.command = revealCommand(fix, linted);
    return action;
  });
}

function revealCommand(
  { title, reveal: { path, span } }: RevealingFix,
  { folder, texts }: LintedDocument,
): vscode.Command {
  const range = toRange(LineIndex.of(texts.get(path) ?? '').rangeOf(span));
  return {
    title,
    command: 'vscode.open',
    arguments: [folder.uriOf(path), { selection: range } satisfies vscode.TextDocumentShowOptions],
  };
}

function fixAllAction({ record, folder, options }: LintedDocument): vscode.CodeAction[] {
  const change = fixAll(record, options);
  if (!change) return [];
  const action = new vscode.CodeAction('Fix all that Changegate can mend safely', fixAllKind);
  action.edit = toWorkspaceEdit(folder, change.steps);
  return [action];
}
