import { nameStatus } from '../policy/nameStatus';
import { textOfPolicy } from '../policy/readPolicy';
import { dateOfInstant } from '../../text/calendarDate';
import type { Baseline } from '../../findings/baseline';
import type { CalendarDate } from '../../text/calendarDate';
import { todayIn } from '../../lifecycle/today';
import { contestedBy, defaultPolicy, scheduleOf, type Policy } from '../policy/policy';
import type { CancellationSignal, Clock, Logger, Workspace } from '../../ports';
import { detachedData } from '../../text/detached';
import { remembered } from '../../text/remembered';
import type { Process } from '../../process/process';
import { readRecord, type SourceText } from '../../record/readRecord';
import { RecordStore } from '../recordStore';
import type { ChangeRecord } from '../../record/record';
import { loadRequirements, sameRequirements } from '../requirements/loadRequirements';
import type { RequirementsMatrix } from '../../record/readRequirements';
import { fileFinding } from '../../findings/fileFindings';
import { fileRules } from '../../findings/fileRules';
import type { CheckedRecord, LintOptions } from '../../rules/engine/lintRecord';
import type { AcrossView } from '../../rules/acrossView';
import { locateFindings } from '../../findings/locateFindings';
import type { KnownRecord } from '../../rules/rule';
import { Comparison, seenByOthers } from '../across/comparison';
import { toPortfolio, type Portfolio, type PortfolioRecord } from '../across/portfolio';
import { linksOf, placedLinks } from '../../record/recordLinks';
import type { IndexedRecord, RecordSummary } from '../recordSummary';
import type { LocatedFinding } from '../../findings/locatedFinding';
import { KnownFiles } from './knownFiles';
import { filesById, listRecordFiles, strayCompanions, type RecordFile, type StrayCompanion } from './recordFiles';
import { RecordTexts } from './recordTexts';
import { summarize } from '../summarize';
import type { Severity } from '../../findings/finding';

/** What the index works with. */
export interface IndexServices {
  readonly workspace: Workspace;
  readonly processes: readonly Process[];
  readonly clock: Clock;
  readonly logger?: Logger;
  /** The findings go into a report, for which no record is kept; default: no. */
  readonly isForReport?: boolean;
  /** Findings that are less grave are left out; default: none are. */
  readonly least?: Severity | undefined;
  /** Where records are read and checked; default: one of its own, which keeps no record where a report is made. */
  readonly store?: RecordStore;
  /** Lets others work for a moment; asked for every few milliseconds of a long pass, so that an editor stays alive. */
  readonly pause?: () => Promise<void>;
}

/** The files of a record. */
export interface RecordPaths {
  readonly path: string;
  /** Upper case; undefined where the file name is no ID. */
  readonly id: string | undefined;
  readonly companions: readonly string[];
}

/** The texts of a record as they were read; no text: the file cannot be read. */
interface RecordContent {
  readonly process: Process;
  readonly path: string;
  readonly text: string | undefined;
  readonly companions: readonly SourceText[];
  readonly identity: RecordFile['identity'];
}

/** How long is worked without a pause, in milliseconds. */
const stretch = 10;

/** After how many records the listeners are called. */
const batchSize = 64;

/** Told of the records that changed; a path that is gone has no record. */
export type IndexListener = (changed: ReadonlyMap<string, IndexedRecord | undefined>) => void;

/**
 * The records of one workspace folder with their findings. It keeps summaries and findings, never texts; unsaved
 * texts of an editor are laid over the files. A reading that was overtaken by a newer one is thrown away.
 */
export class RecordIndex {
  private readonly records = new Map<string, IndexedRecord>();
  private readonly generations = new Map<string, number>();
  private readonly listeners = new Set<IndexListener>();
  private readonly texts: RecordTexts;
  private readonly comparison = new Comparison();
  private files: KnownFiles;
  private strays: readonly StrayCompanion[] = [];
  private policy = defaultPolicy;
  private processes: readonly Process[];
  private baseline: Baseline | undefined;
  private matrix: RequirementsMatrix | undefined;
  /** When the last pause ended. */
  private paused = 0;
  /** Counts the changes of what all records are held against: policy, processes, baseline, requirements. */
  private state = 0;
  /** The records that are in use, by the versions of their texts. */
  readonly store: RecordStore;

  constructor(private readonly services: IndexServices) {
    this.processes = services.processes;
    this.store = services.store ?? new RecordStore(services.isForReport === true ? 0 : undefined);
    this.texts = new RecordTexts(services.workspace, services.logger);
    this.files = new KnownFiles(new Map(), this.policy, this.processes);
  }

  /** All records, by path. */
  all(): readonly IndexedRecord[] {
    return [...this.records.values()].sort((a, b) => (a.summary.path < b.summary.path ? -1 : 1));
  }

  /** The record at a path; for a companion the record that it belongs to. */
  at(path: string): IndexedRecord | undefined {
    return this.records.get(path) ?? this.records.get(this.files.ownersOf(path)[0] ?? '');
  }

  /**
   * A record with its companions, read now: from its file, or from the unsaved text that is laid over it. A companion's
   * path gives the record that it belongs to; undefined for what is no record or cannot be read.
   */
  async record(path: string): Promise<ChangeRecord | undefined> {
    const [owner] = this.files.ownersOf(path);
    if (owner === undefined) return undefined;
    const content = await this.contentOf(owner, []);
    return content?.text === undefined ? undefined : this.store.read({ ...content, text: content.text });
  }

  /** What the index would keep of a record that it has not read, without its findings; for a look at others. */
  async summary(path: string): Promise<RecordSummary | undefined> {
    const known = this.records.get(path)?.summary;
    if (known) return known;
    const record = await this.record(path);
    return record && summarize(record, [], this.files.companionsOf(path), linksOf(placedLinks(record, this.processes)));
  }

  /** The paths of all records and companions that were found, read or not yet. */
  paths(): ReadonlySet<string> {
    return this.files.paths();
  }

  /** Whether a path is a record or a companion of one. */
  isRecordFile(path: string): boolean {
    return this.files.identify(path) !== undefined;
  }

  /** Registers a listener; call the result to stop listening. */
  onDidChange(listener: IndexListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Reads the whole workspace again under a policy and its processes. Records come to the listeners as they are read. */
  async open(policy: Policy, signal?: CancellationSignal, processes?: readonly Process[]): Promise<void> {
    if (processes) this.processes = processes;
    const found = await this.list(policy, signal);
    await this.load(
      found.map(({ path }) => path),
      signal,
    );
    await this.compare(signal);
  }

  /**
   * Holds all records that were read against each other, and reads those again of which something else is seen than
   * before. Without it nothing is said of what records say of each other.
   */
  async compare(signal?: CancellationSignal): Promise<void> {
    if (signal?.aborted === true) return;
    await this.compareWith(this.comparison.of(this.summaries()), signal);
  }

  /** The same with the records of a larger portfolio, for anyone who reads only a share of them. */
  async compareWith(portfolio: Portfolio, signal?: CancellationSignal): Promise<void> {
    const records = this.summaries().map(toPortfolio);
    await this.readAll(this.comparison.compare(portfolio, records), signal, false);
  }

  /** Reads some of the records that were listed, one after the other, and keeps none of them. */
  async *readEach(paths: readonly string[], signal?: CancellationSignal): AsyncGenerator<IndexedRecord, void> {
    for (const path of paths) {
      if (signal?.aborted === true) return;
      const record = await this.readSafely(path);
      if (record) yield record;
    }
  }

  /**
   * Of some records that were read, the paths of those of which something else is seen when they are held against a
   * portfolio; from now on they are.
   */
  seenOtherwise(portfolio: Portfolio, records: readonly PortfolioRecord[]): string[] {
    return this.comparison.compare(portfolio, records);
  }

  private summaries(): RecordSummary[] {
    return [...this.records.values()].map(({ summary }) => summary);
  }

  /** Adds the records as other branches have them to those that are compared. */
  setElsewhere(records: readonly PortfolioRecord[]): void {
    this.comparison.setElsewhere(records);
  }

  /** Looks which records there are under a policy, and reads none; those that are gone are forgotten. */
  async list(policy: Policy, signal?: CancellationSignal): Promise<readonly RecordPaths[]> {
    this.policy = policy;
    this.state++;
    // A file that many records name is held against the patterns of the policy once.
    this.comparison.isContested = remembered(contestedBy(policy));
    const files = await listRecordFiles(this.services.workspace, policy, this.processes, signal);
    const matrix = await loadRequirements(this.services.workspace, policy.requirements);
    if (signal?.aborted) return [];
    this.matrix = matrix;
    // What was checked meanwhile was held against the new policy and the old requirements.
    this.state++;
    this.files = new KnownFiles(files, policy, this.processes);
    this.forget([...this.records.keys()].filter((path) => !files.has(path)));
    await this.findStrays(signal);
    return this.files
      .records()
      .map((path) => ({ path, id: this.files.at(path)?.identity.id?.text, companions: this.files.companionsOf(path) }));
  }

  /** Reads some of the records that were listed. */
  async load(paths: readonly string[], signal?: CancellationSignal): Promise<void> {
    for (let at = 0; at < paths.length && signal?.aborted !== true; at += batchSize)
      await this.readAll(paths.slice(at, at + batchSize), signal);
  }

  /** Lays the unsaved text of an editor over a file, or takes it away, and reads what depends on it again. */
  async setOverlay(path: string, text: string | undefined): Promise<void> {
    this.texts.setOverlay(path, text);
    await this.readAll(this.files.ownersOf(path));
  }

  /** Takes note of files that came, changed or went, and reads what depends on them again. */
  async update(paths: Iterable<string>): Promise<void> {
    const affected = new Set<string>();
    const gone: string[] = [];
    for (const path of paths) {
      if (path === this.policy.requirements && (await this.reloadRequirements()))
        for (const record of this.records.keys()) affected.add(record);
      for (const related of this.files.relatedTo(path)) affected.add(related);
      this.files.note(path, await this.texts.typeOf(path));
      if (!this.files.has(path) && this.records.has(path)) gone.push(path);
      for (const related of this.files.relatedTo(path)) affected.add(related);
    }
    this.forget(gone);
    await this.findStrays();
    await this.readAll([...affected].filter((path) => this.files.isRecord(path)));
    if (gone.length > 0 && this.comparison.isMade) await this.compare();
  }

  /** Looks whether files came or went without an event, and takes note of them. */
  async reconcile(): Promise<void> {
    const now = await listRecordFiles(this.services.workspace, this.policy, this.processes);
    const came = [...now.keys()].filter((path) => !this.files.has(path));
    const went = [...this.files.paths()].filter((path) => !now.has(path));
    // The matrix is one small file: looking into it costs less than asking whether it changed.
    await this.update([...came, ...went, this.policy.requirements]);
  }

  /** What is wrong with files that belong to no record: assessments and plans whose record is not there (CG709). */
  strayFindings(): readonly LocatedFinding[] {
    const { code, name } = fileRules.companion;
    const severity = this.policy.severities.get(code) ?? this.policy.severities.get(name);
    if (severity === 'off') return [];
    return this.strays.map(({ path, part, id }) => fileFinding(path, { kind: 'companion', part, id }, severity));
  }

  /** Looks for companions without a record, and tells of those that are new or gone. */
  private async findStrays(signal?: CancellationSignal): Promise<void> {
    const before = this.strays;
    let strays = this.files.strays();
    // A record that the policy leaves alone is there all the same.
    if (strays.length > 0 && this.policy.exclude.length > 0) {
      const policy = { ...this.policy, exclude: [] };
      const all = filesById((await listRecordFiles(this.services.workspace, policy, this.processes, signal)).values());
      const really = new Set(strayCompanions(all).map(({ path }) => path));
      strays = strays.filter(({ path }) => really.has(path));
    }
    if (signal?.aborted === true) return;
    this.strays = strays;
    const isNew = (some: readonly StrayCompanion[], { path }: StrayCompanion): boolean =>
      !some.some((each) => each.path === path);
    const changed = [...strays.filter((each) => isNew(before, each)), ...before.filter((each) => isNew(strays, each))];
    this.tell(new Map(changed.map(({ path }) => [path, undefined])));
  }

  /** The requirements matrix of the workspace; undefined where there is none. */
  get requirements(): RequirementsMatrix | undefined {
    return this.matrix;
  }

  /** Reads the requirements matrix again; true if it knows others now. */
  private async reloadRequirements(): Promise<boolean> {
    const before = this.matrix;
    this.matrix = await loadRequirements(this.services.workspace, this.policy.requirements);
    if (sameRequirements(before, this.matrix)) return false;
    this.state++;
    return true;
  }

  private forget(paths: readonly string[]): void {
    const changed = new Map<string, undefined>();
    for (const path of paths) {
      this.generations.set(path, (this.generations.get(path) ?? 0) + 1);
      this.comparison.forget(path);
      if (this.records.delete(path)) changed.set(path, undefined);
    }
    this.tell(changed);
  }

  private async readAll(paths: readonly string[], signal?: CancellationSignal, compare = true): Promise<void> {
    const { clock, pause } = this.services;
    let affectsOthers = false;
    const changed = new Map<string, IndexedRecord | undefined>();
    for (const path of paths) {
      if (pause && clock.now() - this.paused >= stretch) {
        await pause();
        this.paused = clock.now();
      }
      if (signal?.aborted) break;
      const generation = (this.generations.get(path) ?? 0) + 1;
      this.generations.set(path, generation);
      const record = await this.readSafely(path);
      if (this.generations.get(path) !== generation || !this.files.has(path)) continue;
      affectsOthers ||= seenByOthers(this.records.get(path)?.summary) !== seenByOthers(record?.summary);
      if (record) this.records.set(path, record);
      else this.records.delete(path);
      changed.set(path, record);
    }
    this.tell(changed);
    if (compare && affectsOthers && this.comparison.isMade) await this.compare(signal);
  }

  /** A record that brings the reader down is an error of its own, and keeps nobody from reading the others. */
  private async readSafely(path: string): Promise<IndexedRecord | undefined> {
    try {
      return await this.read(path);
    } catch (error) {
      this.services.logger?.error(`${path} could not be checked.`, error);
      const { process, identity } = this.sourceOf(path) ?? {};
      if (!process || !identity) return undefined;
      const reason = 'The record could not be checked; this is a fault of Changegate.';
      const findings = [fileFinding(path, { kind: 'unreadable', reason })];
      const record = readRecord({ process, path, text: '', companions: [], identity });
      return { summary: summarize(record, findings, this.files.companionsOf(path)), findings };
    }
  }

  private sourceOf(path: string): { process: Process; identity: RecordFile['identity'] } | undefined {
    const identity = this.files.at(path)?.identity;
    const process = this.processes.find(({ id }) => id === identity?.processId);
    return identity && process && { process, identity };
  }

  /** The texts of a record; what keeps one from being read becomes a finding. */
  private async contentOf(path: string, findings: LocatedFinding[]): Promise<RecordContent | undefined> {
    const { process, identity } = this.sourceOf(path) ?? {};
    if (!process || !identity) return undefined;
    const text = await this.textOf(path, findings);
    const companions: SourceText[] = [];
    for (const companion of this.files.companionsOf(path)) {
      const content = await this.textOf(companion, findings);
      if (content !== undefined) companions.push({ path: companion, text: content });
    }
    return { process, path, text, companions, identity };
  }

  private async read(path: string): Promise<IndexedRecord | undefined> {
    const findings: LocatedFinding[] = [];
    const content = await this.contentOf(path, findings);
    if (!content) return undefined;
    const record = this.store.read({ ...content, text: content.text ?? '' });
    if (content.text !== undefined) {
      const links = placedLinks(record, this.processes);
      const view = this.comparison.view(record, links, true);
      const { findings: found, suppressed, baselined, stale } = this.checkAgainst(record, view);
      const lines = new Map(record.documents.map((document) => [document.path, document.scan.lines]));
      findings.push(...locateFindings(found, lines));
      const quiet = { suppressed: suppressed.length, baselined: baselined.length, stale };
      const summary = summarize(record, findings, this.files.companionsOf(path), linksOf(links));
      return { summary: detachedData(summary), findings, quiet };
    }
    return { summary: summarize(record, findings, this.files.companionsOf(path)), findings };
  }

  /** What is found in a record, held against everything else as it stands now; checked once for each version of both. */
  check(record: ChangeRecord): CheckedRecord {
    return this.checkAgainst(record, this.comparison.view(record, placedLinks(record, this.processes)));
  }

  private checkAgainst(record: ChangeRecord, view: AcrossView | undefined): CheckedRecord {
    const { path } = record;
    const today = this.today();
    const heldAgainst = JSON.stringify([this.state, today, [...this.known(path)], view?.facts]);
    return this.store.check(record, heldAgainst, () => ({ ...this.lintOptions(path), across: () => view }));
  }

  /** Lays a baseline over what is read from now on, or takes it away. */
  setBaseline(baseline: Baseline | undefined): void {
    this.baseline = baseline;
    this.state++;
  }

  /** What decides the findings of a record here; anyone who lints it by itself comes to the same ones. */
  lintOptions(path: string): LintOptions {
    const { clock, isForReport, logger, least } = this.services;
    return {
      least,
      today: this.today(),
      now: () => dateOfInstant(clock.now()),
      known: this.known(path),
      requirements: this.matrix,
      severities: this.policy.severities,
      answers: this.policy.answers,
      suppressions: this.policy.suppressions,
      businessHours: this.policy.businessHours,
      schedule: scheduleOf(this.policy),
      baseline: this.baseline,
      untouched: this.policy.untouched,
      nameStatus: isForReport
        ? undefined
        : (process, status, word) => nameStatus(textOfPolicy(this.policy), process, status, word),
      across: (record) => this.comparison.view(record, placedLinks(record, this.processes)),
      onRuleError: (rule, error) => logger?.error(`${rule.code} failed on ${path}`, error),
    };
  }

  private today(): CalendarDate {
    return todayIn(this.policy.zone, this.services.clock.now());
  }

  /** Records by ID as far as a file needs to know them: those with its own. */
  known(path: string): ReadonlyMap<string, readonly KnownRecord[]> {
    return this.files.withIdOf(path);
  }

  private textOf(path: string, findings: LocatedFinding[]): Promise<string | undefined> {
    return this.texts.read(path, this.files.at(path)?.type ?? 'file', findings);
  }

  private tell(changed: ReadonlyMap<string, IndexedRecord | undefined>): void {
    if (changed.size === 0) return;
    for (const listener of this.listeners) listener(changed);
  }
}
