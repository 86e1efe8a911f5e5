import * as vscode from 'vscode';
import { counted } from '../../core/text/counted';
import { lookOf } from '../../core/process/statusLook';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';

const setting = 'decorations.enabled';
/** How long changes are gathered, in milliseconds. */
const gather = 50;

/** Shows the status of records beside their names in VS Code's own explorer and on tabs. */
export class StatusDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  readonly onDidChangeFileDecorations = this.changed.event;
  /** What is shown of each folder, by path. */
  private readonly shown = new Map<GovernedFolder, ReadonlyMap<string, string>>();
  /** Folders that changed in this moment: while a workspace is read, records come in many batches. */
  private readonly pending = new Set<GovernedFolder>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly governance: Governance) {
    this.disposables = [
      this.changed,
      vscode.window.registerFileDecorationProvider(this),
      governance.onDidChange((folder) => {
        this.pending.add(folder);
        this.timer ??= setTimeout(() => {
          this.timer = undefined;
          for (const each of this.pending) this.tell(each);
          this.pending.clear();
        }, gather);
      }),
      governance.onDidRemove((folder) => {
        this.shown.delete(folder);
        this.pending.delete(folder);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`changegate.${setting}`)) this.changed.fire(undefined);
      }),
    ];
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (!/\.md$/i.test(uri.path) || !isOn()) return undefined;
    const place = this.governance.locate(uri);
    if (!place) return undefined;
    const summary = place.folder.index.at(place.path)?.summary;
    if (summary?.path !== place.path) return undefined;
    const { badge, label, color } = lookOf(summary.status, summary.role);
    const problems = summary.problems.error + summary.problems.warning;
    const words = [summary.status === null ? 'Status not recorded' : label];
    if (problems > 0) words.push(counted(problems, 'problem'));
    return new vscode.FileDecoration(badge, words.join(', '), new vscode.ThemeColor(color));
  }

  dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Tells the editor which files look different since it was last told. */
  private tell(folder: GovernedFolder): void {
    const before = this.shown.get(folder);
    const now = new Map(
      folder.index.all().map(({ summary: { path, status, problems } }) => {
        return [path, `${status ?? ''} ${String(problems.error + problems.warning)}`] as const;
      }),
    );
    this.shown.set(folder, now);
    const paths = [...new Set([...(before?.keys() ?? []), ...now.keys()])];
    const different = paths.filter((path) => before?.get(path) !== now.get(path));
    if (different.length > 0) this.changed.fire(different.map((path) => folder.uriOf(path)));
  }
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration('changegate').get<boolean>(setting, true);
}
