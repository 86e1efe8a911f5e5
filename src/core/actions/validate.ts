import { defaultBaselinePath, type Baseline, type StaleEntry } from '../findings/baseline';
import { loadBaseline } from '../findings/readBaseline';
import { entriesWithoutFile, staleFindings } from '../findings/staleFindings';
import { neighborsOf } from '../workspace/index/neighbors';
import { Portfolio, toPortfolio, type PortfolioRecord } from '../workspace/across/portfolio';
import { recordsElsewhere } from '../workspace/index/recordsElsewhere';
import type { IndexedRecord } from '../workspace/recordSummary';
import { RecordIndex, type IndexServices, type RecordPaths } from '../workspace/index/recordIndex';
import { defaultPolicy, largestPolicy, policyPath, recordFolders, type Policy } from '../workspace/policy/policy';
import { readPolicy, unreadablePolicy, type PolicyReading } from '../workspace/policy/readPolicy';
import { templateFiles } from '../workspace/policy/templateFiles';
import { FileAccessError, type CancellationSignal, type Git, type Workspace } from '../ports';
import { loadProcesses, readProcesses } from '../workspace/loadProcesses';
import { decodeText } from '../text/decodeText';
import { mergedReport, ReportOfRecords, reportOfFiles, type PackedReport } from './validateReport';

/** A baseline to be used; without a path the one of the policy, else the usual one. */
export interface AskedBaseline {
  /** Workspace-relative. */
  readonly path: string | undefined;
}

/** What {@link validate} works with. */
export interface ValidateServices extends Omit<IndexServices, 'processes'> {
  /** The baseline that is asked for; absent: the one of the policy, if it names one. */
  readonly baseline?: AskedBaseline | undefined;
  /** Where the records of other branches are looked up, to be held against those that are here; absent: nowhere. */
  readonly branches?: Git | undefined;
  /**
   * Checks the records at some paths elsewhere, several at a time; undefined where that would not be faster. Absent:
   * all are checked here.
   */
  readonly checkElsewhere?: (
    records: readonly string[],
    others: readonly PortfolioRecord[],
  ) => Promise<PackedReport | undefined>;
}

/**
 * Adds what else there is to a share of the records, so that they can be held against all others. Asked once all
 * records of the share were read.
 */
export type Exchange = (own: readonly PortfolioRecord[]) => Promise<readonly PortfolioRecord[]>;

/** What became of a validation. */
export type Validation =
  | {
      readonly kind: 'report';
      readonly report: PackedReport;
      /** Paths that were named and that hold no record. */
      readonly without: readonly string[];
    }
  /** The policy cannot be read; nothing was checked. */
  | { readonly kind: 'unreadable-policy'; readonly report: PackedReport }
  /** No record was found in `places`. */
  | { readonly kind: 'nothing-to-check'; readonly places: readonly string[] };

/**
 * Checks the records of a workspace, or those at or below some paths. The same findings as in the editor.
 * @throws UnreadableBaselineError
 */
export async function validate(
  services: ValidateServices,
  paths?: readonly string[],
  signal?: CancellationSignal,
): Promise<Validation> {
  const reading = await loadPolicy(services.workspace);
  if (!reading.isReadable) return { kind: 'unreadable-policy', report: reportOfFiles(reading.findings) };
  const baseline = await baselineOf(services, reading.policy);
  const { processes, findings } = await readProcesses(services.workspace, reading.policy);
  const index = new RecordIndex({ ...services, processes });
  index.setBaseline(baseline);
  const found = await index.list(reading.policy, signal);
  const chosen = found.filter((record) => !paths || paths.some((path) => covers(path, record)));
  // A policy or a template that is named was checked as well: it is readable, or what is wrong with it is reported.
  const others = [policyPath, ...templateFiles.map(({ path }) => path)].filter(
    (path) => paths?.includes(path) === true,
  );
  const isChosen = (path: string): boolean =>
    !paths || paths.some((each) => covers(each, { path, id: undefined, companions: [] }));
  const strays = index.strayFindings().filter(({ path }) => isChosen(path));
  const checked = [...chosen, ...strays.map(({ path }) => ({ path, id: undefined, companions: [] }))];
  const without = (paths ?? []).filter((path) => !others.includes(path) && !checked.some((each) => covers(path, each)));
  const wrong = [...findings.filter(({ path }) => isChosen(path)), ...strays];
  const policyReport = reportOfFiles(wrong, others);
  if (chosen.length === 0 && policyReport.files.length === 0)
    return { kind: 'nothing-to-check', places: paths ?? recordFolders(reading.policy) };
  const records = chosen.map(({ path }) => path);
  const rest = chosen.length < found.length ? found.filter((each) => !chosen.includes(each)) : [];
  const elsewhere = services.branches
    ? await recordsElsewhere(services.branches, reading.policy, processes, signal)
    : [];
  const around: Exchange = async (own) => [
    ...own,
    ...(await neighborsOf(own, rest, index, services.workspace)),
    ...elsewhere,
  ];
  const report =
    (await services.checkElsewhere?.(records, elsewhere)) ?? (await check(index, records, baseline, around, signal));
  const files = new Set(found.flatMap((record) => [record.path, ...record.companions]));
  const left = baseline && !paths ? staleFindings(baseline, entriesWithoutFile(baseline, files)) : [];
  return { kind: 'report', report: mergedReport([report, policyReport, reportOfFiles(left)]), without };
}

function baselineOf(
  { workspace, baseline: asked }: Pick<ValidateServices, 'workspace' | 'baseline'>,
  policy: Policy,
): Promise<Baseline | undefined> {
  const path = asked?.path ?? policy.baseline ?? (asked && defaultBaselinePath);
  return path === undefined ? Promise.resolve(undefined) : loadBaseline(workspace, path);
}

/** The report over exactly these records, under the policy of the workspace; for anyone who shares a long list out. */
export async function validateRecords(
  services: Omit<ValidateServices, 'checkElsewhere'>,
  records: readonly string[],
  exchange: Exchange,
): Promise<PackedReport> {
  const { policy } = await loadPolicy(services.workspace);
  const baseline = await baselineOf(services, policy);
  const processes = await loadProcesses(services.workspace, policy);
  const index = new RecordIndex({ ...services, processes });
  index.setBaseline(baseline);
  await index.list(policy);
  return check(index, records, baseline, exchange);
}

async function check(
  index: RecordIndex,
  records: readonly string[],
  baseline: Baseline | undefined,
  exchange: Exchange,
  signal?: CancellationSignal,
): Promise<PackedReport> {
  const report = new ReportOfRecords();
  const portfolio: PortfolioRecord[] = [];
  const stale = new Map<string, readonly StaleEntry[]>();
  // No record is kept: what is found in it is packed at once, and others see a part of its summary.
  const add = (record: IndexedRecord): void => {
    report.add(record);
    if (record.quiet && record.quiet.stale.length > 0) stale.set(record.summary.path, record.quiet.stale);
    else stale.delete(record.summary.path);
  };
  for await (const record of index.readEach(records, signal)) {
    add(record);
    portfolio.push(toPortfolio(record.summary));
  }
  const seenOtherwise = index.seenOtherwise(new Portfolio(await exchange(portfolio)), portfolio);
  for await (const record of index.readEach(seenOtherwise, signal)) add(record);
  const left = baseline ? staleFindings(baseline, [...stale.values()].flat()) : [];
  return mergedReport([report.report(), reportOfFiles(left)]);
}

/** The policy of a workspace: its file, or the built-in defaults where there is none. A file is read whole or not. */
export async function loadPolicy(workspace: Workspace): Promise<PolicyReading> {
  try {
    const content = await workspace.read(policyPath, largestPolicy);
    if (!content) return { policy: defaultPolicy, isReadable: true, findings: [] };
    if (content.size > content.bytes.length)
      return unreadablePolicy('The policy is longer than 256 KiB and was not read.');
    const decoded = decodeText(content.bytes, content.size);
    if (decoded.kind === 'unreadable') return unreadablePolicy(decoded.reason);
    if (decoded.cut !== 'none')
      return unreadablePolicy('The policy has a line that is longer than 32 KiB and was not read.');
    return readPolicy(decoded.text);
  } catch (error) {
    if (error instanceof FileAccessError) return unreadablePolicy(`The policy cannot be read. ${error.reason}`);
    throw error;
  }
}

function covers(path: string, record: RecordPaths): boolean {
  return (
    path === '' || [record.path, ...record.companions].some((each) => each === path || each.startsWith(`${path}/`))
  );
}
