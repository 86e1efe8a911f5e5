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
 * The report over records and, where there are any, findings of policy and baseline. Files come by path; `others` are
 * listed without findings.
 */
export function validateReport(
  records: readonly IndexedRecord[],
  policyFindings: readonly LocatedFinding[] = [],
  others: readonly string[] = [],
): ValidateReport {
  const files: ReportedFile[] = [];
  for (const { summary, findings } of records) {
    for (const path of [summary.path, ...summary.companions]) {
      files.push({
        path,
        record: reportedRecord(summary),
        findings: findings.filter((each) => each.path === path).map(reportedFinding),
      });
    }
  }
  for (const path of new Set([...policyFindings.map((each) => each.path), ...others])) {
    files.push({
      path,
      record: null,
      findings: policyFindings.filter((each) => each.path === path).map(reportedFinding),
    });
  }
  return summedUp(files, records.length, quietOf(records.map(({ quiet }) => quiet)));
}

/** Several reports as one. */
export function mergedReport(reports: readonly ValidateReport[]): ValidateReport {
  return summedUp(
    eachOnce(reports.flatMap(({ files }) => files)),
    reports.reduce((sum, { summary }) => sum + summary.records, 0),
    quietOf(reports.map(({ summary }) => summary)),
  );
}

/** Several reports may each have findings of the one baseline. */
function eachOnce(files: readonly ReportedFile[]): ReportedFile[] {
  const merged = new Map<string, ReportedFile>();
  for (const file of files.filter(({ record }) => record === null)) {
    const findings = [...(merged.get(file.path)?.findings ?? []), ...file.findings];
    merged.set(file.path, { ...file, findings: findings.sort(byLine) });
  }
  return [...files.filter(({ record }) => record !== null), ...merged.values()];
}

function byLine(a: ReportedFinding, b: ReportedFinding): number {
  return a.range.start.line - b.range.start.line;
}

interface Quiet {
  readonly suppressed: number;
  readonly baselined: number;
}

function quietOf(all: readonly (Quiet | undefined)[]): Quiet {
  const sum = (key: keyof Quiet): number => all.reduce((total, each) => total + (each?.[key] ?? 0), 0);
  return { suppressed: sum('suppressed'), baselined: sum('baselined') };
}

function summedUp(unsorted: readonly ReportedFile[], records: number, quiet: Quiet): ValidateReport {
  const files = [...unsorted].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return {
    version: 1,
    files,
    summary: {
      files: files.length,
      records,
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
      ...quiet,
    },
  };
}

function reportedRecord({ kind, id, title, status, type, priority }: RecordSummary): ReportedRecord {
  return { kind, id, title, status, type, priority };
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
