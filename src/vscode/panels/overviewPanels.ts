import * as vscode from 'vscode';
import type { OverviewKind } from '../../core/present/overview/known';
import type { Governance } from '../governance';
import type { OpenOverview } from './openOverview';

/** The types of their panels; the activation events of the manifest name them. */
const overviewTypes: Readonly<Record<OverviewKind, string>> = {
  dashboard: 'changegate.dashboard',
  calendar: 'changegate.calendar',
};

/**
 * The governance dashboard and the change calendar: one of each for the window, over the records of all folders. They
 * follow the index; what did not change is not sent. What they need is loaded when one of them is opened.
 */
export class OverviewPanels implements vscode.Disposable {
  private readonly panels = new Map<OverviewKind, vscode.WebviewPanel>();
  /** Those whose code is there as well. */
  private readonly opened = new Map<OverviewKind, OpenOverview>();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly governance: Governance,
    private readonly extension: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const update = (): void => {
      for (const open of this.opened.values()) open.update();
    };
    const kinds = ['dashboard', 'calendar'] as const;
    this.disposables = [
      ...kinds.map((kind) =>
        vscode.window.registerWebviewPanelSerializer(overviewTypes[kind], {
          deserializeWebviewPanel: (panel, state) => this.restore(kind, panel, state),
        }),
      ),
      governance.onDidChange(update),
      governance.onDidRemove(update),
    ];
  }

  /** The open page of a kind, exposed for tests. */
  current(kind: OverviewKind): OpenOverview | undefined {
    return this.opened.get(kind);
  }

  /** Shows a page; one that is open already comes into view. */
  async show(kind: OverviewKind): Promise<void> {
    const panel = this.panels.get(kind);
    if (panel) panel.reveal();
    else
      await this.adopt(
        kind,
        vscode.window.createWebviewPanel(overviewTypes[kind], '', vscode.ViewColumn.Active, {}),
        undefined,
      );
  }

  /** Gives a panel of an earlier window its page again; a second one of its kind is one too many. */
  async restore(kind: OverviewKind, panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (this.panels.has(kind)) panel.dispose();
    else await this.adopt(kind, panel, state);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  private async adopt(kind: OverviewKind, panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.panels.set(kind, panel);
    panel.onDidDispose(() => {
      this.panels.delete(kind);
      this.opened.get(kind)?.dispose();
      this.opened.delete(kind);
    });
    try {
      const { OpenOverview } = await import('./openOverview');
      // It may have been closed before its code was there.
      if (this.panels.get(kind) !== panel) return;
      this.opened.set(kind, new OpenOverview(kind, panel, this.governance, this.extension, this.log, state));
    } catch (error) {
      // An empty panel would come into view whenever somebody asks for the page.
      if (this.panels.get(kind) === panel) panel.dispose();
      throw error;
    }
  }
}
