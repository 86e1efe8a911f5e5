import * as vscode from 'vscode';
import type { IndexedRecord } from '../core/workspace/recordSummary';
import type { Clock, Logger } from '../core/ports';
import { DayWatch } from './dayWatch';
import { GovernedFolder } from './governedFolder';
import type { Platform } from './platform';

/** A record and the workspace folder that it lies in. */
export interface FoundRecord {
  readonly folder: GovernedFolder;
  readonly record: IndexedRecord;
}

/** All workspace folders, each with its own policy and records. */
export class Governance implements vscode.Disposable {
  private readonly governed = new Map<string, { folder: GovernedFolder; listeners: vscode.Disposable[] }>();
  private readonly changed = new vscode.EventEmitter<GovernedFolder>();
  private readonly removed = new vscode.EventEmitter<GovernedFolder>();
  private readonly subscription: vscode.Disposable;
  private readonly focus: vscode.Disposable;
  private readonly days: DayWatch<GovernedFolder>;
  /** Records, policy or list of folders changed. */
  readonly onDidChange = this.changed.event;
  readonly onDidRemove = this.removed.event;

  constructor(
    readonly platform: Platform,
    readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.days = new DayWatch(
      clock,
      () => this.folders.map((folder) => [folder, folder.policy.zone] as const),
      (folder) => {
        folder.beginDay();
      },
    );
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.add(folder);
    this.focus = vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) return;
      this.days.look();
      for (const folder of this.folders) void folder.reconcile();
    });
    this.subscription = vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) this.remove(folder);
      for (const folder of added) void this.add(folder).ready();
    });
  }

  get folders(): readonly GovernedFolder[] {
    return [...this.governed.values()].map(({ folder }) => folder);
  }

  /** Reads every folder that was not read yet. */
  async ready(): Promise<void> {
    await Promise.all(this.folders.map((folder) => folder.ready()));
  }

  async refresh(): Promise<void> {
    await Promise.all(this.folders.map((folder) => folder.refresh()));
  }

  /** The folder that a document lies in, and its path there. */
  locate(uri: vscode.Uri): { readonly folder: GovernedFolder; readonly path: string } | undefined {
    let best: { folder: GovernedFolder; path: string } | undefined;
    for (const folder of this.folders) {
      const path = folder.pathOf(uri);
      if (path !== undefined && (!best || path.length < best.path.length)) best = { folder, path };
    }
    return best;
  }

  /** The record that a document is, or that it is a companion of. */
  recordOf(uri: vscode.Uri): FoundRecord | undefined {
    const place = this.locate(uri);
    const record = place?.folder.index.at(place.path);
    return place && record && { folder: place.folder, record };
  }

  dispose(): void {
    this.subscription.dispose();
    this.focus.dispose();
    this.days.dispose();
    for (const { folder, listeners } of this.governed.values())
      for (const each of [folder, ...listeners]) each.dispose();
    this.changed.dispose();
    this.removed.dispose();
  }

  private add(folder: vscode.WorkspaceFolder): GovernedFolder {
    const governed = new GovernedFolder(folder, this.platform.workspace(folder), this.clock, this.logger, () =>
      this.platform.git(folder),
    );
    const tell = (): void => {
      this.changed.fire(governed);
    };
    this.governed.set(folder.uri.toString(), {
      folder: governed,
      listeners: [
        governed.onDidChange(tell),
        governed.onDidChangePolicy(() => {
          this.days.look();
          tell();
        }),
      ],
    });
    return governed;
  }

  private remove(folder: vscode.WorkspaceFolder): void {
    const key = folder.uri.toString();
    const entry = this.governed.get(key);
    if (!entry) return;
    this.governed.delete(key);
    this.removed.fire(entry.folder);
    for (const each of [entry.folder, ...entry.listeners]) each.dispose();
  }
}
