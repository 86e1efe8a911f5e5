import * as vscode from 'vscode';
import type { Baseline } from '../core/findings/baseline';
import type { LocatedFinding } from '../core/findings/locatedFinding';
import { entriesWithoutFile, staleFindings } from '../core/findings/staleFindings';
import type { RecordIndex } from '../core/workspace/index/recordIndex';
import type { IndexedRecord } from '../core/workspace/recordSummary';
import { defaultPolicy, policyPath, recordFolders, type Policy } from '../core/workspace/policy/policy';
import type { PolicyReading } from '../core/workspace/policy/readPolicy';
import { templateFolder } from '../core/workspace/policy/templateFiles';
import type { Clock, Git, Logger, Workspace } from '../core/ports';
import type { LoadedProcesses } from '../core/workspace/loadProcesses';
import type { Process } from '../core/process/process';
import { decodeText, largestFile, limitText } from '../core/text/decodeText';
import type { SourceText } from '../core/record/readRecord';
import type { ChangeRecord } from '../core/record/record';
import type { CheckedRecord, LintOptions } from '../core/rules/engine/lintRecord';

/** Loads the code that reads and checks records. It is most of our code and not needed for activation. */
const loadReader = () => import('./reader');

/** What the index knows without reading a file. */
export type KnownRecords = Pick<RecordIndex, 'all' | 'at' | 'requirements' | 'strayFindings'>;

/** The index of a folder that was not read yet. */
const nothingKnown: KnownRecords = {
  all: () => [],
  at: () => undefined,
  requirements: undefined,
  strayFindings: () => [],
};

/** In milliseconds. */
const minute = 60_000;

/** How long to gather changes of files before they are looked at, in milliseconds. */
const gather = 150;

/**
 * One workspace folder with its policy and its records. Follows the files by one watcher over the configured folders
 * and the policy; a branch switch with hundreds of changes is one pass.
 */
export class GovernedFolder implements vscode.Disposable {
  policy: Policy = defaultPolicy;
  /** What is wrong with the templates of the team. */
  templateProblems: readonly LocatedFinding[] = [];
  policyReading: PolicyReading = { policy: defaultPolicy, isReadable: true, findings: [] };

  /** Those of the team and the built-in ones; none until {@link ready}. */
  processes: readonly Process[] = [];
  /** The records of the folder; none until {@link ready}. */
  get index(): KnownRecords {
    return this.records ?? nothingKnown;
  }

  private records: RecordIndex | undefined;
  private readonly changed = new vscode.EventEmitter<ReadonlyMap<string, IndexedRecord | undefined>>();
  private readonly policyChanged = new vscode.EventEmitter<undefined>();
  readonly onDidChange = this.changed.event;
  readonly onDidChangePolicy = this.policyChanged.event;

  private readonly disposables: vscode.Disposable[] = [this.changed, this.policyChanged];
  private baseline: Baseline | undefined;
  private baselineProblems: readonly LocatedFinding[] = [];
  private watchedBaseline: string | undefined;
  private baselineWatchers: vscode.Disposable[] = [];
  private watchers: vscode.Disposable[] = [];
  private followed = '';
  /** What the templates said when they were read. */
  private templates = '';
  private readonly pending = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lookedAtBranches = 0;
  private opening: Promise<void> | undefined;
  private abort: AbortController | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly folder: vscode.WorkspaceFolder,
    readonly workspace: Workspace,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly git: () => Git,
  ) {
    this.watch([policyPath], () => {
      void this.refresh();
    });
    this.watch([`{${templateFolder},${templateFolder}/*.md}`], (path) => {
      this.note(path);
    });
  }

  /** Reads everything if that was not done yet; all that ask share one pass. */
  ready(): Promise<void> {
    return (this.opening ??= this.read());
  }

  /** Reads everything again. */
  refresh(): Promise<void> {
    this.opening = this.read();
    return this.opening;
  }

  /** A day began: what is due, late or waiting is worked out again everywhere. */
  beginDay(): void {
    if (this.opening) void this.refresh();
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
      const { loadPolicy, readPolicy } = await loadReader();
      this.policyReading = text === undefined ? await loadPolicy(this.workspace) : readPolicy(text);
      this.policyChanged.fire(undefined);
      return;
    }
    await this.ready();
    await this.records?.setOverlay(path, text);
  }

  /** What is to be said of the baseline: that it cannot be read, or which of its entries apply no more. */
  get baselineFindings(): readonly LocatedFinding[] {
    if (!this.baseline || !this.records) return this.baselineProblems;
    const stale = this.index.all().flatMap(({ quiet }) => quiet?.stale ?? []);
    return staleFindings(this.baseline, [...stale, ...entriesWithoutFile(this.baseline, this.records.paths())]);
  }

  /** A watcher may miss what comes together with its folder: looks again, and reads again if the policy changed. */
  async reconcile(): Promise<void> {
    if (!this.opening) return;
    const { loadPolicy, templateTexts } = await loadReader();
    const reading = await loadPolicy(this.workspace);
    const before = this.baseline?.text;
    await this.takeBaseline(reading.policy);
    const isSame =
      JSON.stringify(told(reading)) === JSON.stringify(told(this.policyReading)) &&
      (await templateTexts(this.workspace)) === this.templates;
    if (!isSame || this.baseline?.text !== before) await this.refresh();
    else await this.serially(async () => this.records?.reconcile());
    void this.lookAtBranches();
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
    const { identifyFile } = await loadReader();
    const companions: SourceText[] = [];
    for (const companion of summary.companions) {
      const content = await this.textOf(companion);
      if (content !== undefined) companions.push({ path: companion, text: content });
    }
    const identity = identifyFile(summary.path, [process], this.policy.files);
    return (await this.opened()).store.read({ process, path: summary.path, text, companions, identity });
  }

  /** What is found in a record that was read here, the same as in the index. */
  async check(record: ChangeRecord): Promise<CheckedRecord> {
    return (await this.opened()).check(record);
  }

  /** What decides the findings of a record, for changes that are tried out on it. */
  async lintOptions(path: string): Promise<LintOptions> {
    return (await this.opened()).lintOptions(path);
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

  /** Holds the records against those of other branches; at most once a minute, for that asks git of all of them. */
  private async lookAtBranches(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    if (now - this.lookedAtBranches < minute) return;
    this.lookedAtBranches = now;
    try {
      const { recordsElsewhere } = await loadReader();
      const elsewhere = await recordsElsewhere(this.git(), this.policy, this.processes, signal);
      if (signal?.aborted === true) return;
      const records = await this.opened();
      records.setElsewhere(elsewhere);
      await this.serially(() => records.compare(signal));
    } catch (error) {
      this.logger.error('The records of other branches could not be read.', error);
    }
  }

  /** Takes note of files that changed, without waiting for the watcher. */
  async touch(...paths: string[]): Promise<void> {
    await this.ready();
    await this.serially(async () => this.records?.update(paths));
  }

  dispose(): void {
    this.abort?.abort();
    if (this.timer !== undefined) clearTimeout(this.timer);
    for (const disposable of [...this.disposables, ...this.watchers, ...this.baselineWatchers]) disposable.dispose();
  }

  private async read(): Promise<void> {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    await this.serially(async () => {
      if (abort.signal.aborted) return;
      try {
        const { loadPolicy, readProcesses, templateTexts } = await loadReader();
        this.takePolicy(await loadPolicy(this.workspace));
        await this.takeBaseline(this.policy);
        this.templates = await templateTexts(this.workspace);
        this.takeProcesses(await readProcesses(this.workspace, this.policy));
        await (await this.opened()).open(this.policy, abort.signal, this.processes);
        void this.lookAtBranches(abort.signal);
      } catch (error) {
        this.logger.error(`${this.folder.name} could not be read.`, error);
      }
    });
  }

  private async opened(): Promise<RecordIndex> {
    const { RecordIndex } = await loadReader();
    if (this.records) return this.records;
    const { workspace, clock, logger } = this;
    this.records = new RecordIndex({ workspace, processes: [], clock, logger, pause });
    const unsubscribe = this.records.onDidChange((changes) => {
      this.changed.fire(changes);
    });
    this.disposables.push({ dispose: unsubscribe });
    return this.records;
  }

  /** Reads the baseline that a policy names; one that cannot be read keeps nothing quiet, and is reported. */
  private async takeBaseline({ baseline: path }: Policy): Promise<void> {
    this.followBaseline(path);
    this.baseline = undefined;
    this.baselineProblems = [];
    const { baselineProblem, loadBaseline, UnreadableBaselineError } = await loadReader();
    try {
      this.baseline = path === undefined ? undefined : await loadBaseline(this.workspace, path);
    } catch (error) {
      if (!(error instanceof UnreadableBaselineError)) throw error;
      this.baselineProblems = [baselineProblem(error, (await this.textOf(policyPath)) ?? '')];
    }
    (await this.opened()).setBaseline(this.baseline);
  }

  private followBaseline(path: string | undefined): void {
    if (path === this.watchedBaseline) return;
    this.watchedBaseline = path;
    for (const watcher of this.baselineWatchers.splice(0)) watcher.dispose();
    if (path === undefined) return;
    this.baselineWatchers = this.watchPattern(path, () => {
      void this.refresh();
    });
  }

  private takeProcesses({ processes, findings }: LoadedProcesses): void {
    this.processes = processes;
    this.templateProblems = findings;
    this.policyChanged.fire(undefined);
  }

  private takePolicy(reading: PolicyReading): void {
    this.policyReading = reading;
    this.policy = reading.policy;
    this.follow([...recordFolders(this.policy), this.policy.requirements]);
    this.policyChanged.fire(undefined);
  }

  /** Watches the folders of the policy and the requirements matrix. Watchers stay while the folders do: a new one misses what happens at its start. */
  private follow(folders: readonly string[]): void {
    if (folders.join('\n') === this.followed) return;
    this.followed = folders.join('\n');
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
    for (const folder of folders) {
      const isMatrix = folder === this.policy.requirements;
      const pattern = isMatrix ? folder : folder === '' ? '**/*.md' : `${folder}/**`;
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
      // A template is the process of all records.
      const isTemplate = paths.some((each) => each.startsWith(`${templateFolder}/`));
      void (isFolder || isTemplate || paths.length > 200
        ? this.refresh()
        : this.serially(async () => this.records?.update(paths)));
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
    // A compiled process leads back to itself; its source says all of it.
    processes: policy.processes?.map(({ source }) => source),
    findings: findings.map(({ message, range }) => [message, range]),
  };
}
