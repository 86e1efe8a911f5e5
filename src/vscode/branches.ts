import * as vscode from 'vscode';
import type { Governance } from './governance';
import type { GovernedFolder } from './governedFolder';

/** What is used of the interface of VS Code's git extension. */
interface GitExtension {
  getAPI(version: 1): {
    readonly repositories: readonly Repository[];
    readonly onDidOpenRepository: vscode.Event<Repository>;
  };
}

interface Repository {
  readonly state: { readonly HEAD?: { readonly name?: string }; readonly onDidChange: vscode.Event<void> };
}

/**
 * The branches that are checked out. Which one it is, git says; that it may be another one now, VS Code's git extension
 * says, a watcher where that extension is switched off, and the window when it gets the focus.
 */
export class Branches implements vscode.Disposable {
  private readonly known = new Map<GovernedFolder, string | undefined>();
  private readonly changed = new vscode.EventEmitter<GovernedFolder>();
  readonly onDidChange = this.changed.event;
  private readonly watchers = new Map<GovernedFolder, vscode.Disposable>();
  private readonly disposables: vscode.Disposable[];
  private isDisposed = false;

  constructor(private readonly governance: Governance) {
    const askAll = (): void => {
      void this.refresh();
    };
    this.disposables = [
      this.changed,
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) askAll();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(askAll),
      governance.onDidChange((folder) => {
        if (!this.watchers.has(folder)) void this.follow(folder);
      }),
      governance.onDidRemove((folder) => {
        this.known.delete(folder);
        this.watchers.get(folder)?.dispose();
        this.watchers.delete(folder);
      }),
    ];
    void this.followGitExtension();
  }

  /** The branch of a folder as it was last seen; undefined when detached, without git, and before it was asked for. */
  of(folder: GovernedFolder): string | undefined {
    return this.known.get(folder);
  }

  /** Asks git again for every folder. */
  async refresh(): Promise<void> {
    await Promise.all(this.governance.folders.map((folder) => this.ask(folder)));
  }

  dispose(): void {
    this.isDisposed = true;
    for (const disposable of [...this.disposables, ...this.watchers.values()]) disposable.dispose();
  }

  /** Folders without records ask git nothing. */
  private async follow(folder: GovernedFolder): Promise<void> {
    if (folder.index.all().length === 0) return;
    const head = new vscode.RelativePattern(folder.folder, '.git/HEAD');
    const watcher = vscode.workspace.createFileSystemWatcher(head);
    const ask = (): void => {
      void this.ask(folder);
    };
    this.watchers.set(folder, vscode.Disposable.from(watcher, watcher.onDidChange(ask), watcher.onDidCreate(ask)));
    await this.ask(folder);
  }

  private async ask(folder: GovernedFolder): Promise<void> {
    if (!this.watchers.has(folder)) return;
    const branch = await this.governance.platform.git(folder.folder).currentBranch();
    if (this.isDisposed || (this.known.has(folder) && this.known.get(folder) === branch)) return;
    this.known.set(folder, branch);
    this.changed.fire(folder);
  }

  private async followGitExtension(): Promise<void> {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    if (!extension) return;
    try {
      const git = (await extension.activate()).getAPI(1);
      if (this.isDisposed) return;
      for (const repository of git.repositories) this.followRepository(repository);
      this.disposables.push(
        git.onDidOpenRepository((repository) => {
          this.followRepository(repository);
        }),
      );
    } catch {
      // Switched off: the watcher and the focus are left.
    }
  }

  /** A repository tells of every file that changes; only another branch is worth a question. */
  private followRepository({ state }: Repository): void {
    let name = state.HEAD?.name;
    this.disposables.push(
      state.onDidChange(() => {
        if (state.HEAD?.name === name) return;
        name = state.HEAD?.name;
        void this.refresh();
      }),
    );
    void this.refresh();
  }
}
