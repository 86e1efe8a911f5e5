import * as vscode from 'vscode';
import type { IndexedRecord } from '../../core/workspace/recordSummary';
import { LineIndex, type Position } from '../../core/text/lineIndex';
import { shiftedPosition } from '../../core/text/shiftedPosition';
import { recordLenses, type RecordLens } from '../../core/present/lenses';
import { toRange } from '../convert';
import type { CommandId } from '../commands/commandIds';
import { source } from '../diagnostics/diagnostics';
import type { FoundRecord, Governance } from '../governance';

/** What a click on a lens runs; not in the palette. */
export const followLens = 'changegate.followLens';
const showLifecycle: CommandId = 'changegate.showLifecycle';
const setting = 'codeLens.enabled';

/** A lens, and where its line is by now. */
interface ShownLens {
  readonly lens: Pick<RecordLens, 'id' | 'title' | 'tooltip' | 'action'>;
  readonly at: Position;
}

/**
 * Lines above the title, the risks and the approval of a record that say how it stands. They are of the last reading of
 * the index, and move with the text that is typed, so that nothing flickers between a keystroke and the next reading.
 */
export class CodeLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly shown = new Map<string, readonly ShownLens[]>();
  /** The reading of the index that the lenses of a document are of. */
  private readonly readings = new Map<string, IndexedRecord>();
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly governance: Governance) {
    this.disposables = [
      this.changed,
      vscode.languages.registerCodeLensProvider({ language: 'markdown' }, this),
      vscode.commands.registerCommand(followLens, (uri: unknown, id: unknown) => this.follow(uri, id)),
      governance.onDidChange(() => {
        for (const document of new Set(vscode.window.visibleTextEditors.map((editor) => editor.document)))
          void this.update(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const key = document.uri.toString();
        const lenses = this.shown.get(key);
        if (lenses && contentChanges.length > 0) this.shown.set(key, lenses.map(shiftedBy(contentChanges)));
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.forget(uri);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`changegate.${setting}`)) this.changed.fire();
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!isOn()) return [];
    const key = document.uri.toString();
    if (!this.shown.has(key)) await this.governance.locate(document.uri)?.folder.ready();
    // There was no event for what the index read while the document was in no editor.
    if (!this.isCurrent(document)) await this.read(document);
    return (this.shown.get(key) ?? []).flatMap(({ lens, at: { line } }) => {
      const { id, title, tooltip, action } = lens;
      const command = action.kind === 'none' ? '' : followLens;
      const range = new vscode.Range(line, 0, line, 0);
      const own = new vscode.CodeLens(range, {
        title,
        command,
        ...(tooltip === '' ? {} : { tooltip }),
        arguments: [document.uri, id],
      });
      // Beside how it stands: the way there, as a picture.
      const picture = { title: 'Lifecycle and risk', command: showLifecycle, arguments: [document.uri] };
      return id === 'status' ? [own, new vscode.CodeLens(range, picture)] : [own];
    });
  }

  /** Reads the lenses of a document again if the index did, and tells the editor if they are others. */
  private async update(document: vscode.TextDocument): Promise<void> {
    if (!isOn()) return;
    const key = document.uri.toString();
    const before = this.shown.get(key);
    if (this.isCurrent(document)) return;
    if ((await this.read(document)) && !isSame(before, this.shown.get(key))) this.changed.fire();
  }

  private isCurrent({ uri }: vscode.TextDocument): boolean {
    return this.readings.get(uri.toString()) === this.governance.recordOf(uri)?.record;
  }

  /** False if the text was changed while it was read: the index is about to read it again. */
  private async read(document: vscode.TextDocument): Promise<boolean> {
    const key = document.uri.toString();
    const { version } = document;
    const found = this.governance.recordOf(document.uri);
    const lenses = found ? await lensesOf(found) : [];
    if (document.version !== version || document.isClosed) return false;
    if (!found) {
      const wasShown = this.shown.has(key);
      this.forget(document.uri);
      return wasShown;
    }
    const path = found.folder.pathOf(document.uri);
    const lines = LineIndex.of(document.getText());
    this.readings.set(key, found.record);
    this.shown.set(
      key,
      lenses
        .filter((lens) => lens.path === path)
        .map(({ id, title, tooltip, action, span }) => ({
          lens: { id, title, tooltip, action },
          at: lines.positionAt(span.start),
        })),
    );
    return true;
  }

  /** Does what the lens offers, by the text as it is now. */
  private async follow(uri: unknown, id: unknown): Promise<void> {
    const found = uri instanceof vscode.Uri ? this.governance.recordOf(uri) : undefined;
    const lens = found && (await lensesOf(found)).find((each) => each.id === id);
    if (!lens) return;
    const { folder, record } = found;
    switch (lens.action.kind) {
      case 'move':
        await vscode.commands.executeCommand(
          'changegate.moveRecord' satisfies CommandId,
          folder.uriOf(record.summary.path),
        );
        return;
      case 'problems':
        await showProblems(folder.uriOf(lens.path));
        return;
      case 'go': {
        const document = await vscode.workspace.openTextDocument(folder.uriOf(lens.action.path));
        const range = toRange(LineIndex.of(document.getText()).rangeOf(lens.action.span));
        const editor = await vscode.window.showTextDocument(document, { selection: range });
        editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
        return;
      }
      case 'none':
    }
  }

  private forget(uri: vscode.Uri): void {
    this.shown.delete(uri.toString());
    this.readings.delete(uri.toString());
  }
}

async function lensesOf({ folder, record: { summary } }: FoundRecord): Promise<readonly RecordLens[]> {
  const record = await folder.readRecord(summary.path);
  return record ? recordLenses(record, summary.problems.error + summary.problems.warning) : [];
}

/** The next problem of the file in place; those of companions in the panel. */
async function showProblems(uri: vscode.Uri): Promise<void> {
  const own = vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === source);
  const isHere = own.some(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
  if (isHere) await vscode.window.showTextDocument(uri);
  await vscode.commands.executeCommand(isHere ? 'editor.action.marker.next' : 'workbench.panel.markers.view.focus');
}

function shiftedBy(changes: readonly vscode.TextDocumentContentChangeEvent[]): (shown: ShownLens) => ShownLens {
  return ({ lens, at }) => ({ lens, at: changes.reduce<Position>(shiftedPosition, at) });
}

function isSame(before: readonly ShownLens[] | undefined, now: readonly ShownLens[] | undefined): boolean {
  return (
    before?.length === now?.length &&
    (now ?? []).every(({ lens, at }, index) => {
      const other = before?.[index];
      return (
        other?.at.line === at.line &&
        other.lens.title === lens.title &&
        other.lens.tooltip === lens.tooltip &&
        other.lens.action.kind === lens.action.kind
      );
    })
  );
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration('changegate').get<boolean>(setting, true);
}
