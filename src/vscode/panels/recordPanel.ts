import * as vscode from 'vscode';
import { panelStrings } from '../../core/present/panel/panelStrings';
import { readState } from '../../webview/protocol/page';
import type { FoundRecord, Governance } from '../governance';
import type { OpenPanel, Shown } from './openPanel';

/** The type of the panel; the manifest's activation events name it. */
const panelType = 'changegate.recordPanel';

/**
 * The panel "Lifecycle and Risk": one for the window, docked beside the text. It shows the record of the active editor
 * and follows every keystroke in it; what did not change is not sent. What it needs is loaded when it is opened.
 */
export class RecordPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly strings = panelStrings(vscode.l10n.t);
  private readonly disposables: vscode.Disposable[];
  private open: OpenPanel | undefined;
  /** The text of the active editor, while it is not known as a record: one that was just made, or renamed. */
  private awaited: string | undefined;

  constructor(
    private readonly governance: Governance,
    private readonly extension: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.disposables = [
      vscode.window.registerWebviewPanelSerializer(panelType, this),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.follow(editor.document.uri);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.open?.concerns(document.uri) === true) this.open.update();
      }),
      // Other records matter too: what this one waits for, and what waits for it.
      governance.onDidChange(() => {
        const uri = vscode.window.activeTextEditor?.document.uri;
        if (uri && (uri.toString() === this.awaited || this.isEmpty())) this.follow(uri);
        this.open?.update();
      }),
      governance.onDidRemove((folder) => {
        if (this.open?.shown?.folder === folder) this.open.show(undefined);
      }),
    ];
  }

  /** What the panel shows by now, exposed for tests. */
  get current(): OpenPanel | undefined {
    return this.open;
  }

  /** Shows a record beside its text; a panel that is in view already gets the keyboard. */
  async show({ folder, record }: FoundRecord): Promise<void> {
    const adopt = await this.loaded();
    const { path } = record.summary;
    const uri = folder.uriOf(path);
    const files = [path, ...record.summary.companions].map((each) => folder.uriOf(each).toString());
    const isOpen = vscode.window.visibleTextEditors.some(({ document }) => files.includes(document.uri.toString()));
    const wasVisible = this.open?.panel.visible === true;
    this.awaited = undefined;
    if (!isOpen) await vscode.window.showTextDocument(uri, { viewColumn: this.textColumn(), preserveFocus: true });
    if (this.open) this.open.panel.reveal(undefined, !wasVisible);
    else
      adopt(
        vscode.window.createWebviewPanel(
          panelType,
          this.strings.title,
          { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
          {},
        ),
      );
    this.open?.show({ folder, path });
  }

  /** Gives a panel of an earlier window its page again. @internal called by VS Code */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    let adopt: Adopt;
    try {
      adopt = await this.loaded();
    } catch (error) {
      // Without its code the panel would stay empty.
      panel.dispose();
      throw error;
    }
    if (this.open) {
      panel.dispose();
      return;
    }
    const open = adopt(panel);
    const uri = uriIn(readState(state)?.topic);
    await this.governance.ready();
    const remembered = uri && this.governance.recordOf(uri);
    const active =
      vscode.window.activeTextEditor && this.governance.recordOf(vscode.window.activeTextEditor.document.uri);
    open.show(shownOf(active ?? remembered));
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
    this.open?.panel.dispose();
  }

  /** Whether there is nothing to show: no record, or one that is gone. */
  private isEmpty(): boolean {
    const shown = this.open?.shown;
    return shown?.folder.index.at(shown.path) === undefined;
  }

  /** The text stays in its own column. */
  private textColumn(): vscode.ViewColumn {
    const own = this.open?.panel.viewColumn;
    const other = vscode.window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== own)?.viewColumn;
    return other ?? (own === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.One);
  }

  /** Loads the code of the panel; the result takes over a webview panel of VS Code. */
  private async loaded(): Promise<Adopt> {
    const { OpenPanel } = await import('./openPanel');
    return (panel) => {
      const open = new OpenPanel(panel, this.governance, this.extension, this.log);
      this.open = open;
      panel.onDidDispose(() => {
        open.dispose();
        if (this.open === open) this.open = undefined;
      });
      return open;
    };
  }

  /** Shows the record of an editor; what is no record, or not yet, leaves the panel as it is. */
  private follow(uri: vscode.Uri): void {
    const found = this.governance.recordOf(uri);
    this.awaited = found ? undefined : uri.toString();
    if (found) this.open?.show(shownOf(found));
  }
}

type Adopt = (panel: vscode.WebviewPanel) => OpenPanel;

/** What was remembered is anybody's text. */
function uriIn(text: string | undefined): vscode.Uri | undefined {
  try {
    return text === undefined || text === '' ? undefined : vscode.Uri.parse(text, true);
  } catch {
    return undefined;
  }
}

function shownOf(found: FoundRecord | undefined): Shown | undefined {
  return found && { folder: found.folder, path: found.record.summary.path };
}
