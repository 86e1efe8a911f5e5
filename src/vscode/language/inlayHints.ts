import * as vscode from 'vscode';
import { inlayHints } from '../../core/present/language/inlayHints';
import type { Governance } from '../governance';

const setting = 'inlayHints.enabled';

/** Shows the computed score behind each risk, and the highest behind the overall risk. */
export class InlayHints implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.changed.event;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly governance: Governance) {
    this.disposables = [
      this.changed,
      vscode.languages.registerInlayHintsProvider({ language: 'markdown' }, this),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`changegate.${setting}`)) this.changed.fire();
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[]> {
    if (!vscode.workspace.getConfiguration('changegate').get<boolean>(setting, true)) return [];
    const place = this.governance.locate(document.uri);
    const record = place && (await place.folder.readRecord(place.path));
    if (!record || token.isCancellationRequested) return [];
    const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return inlayHints(record, place.path, within).map(({ offset, text, tooltip }) => {
      const hint = new vscode.InlayHint(document.positionAt(offset), text);
      hint.paddingLeft = true;
      hint.tooltip = tooltip;
      return hint;
    });
  }
}
