import * as vscode from 'vscode';
import type { Change } from '../../core/change/change';
import { setRisk } from '../../core/actions/setRisk';
import type { ChangeRecord, RiskReading } from '../../core/record/record';
import { LineIndex } from '../../core/text/lineIndex';
import { messageView } from '../../core/present/page/html';
import { panelPage, type PanelView } from '../../core/present/panel/panelPage';
import { panelStrings } from '../../core/present/panel/panelStrings';
import type { RecordPanel, RiskMark, Target } from '../../core/present/panel/recordPanel';
import { applyLatest } from '../applyLatest';
import type { CommandId } from '../commands/commandIds';
import { toRange } from '../convert';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';
import type { AskedByPage } from './pageMessages';
import { panelOf } from './panelOf';
import { PagePanel } from './pagePanel';

/** Keystrokes of this long are looked at together, in milliseconds: shorter than a frame that anybody would miss. */
const gather = 40;

/** The record that is shown: the file that holds it. */
export interface Shown {
  readonly folder: GovernedFolder;
  readonly path: string;
}

/** A record as it is read and shown. */
interface ReadPanel {
  readonly record: ChangeRecord;
  readonly panel: RecordPanel;
  readonly view: PanelView;
}

/** One life of the panel. */
export class OpenPanel {
  /** The record that is shown. */
  shown: Shown | undefined;
  /** What was sent to the page last; undefined while nothing was. */
  view: PanelView | undefined;
  private readonly strings = panelStrings(vscode.l10n.t);
  private readonly page: PagePanel;
  private writing: Promise<void> = Promise.resolve();
  private isDisposed = false;
  private sentUri = '';

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly governance: Governance,
    extension: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.page = new PagePanel(
      panel,
      extension,
      { kind: 'record', text: this.strings, icon: 'panel' },
      { receive: (message) => this.receive(message), draw: () => this.draw() },
      gather,
    );
  }

  /** How often the page began: it does whenever it comes into view again. */
  get begun(): number {
    return this.page.begun;
  }

  /** How many messages the page was sent. */
  get sent(): number {
    return this.page.sent;
  }

  /** What the page has of a part, exposed for tests. */
  htmlOf(part: string): string {
    return this.page.htmlOf(part);
  }

  /** The sections of the last message. */
  get lastChanged(): readonly string[] {
    return this.page.lastChanged;
  }

  /** Shows a record, or that there is none. */
  show(shown: Shown | undefined): void {
    if (shown && this.shown?.folder === shown.folder && this.shown.path === shown.path) return;
    this.shown = shown;
    this.update();
  }

  /** Whether a text is part of the record that is shown. */
  concerns(uri: vscode.Uri): boolean {
    const { shown } = this;
    const path = shown?.folder.pathOf(uri);
    if (!shown || path === undefined) return false;
    return path === shown.path || shown.folder.index.at(path)?.summary.path === shown.path;
  }

  /** Looks at the record again, soon; once for all that comes in the meantime. */
  update(): void {
    this.page.update();
  }

  dispose(): void {
    this.isDisposed = true;
    this.page.dispose();
  }

  private async draw(): Promise<void> {
    const { shown, strings } = this;
    try {
      const read = shown && (await this.read(shown));
      // Another record was asked for meanwhile: that one is drawn next.
      if (this.shown !== shown || this.isDisposed || !this.page.isListening) return;
      if (shown && read) this.tellView(read, shown.folder.uriOf(shown.path).toString());
      else this.tellMessage('empty', strings.noRecord, strings.noRecordHint);
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      if (this.page.isListening) this.tellMessage('error', strings.unreadable, strings.unreadableHint);
    }
  }

  /** The record by the texts that the editors hold now; undefined where it is gone. */
  private async read({ folder, path }: Shown): Promise<ReadPanel | undefined> {
    const read = await panelOf(folder, path, this.governance.clock.now());
    return read && { ...read, view: panelPage(read.panel, this.strings, true) };
  }

  private tellView({ view, panel }: ReadPanel, uri: string): void {
    const announce = spoken(this.sentUri === uri ? this.view : undefined, view);
    this.view = view;
    this.sentUri = uri;
    this.panel.title = panel.heading.id;
    this.page.show(view, { topic: uri, ...(announce === undefined ? {} : { announce }) });
  }

  private tellMessage(kind: 'empty' | 'error', text: string, hint: string): void {
    this.view = undefined;
    this.sentUri = '';
    this.panel.title = this.strings.title;
    this.page.show(messageView(kind, text, hint));
  }

  /** Does what the page asks for; undefined is what it may not ask for. */
  async receive(message: AskedByPage | undefined): Promise<void> {
    if (!message) return;
    try {
      switch (message.type) {
        case 'ready':
          this.page.begin();
          return;
        case 'act':
          if (message.act === 'reveal') await this.reveal(message.what);
          else if (message.act === 'move') await this.move(message.what);
          return;
        case 'put': {
          const { item, row, column } = message;
          const write = (): Promise<void> => this.setRisk(item, row, column);
          // One after the other: each goes on from what the one before it wrote.
          await (this.writing = this.writing.then(write, write));
          return;
        }
        // This page has no months, and no choice of what it shows.
        case 'select':
        case 'goTo':
      }
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  /** Goes to a place by its name, where it is by now. */
  private async reveal(name: string): Promise<void> {
    const { shown } = this;
    const target = shown && (await this.read(shown))?.view.places.get(name);
    if (shown && target) await this.goTo(shown.folder, target);
  }

  /** The text is shown where it is already, else beside the panel. */
  private async goTo(folder: GovernedFolder, { path, span }: Target): Promise<void> {
    const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
    const selection = toRange(LineIndex.of(document.getText()).rangeOf(span));
    const own = this.panel.viewColumn;
    const editors = vscode.window.visibleTextEditors;
    const column =
      editors.find((editor) => editor.document === document)?.viewColumn ??
      editors.find(({ viewColumn }) => viewColumn !== undefined && viewColumn !== own)?.viewColumn ??
      (own === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: column, selection });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Begins a move by the command, which asks what belongs to it; only to a status that the panel offers. */
  private async move(to: string): Promise<void> {
    const { shown, view } = this;
    if (!shown || view?.moves.has(to) !== true) return;
    await vscode.commands.executeCommand(
      'changegate.moveRecord' satisfies CommandId,
      shown.folder.uriOf(shown.path),
      undefined,
      { to, ask: true },
    );
  }

  /** Writes another place of a risk into the text, as one step that one undo takes back. */
  private async setRisk(key: string, probability: number, impact: number): Promise<void> {
    const { shown } = this;
    if (!shown) return;
    const workOut = async (): Promise<Change | undefined> => {
      const read = await this.read(shown);
      const mark = read?.view.risks.get(key);
      const risk = read && mark && [...read.record.risks, ...read.record.riskTable].find((each) => isSame(each, mark));
      if (!risk) return undefined;
      const result = setRisk(read.record, risk, {
        probability: probability === 0 ? undefined : probability,
        impact: impact === 0 ? undefined : impact,
      });
      if (result.kind === 'impossible') void vscode.window.showWarningMessage(result.reason);
      return result.kind === 'change' ? result.change : undefined;
    };
    await applyLatest(shown.folder, workOut, { reveal: false });
  }
}

/** Whether a risk of the text is the one that a mark of the panel stands for. */
function isSame({ source, document, description }: RiskReading, { source: from, target }: RiskMark): boolean {
  return source === from && document.path === target.path && description.span.start === target.span.start;
}

/** What is worth reading aloud: another status, another highest risk. */
function spoken(before: PanelView | undefined, { spoken: now }: PanelView): string | undefined {
  if (!before) return undefined;
  const changed = [
    ...(before.spoken.status === now.status ? [] : [now.status]),
    ...(before.spoken.risk === now.risk ? [] : [now.risk]),
  ];
  return changed.length > 0 ? changed.join(' ') : undefined;
}
