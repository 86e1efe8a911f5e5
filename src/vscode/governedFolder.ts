import * as vscode from 'vscode';
import { loadPolicy } from '../core/actions/validate';
import { RecordIndex } from '../core/index/recordIndex';
import type { IndexedRecord } from '../core/index/recordSummary';
import { defaultPolicy, policyPath, recordFolders, type Policy } from '../core/policy/policy';
import { readPolicy, type PolicyReading } from '../core/policy/readPolicy';
import type { Clock, Logger, Workspace } from '../core/ports';
import { builtInProcesses } from '../core/process/builtInProcesses';
import { loadProcesses } from '../core/process/loadProcesses';
import type { Process } from '../core/process/process';
import { decodeText, largestFile, limitText } from '../core/record/decodeText';
import { identifyFile } from '../core/record/identifyFile';
import { readRecord, type SourceText } from '../core/record/readRecord';
import type { ChangeRecord } from '../core/record/record';

/** How long to gather changes of files before they are looked at, in milliseconds. */
const gather = 150;

/**
 * One workspace folder with its policy and its records. Follows the files by one watcher over the configured folders
 * and the policy; a branch switch with hundreds of changes is one pass.
 */
export class GovernedFolder implements vscode.Disposable {
  readonly index: RecordIndex;
  policy: Policy = defaultPolicy;
  processes: readonly Process[] = builtInProcesses();
  policyReading: PolicyReading = { policy: defaultPolicy, isReadable: true, findings: [] };

  private readonly changed = new vscode.EventEmitter<ReadonlyMap<string, IndexedRecord | undefined>>();
  private readonly policyChanged = new vscode.EventEmitter<undefined>();
  readonly onDidChange = this.changed.event;
  readonly onDidChangePolicy = this.policyChanged.event;

  private readonly disposables: vscode.Disposable[] = [this.changed, this.policyChanged];
  private watchers: vscode.Disposable[] = [];
  private followed = '';
  private readonly pending = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private opening: Promise<void> | undefined;
  private abort: AbortController | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly folder: vscode.WorkspaceFolder,
    readonly workspace: Workspace,
    clock: Clock,
    private readonly logger: Logger,
  ) {
    this.index = new RecordIndex({ workspace, processes: this.processes, clock, logger, pause });
    const unsubscribe = this.index.onDidChange((changes) => {
      this.changed.fire(changes);
    });
    this.disposables.push({ dispose: unsubscribe });
    this.watch([policyPath], () => {
      void this.refresh();
    });
  }

  /** Reads everything if that was not done yet; all that ask share one pass. */
  ready(): Promise<void> {
    return (this.opening ??= this.read());
  }

  /** Reads everything anew. */
  refresh(): Promise<void> {
    this.opening = this.read();
    return this.opening;
  }

  /** The path of a document inside the folder; undefined if it lies elsewhere. */
  pathOf(uri: vscode.Uri): string | undefined {
    const root = this.folder.uri.path.replace(/\/$/, '');
    if (uri.scheme !== this.folder.uri.scheme || uri.authority !== this.folder.uri.authority) return undefined;
    return uri.path.startsWith(`${root}/`) ? uri.path.slice(root.length + 1) : undefined;
  }

  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder.uri, path);
  }

  /** Lays the text of an editor over its file, or takes it away. */
  async setOverlay(path: string, text: string | undefined): Promise<void> {
    if (path === policyPath) {
      // What is being typed is checked; it comes into force when it is saved.
      this.policyReading = text === undefined ? await loadPolicy(this.workspace) : readPolicy(text);
      this.policyChanged.fire(undefined);
      return;
    }
    await this.ready();
    await this.index.setOverlay(path, text);
  }

  /** A watcher may miss what comes together with its folder: looks again, and reads anew if the policy changed. */
  async reconcile(): Promise<void> {
    if (!this.opening) return;
    const reading = await loadPolicy(this.workspace);
    if (JSON.stringify(told(reading)) !== JSON.stringify(told(this.policyReading))) await this.refresh();
    else await this.serially(() => this.index.reconcile());
  }

  /**
   * The record that a file is or belongs to, read from exactly the texts that the editors hold now: the spans are those
   * of the versions at hand, never of older ones.
   */
  async readRecord(path: string): Promise<ChangeRecord | undefined> {
    await this.ready();
    const summary = this.index.at(path)?.summary;
    const process = this.processes.find(({ id }) => id === summary?.processId);
    if (!summary || !process) return undefined;
    const text = await this.textOf(summary.path);
    if (text === undefined) return undefined;
    const companions: SourceText[] = [];
    for (const companion of summary.companions) {
      const content = await this.textOf(companion);
      if (content !== undefined) companions.push({ path: companion, text: content });
    }
    const identity = identifyFile(summary.path, [process], this.policy.files);
    return readRecord({ process, path: summary.path, text, companions, identity });
  }

  /** The text of a file as an editor holds it, else as it is on disk; undefined if it is not there or no text. */
  async textOf(path: string): Promise<string | undefined> {
    const uri = this.uriOf(path).toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    if (open && !open.isClosed) return limitText(open.getText()).text;
    const content = await this.workspace.read(path, largestFile);
    const decoded = content ? decodeText(content.bytes, content.size) : undefined;
    return decoded?.kind === 'text' ? decoded.text : undefined;
  }

  /** Takes note of files that changed, without waiting for the watcher. */
  async touch(...paths: string[]): Promise<void> {
    await this.ready();
    await this.serially(() => this.index.update(paths));
  }

  dispose(): void {
    this.abort?.abort();
    if (this.timer !== undefined) clearTimeout(this.timer);
    for (const disposable of [...this.disposables, ...this.watchers]) disposable.dispose();
  }

  private async read(): Promise<void> {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    await this.serially(async () => {
      if (abort.signal.aborted) return;
      try {
        this.takePolicy(await loadPolicy(this.workspace));
        this.processes = await loadProcesses(this.workspace, this.policy);
        await this.index.open(this.policy, abort.signal, this.processes);
      } catch (error) {
        this.logger.error(`${this.folder.name} could not be read.`, error);
      }
    });
  }

  private takePolicy(reading: PolicyReading): void {
    this.policyReading = reading;
    this.policy = reading.policy;
    this.follow(recordFolders(this.policy));
    this.policyChanged.fire(undefined);
  }

  /** Watches the folders of the policy. Watchers stay while the folders do: a new one misses what happens at its start. */
  private follow(folders: readonly string[]): void {
    if (folders.join('\n') === this.followed) return;
    this.followed = folders.join('\n');
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
    for (const folder of folders) {
      const pattern = folder === '' ? '**/*.md' : `${folder}/**`;
      this.watchers.push(
        ...this.watchPattern(pattern, (path) => {
          this.note(path);
        }),
      );
    }
  }

  private watch(paths: readonly string[], changed: (path: string) => void): void {
    for (const path of paths) this.disposables.push(...this.watchPattern(path, changed));
  }

  private watchPattern(pattern: string, changed: (path: string) => void): vscode.Disposable[] {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.folder, pattern));
    const tell = (uri: vscode.Uri): void => {
      const path = this.pathOf(uri);
      if (path !== undefined) changed(path);
    };
    return [watcher, watcher.onDidCreate(tell), watcher.onDidChange(tell), watcher.onDidDelete(tell)];
  }

  private note(path: string): void {
    this.pending.add(path);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const paths = [...this.pending];
      this.pending.clear();
      // A folder that comes or goes is reported as one path; only a new pass knows what was in it.
      const isFolder = paths.some((each) => !/\.[^/]*$/.test(each));
      void (isFolder || paths.length > 200 ? this.refresh() : this.serially(() => this.index.update(paths)));
    }, gather);
  }

  /** One pass after the other, so that none sees the other's half. */
  private serially(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work, work);
    this.queue = done.catch((error: unknown) => {
      this.logger.error('A change of files could not be followed.', error);
    });
    return done;
  }
}

/** Lets the extension host attend to others: a first pass over thousands of records takes seconds. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** A reading of the policy as it can be compared with another. */
function told({ policy, findings }: PolicyReading): unknown {
  return {
    ...policy,
    severities: [...policy.severities],
    findings: findings.map(({ message, range }) => [message, range]),
  };
}
