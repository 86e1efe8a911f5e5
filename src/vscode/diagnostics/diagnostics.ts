import * as vscode from 'vscode';
import type { LocatedFinding } from '../../core/findings/locatedFinding';
import { policyPath } from '../../core/workspace/policy/policy';
import { toRange, toSeverity } from '../convert';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';

/** Where findings say that they come from. */
export const source = 'changegate';

/** Shows the findings of all records, open or not, in the editor and the Problems panel. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(source);
  private readonly shown = new Map<GovernedFolder, Set<string>>();
  private readonly disposables: vscode.Disposable[];

  constructor(
    governance: Governance,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.disposables = [
      this.collection,
      governance.onDidChange((folder) => {
        this.publish(folder);
      }),
      governance.onDidRemove((folder) => {
        for (const uri of this.shown.get(folder) ?? []) this.collection.delete(vscode.Uri.parse(uri));
        this.shown.delete(folder);
      }),
    ];
    for (const folder of governance.folders) this.publish(folder);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Publishes what changed in a folder; files without findings any more are cleared. */
  private publish(folder: GovernedFolder): void {
    const byPath = new Map<string, LocatedFinding[]>();
    const ofFiles = [
      ...folder.policyReading.findings,
      ...folder.templateProblems,
      ...folder.baselineFindings,
      ...folder.index.strayFindings(),
    ];
    const findings = [...folder.index.all().flatMap((record) => record.findings), ...ofFiles];
    for (const finding of findings) {
      const same = byPath.get(finding.path);
      if (same) same.push(finding);
      else byPath.set(finding.path, [finding]);
    }
    if (!ofFiles.some(({ path }) => path === policyPath)) byPath.delete(policyPath);
    const before = this.shown.get(folder) ?? new Set<string>();
    const now = new Set<string>();
    const entries: [vscode.Uri, vscode.Diagnostic[] | undefined][] = [];
    for (const [path, some] of byPath) {
      const uri = folder.uriOf(path);
      now.add(uri.toString());
      const made = some.map((each) => this.diagnostic(each, folder));
      if (!isSame(this.collection.get(uri), made)) entries.push([uri, made]);
    }
    for (const uri of before) if (!now.has(uri)) entries.push([vscode.Uri.parse(uri), undefined]);
    this.shown.set(folder, now);
    if (entries.length > 0) this.collection.set(entries);
  }

  private diagnostic(finding: LocatedFinding, folder: GovernedFolder): vscode.Diagnostic {
    const { code, message, severity, related, relatedRanges, range } = finding;
    const diagnostic = new vscode.Diagnostic(toRange(range), message, toSeverity(severity));
    diagnostic.source = source;
    diagnostic.code = { value: code, target: rulePage(this.extensionUri, code) };
    diagnostic.relatedInformation = related.map((place, index) => {
      const at = relatedRanges[index];
      const where = new vscode.Location(folder.uriOf(place.path), at ? toRange(at) : new vscode.Position(0, 0));
      return new vscode.DiagnosticRelatedInformation(where, place.message);
    });
    return diagnostic;
  }
}

/** The page of a rule, as it is shipped with the extension. */
function rulePage(extensionUri: vscode.Uri, code: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${code}.md`);
}

/** Whether the same is shown already; setting it again would make the editor flicker. */
function isSame(shown: readonly vscode.Diagnostic[] | undefined, made: readonly vscode.Diagnostic[]): boolean {
  return (
    shown?.length === made.length &&
    made.every((each, index) => {
      const other = shown[index];
      return (
        other?.message === each.message &&
        other.severity === each.severity &&
        other.range.isEqual(each.range) &&
        other.relatedInformation?.length === each.relatedInformation?.length
      );
    })
  );
}
