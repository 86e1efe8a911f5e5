import { RecordIndex, type IndexServices } from '../index/recordIndex';
import type { IndexedRecord } from '../index/recordSummary';
import { defaultPolicy, policyPath, type Policy } from '../policy/policy';
import { readPolicy, type PolicyReading } from '../policy/readPolicy';
import type { CancellationSignal, Workspace } from '../ports';
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

/** The policy of a workspace: its file, or the built-in defaults where there is none. */
export async function loadPolicy(workspace: Workspace): Promise<PolicyReading> {
  const content = await workspace.read(policyPath, 65 * 1024);
  if (!content) return { policy: defaultPolicy, isReadable: true, findings: [] };
  const decoded = decodeText(content.bytes, content.size);
  return readPolicy(decoded.kind === 'text' ? decoded.text : '\u0000');
}

function covers(path: string, { summary }: IndexedRecord): boolean {
  return (
    path === '' || [summary.path, ...summary.companions].some((each) => each === path || each.startsWith(`${path}/`))
  );
}

function placesOf({ folders }: Policy): readonly string[] {
  return [...new Set([...folders['change-request'], ...folders['change-record']])];
}
