import { countBySeverity } from '../workspace/summarize';
import type { IndexedRecord, RecordSummary } from '../workspace/recordSummary';
import type { LocatedFinding } from '../findings/locatedFinding';
import type { Severity } from '../findings/finding';
import type { Range } from '../text/lineIndex';

/** The report of `changegate validate --format json`: an interface. Positions are zero-based UTF-16. */
export interface ValidateReport {
  readonly version: 1;
  readonly files: readonly ReportedFile[];
  readonly summary: {
    /** Files that are listed, companions among them. */
    readonly files: number;
    readonly records: number;
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    readonly hints: number;
    /** Findings that comments in the texts keep quiet; counted nowhere else. */
    readonly suppressed: number;
    /** Findings that the baseline keeps quiet; counted nowhere else. */
    readonly baselined: number;
  };
}

/** One file: a record, a companion of one, the policy, or the baseline. */
export interface ReportedFile {
  readonly path: string;
  /** The record that the file is or belongs to; null for policy, templates and baseline. */
  readonly record: ReportedRecord | null;
  readonly findings: readonly ReportedFinding[];
}

export interface ReportedRecord {
  readonly kind: 'change-request' | 'change-record';
  readonly id: string | null;
  readonly title: string | null;
  readonly status: string | null;
  readonly type: string | null;
  readonly priority: string | null;
}

export interface ReportedFinding {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly path: string; readonly message: string; readonly range: Range }[];
  readonly fixes: readonly { readonly title: string }[];
}

/**
 * A report whose files are packed: of thousands of records nobody looks at more than one at a time, and a text takes a
 * fraction of the memory. It can be sent to another thread.
 */
export interface PackedReport {
  /** By path. */
  readonly files: readonly PackedFile[];
  readonly summary: ValidateReport['summary'];
}

interface PackedFile {
  readonly path: string;
  /** Whether it belongs to a record. */
  readonly isOfRecord: boolean;
  /** The {@link ReportedFile} as JSON. */
  readonly json: string;
}

/** The files of a report, one after the other. */
export function* reportedFiles({ files }: PackedReport): Generator<ReportedFile, void> {
  for (const { json } of files) yield JSON.parse(json) as ReportedFile;
}

/** Gathers the report over records, which may come again with other findings. */
export class ReportOfRecords {
  private readonly records = new Map<string, { readonly files: readonly PackedFile[]; readonly summary: Counts }>();

  add({ summary, findings, quiet }: IndexedRecord): void {
    const record = reportedRecord(summary);
    const paths = [summary.path, ...summary.companions];
    const files = paths.map((path) => packed({ path, record, findings: reportedIn(path, findings) }));
    const listed = findings.filter(({ path }) => paths.includes(path));
    const { suppressed = 0, baselined = 0 } = quiet ?? {};
    this.records.set(summary.path, { files, summary: { ...countsOf(listed), records: 1, suppressed, baselined } });
  }

  report(): PackedReport {
    return mergedReport([...this.records.values()]);
  }
}

/** The report over findings that belong to no record. `others` are listed without findings. */
export function reportOfFiles(findings: readonly LocatedFinding[], others: readonly string[] = []): PackedReport {
  const paths = new Set([...findings.map((each) => each.path), ...others]);
  const files = [...paths].map((path) => packed({ path, record: null, findings: reportedIn(path, findings) }));
  const summary = { ...countsOf(findings), records: 0, suppressed: 0, baselined: 0 };
  return mergedReport([{ files, summary }]);
}

/** Several reports as one. */
export function mergedReport(
  reports: readonly { readonly files: readonly PackedFile[]; readonly summary: Counts }[],
): PackedReport {
  const files = eachOnce(reports.flatMap((report) => report.files));
  const summary = { files: files.length, ...noCounts };
  for (const { summary: counts } of reports) for (const key of countKeys) summary[key] += counts[key];
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)), summary };
}

/** Several reports may each have findings of the one baseline. */
function eachOnce(files: readonly PackedFile[]): PackedFile[] {
  const merged = new Map<string, PackedFile>();
  for (const file of files) {
    if (file.isOfRecord) continue;
    const known = merged.get(file.path);
    merged.set(file.path, known ? joined(known, file) : file);
  }
  return [...files.filter(({ isOfRecord }) => isOfRecord), ...merged.values()];
}

function joined(a: PackedFile, b: PackedFile): PackedFile {
  const [one, other] = [a, b].map(({ json }) => JSON.parse(json) as ReportedFile);
  if (!one || !other) return a;
  const findings = [...one.findings, ...other.findings].sort((x, y) => x.range.start.line - y.range.start.line);
  return packed({ ...one, findings });
}

function packed(file: ReportedFile): PackedFile {
  return { path: file.path, isOfRecord: file.record !== null, json: JSON.stringify(file) };
}

/** What is counted of a report, beside its files. */
type Counts = Omit<ValidateReport['summary'], 'files'>;

const noCounts: Counts = {
  records: 0,
  errors: 0,
  warnings: 0,
  information: 0,
  hints: 0,
  suppressed: 0,
  baselined: 0,
};

const countKeys = ['records', 'errors', 'warnings', 'information', 'hints', 'suppressed', 'baselined'] as const;

function countsOf(findings: readonly LocatedFinding[]): Pick<Counts, 'errors' | 'warnings' | 'information' | 'hints'> {
  const { error, warning, information, hint } = countBySeverity(findings);
  return { errors: error, warnings: warning, information, hints: hint };
}

function reportedRecord({ kind, id, title, status, type, priority }: RecordSummary): ReportedRecord {
  return { kind, id, title, status, type, priority };
}

function reportedIn(path: string, findings: readonly LocatedFinding[]): ReportedFinding[] {
  return findings.filter((each) => each.path === path).map(reportedFinding);
}

function reportedFinding({
  code,
  name,
  severity,
  message,
  range,
  related,
  relatedRanges,
  fixes,
}: LocatedFinding): ReportedFinding {
  return {
    code,
    name,
    severity,
    message,
    range,
    related: related.map((place, index) => ({
      path: place.path,
      message: place.message,
      range: relatedRanges[index] ?? range,
    })),
    fixes: fixes.map(({ title }) => ({ title })),
  };
}
