import { RecordIndex, type IndexServices, type RecordPaths } from '../index/recordIndex';
import { defaultPolicy, policyPath, recordFolders } from '../policy/policy';
import { largestPolicy, readPolicy, unreadablePolicy, type PolicyReading } from '../policy/readPolicy';
import { FileAccessError, type CancellationSignal, type Workspace } from '../ports';
import { decodeText } from '../record/decodeText';
import { mergedReport, validateReport, type ValidateReport } from '../report/validateReport';

/** What {@link validate} works with. */
export interface ValidateServices extends IndexServices {
  /**
   * Checks the records at some paths elsewhere, several at a time; undefined where that would not be faster. Absent:
   * all are checked here.
   */
  readonly checkElsewhere?: (records: readonly string[]) => Promise<ValidateReport | undefined>;
}

/** What became of a validation. */
export type Validation =
  | {
      readonly kind: 'report';
      readonly report: ValidateReport;
      /** Paths that were named and that hold no record. */
      readonly without: readonly string[];
    }
  /** The policy cannot be read; nothing was checked. */
  | { readonly kind: 'unreadable-policy'; readonly report: ValidateReport }
  /** No record was found in `places`. */
  | { readonly kind: 'nothing-to-check'; readonly places: readonly string[] };

/** Checks the records of a workspace, or those at or below some paths. The same findings as in the editor. */
export async function validate(
  services: ValidateServices,
  paths?: readonly string[],
  signal?: CancellationSignal,
): Promise<Validation> {
  const reading = await loadPolicy(services.workspace);
  if (!reading.isReadable) return { kind: 'unreadable-policy', report: validateReport([], reading.findings) };
  const index = new RecordIndex(services);
  const found = await index.list(reading.policy, signal);
  const chosen = found.filter((record) => !paths || paths.some((path) => covers(path, record)));
  const without = (paths ?? []).filter((path) => path !== policyPath && !chosen.some((each) => covers(path, each)));
  // A policy that is named was checked as well: it is readable.
  const policyReport = validateReport([], [], paths?.includes(policyPath) === true ? [policyPath] : []);
  if (chosen.length === 0 && policyReport.files.length === 0)
    return { kind: 'nothing-to-check', places: paths ?? recordFolders(reading.policy) };
  const records = chosen.map(({ path }) => path);
  const report = (await services.checkElsewhere?.(records)) ?? (await check(index, records, signal));
  return { kind: 'report', report: mergedReport([report, policyReport]), without };
}

/** The report over exactly these records, under the policy of the workspace; for whoever shares a long list out. */
export async function validateRecords(services: IndexServices, records: readonly string[]): Promise<ValidateReport> {
  const index = new RecordIndex(services);
  await index.list((await loadPolicy(services.workspace)).policy);
  return check(index, records);
}

async function check(
  index: RecordIndex,
  records: readonly string[],
  signal?: CancellationSignal,
): Promise<ValidateReport> {
  await index.load(records, signal);
  return validateReport(index.all());
}

/** The policy of a workspace: its file, or the built-in defaults where there is none. A file is read whole or not. */
export async function loadPolicy(workspace: Workspace): Promise<PolicyReading> {
  try {
    const content = await workspace.read(policyPath, largestPolicy);
    if (!content) return { policy: defaultPolicy, isReadable: true, findings: [] };
    if (content.size > content.bytes.length)
      return unreadablePolicy('The policy is longer than 64 KiB and was not read.');
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
