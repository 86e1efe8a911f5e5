import { RecordIndex, type IndexServices } from '../index/recordIndex';
import type { IndexedRecord } from '../index/recordSummary';
import { defaultPolicy, policyPath, type Policy } from '../policy/policy';
import { largestPolicy, readPolicy, unreadablePolicy, type PolicyReading } from '../policy/readPolicy';
import { FileAccessError, type CancellationSignal, type Workspace } from '../ports';
import { decodeText } from '../record/decodeText';
import { validateReport, type ValidateReport } from '../report/validateReport';

/** What became of a validation. */
export type Validation =
  | { readonly kind: 'report'; readonly report: ValidateReport }
  /** The policy cannot be read; nothing was checked. */
  | { readonly kind: 'unreadable-policy'; readonly report: ValidateReport }
  /** No record was found in `places`. */
  | { readonly kind: 'nothing-to-check'; readonly places: readonly string[] };

/** Checks the records of a workspace, or those at or below some paths. The same findings as in the editor. */
export async function validate(
  services: IndexServices,
  paths?: readonly string[],
  signal?: CancellationSignal,
): Promise<Validation> {
  const reading = await loadPolicy(services.workspace);
  if (!reading.isReadable) return { kind: 'unreadable-policy', report: validateReport([], reading.findings) };
  const index = new RecordIndex(services);
  await index.open(reading.policy, signal);
  const records = index.all().filter((record) => !paths || paths.some((path) => covers(path, record)));
  if (records.length === 0) return { kind: 'nothing-to-check', places: paths ?? placesOf(reading.policy) };
  return { kind: 'report', report: validateReport(records) };
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

function covers(path: string, { summary }: IndexedRecord): boolean {
  return (
    path === '' || [summary.path, ...summary.companions].some((each) => each === path || each.startsWith(`${path}/`))
  );
}

function placesOf({ folders }: Policy): readonly string[] {
  return [...new Set([...folders['change-request'], ...folders['change-record']])];
}
