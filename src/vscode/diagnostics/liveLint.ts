import * as vscode from 'vscode';
import { policyPath } from '../../core/workspace/policy/policy';
import type { Governance } from '../governance';

/**
 * Checks records while they are written: the text of every open editor is laid over its file, a moment after the
 * last keystroke. A result that was overtaken by another keystroke is thrown away by the index.
 */
export class LiveLint implements vscode.Disposable {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly governance: Governance) {
    this.disposables = [
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.schedule(document, 0);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && runsOnType()) this.schedule(document, delay());
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.schedule(document, 0);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.forget(document);
      }),
    ];
    for (const document of vscode.workspace.textDocuments) this.schedule(document, 0);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  private schedule(document: vscode.TextDocument, wait: number): void {
    const place = this.governance.locate(document.uri);
    if (!place || !concerns(place.path)) return;
    const key = document.uri.toString();
    const timer = this.timers.get(key);
    if (timer !== undefined) clearTimeout(timer);
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        if (!document.isClosed) void place.folder.setOverlay(place.path, document.getText());
      }, wait),
    );
  }

  private forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const timer = this.timers.get(key);
    if (timer !== undefined) clearTimeout(timer);
    this.timers.delete(key);
    const place = this.governance.locate(document.uri);
    if (place && concerns(place.path)) void place.folder.setOverlay(place.path, undefined);
  }
}

/** Only Markdown can be a record; everything else costs nothing. */
function concerns(path: string): boolean {
  return /\.md$/i.test(path) || path === policyPath;
}

function runsOnType(): boolean {
  return vscode.workspace.getConfiguration('changegate').get<string>('lint.run') !== 'onSave';
}

function delay(): number {
  return Math.max(0, Math.min(5000, vscode.workspace.getConfiguration('changegate').get<number>('lint.delay', 150)));
}
