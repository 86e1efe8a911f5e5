import { stages, type Stage } from '../process/processDefinition';
import type { CalendarDate } from '../record/calendarDate';
import type { ChangeRecord } from '../record/record';
import { isEmptyRecord } from './file/cg903EmptyRecord';
import { rules as allRules } from './registry';
import type { Draft, Finding, KnownRecord, Rule, RuleContext, Severity, SeverityByStage } from './rule';

/** What {@link lintRecord} needs beside the record. */
export interface LintOptions {
  /** Today, in the zone of the policy. */
  readonly today: CalendarDate;
  /** All records of the workspace by upper-case ID. */
  readonly known?: ReadonlyMap<string, readonly KnownRecord[]>;
  /** What the policy says of rules, by code or name. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** For the documented examples: other rules than the catalogue. */
  readonly rules?: readonly Rule[];
  /** Told of a rule that failed; the others go on. */
  readonly onRuleError?: (rule: Rule, error: unknown) => void;
}

const nobody: ReadonlyMap<string, readonly KnownRecord[]> = new Map();

/**
 * All findings of a record and its companions, by path and place, each once. Pure; a rule that fails yields nothing and
 * is told of. Of a file that holds no record only its name and the file itself are looked at (one finding a cause).
 */
export function lintRecord(record: ChangeRecord, options: LintOptions): Finding[] {
  const context: RuleContext = {
    record,
    process: record.process,
    today: options.today,
    known: options.known ?? nobody,
  };
  const isEmpty = isEmptyRecord(record);
  const findings = new Map<string, Finding>();
  for (const rule of options.rules ?? allRules) {
    if (rule.appliesTo && !rule.appliesTo.includes(record.kind)) continue;
    if (isEmpty && !/^CG[29]/.test(rule.code)) continue;
    const severity = severityOf(rule, record.stage, options.severities);
    if (severity === 'off') continue;
    try {
      for (const draft of [...rule.check(context)]) {
        const finding = toFinding(rule, draft, severity, options.severities);
        const { path, span, message } = finding;
        const key = `${rule.code} ${path} ${String(span.start)} ${String(span.end)} ${message}`;
        if (!findings.has(key)) findings.set(key, finding);
      }
    } catch (error) {
      options.onRuleError?.(rule, error);
    }
  }
  return [...findings.values()].sort(byPlace);
}

/**
 * The severity of a rule for a record of a stage, after what the policy says. A policy makes a finding more or less
 * grave, or stops it; it does not ask for something at a stage at which the process does not.
 */
export function severityOf(
  rule: Rule,
  stage: Stage,
  severities?: ReadonlyMap<string, Severity | 'off'>,
): Severity | 'off' {
  const own = severityAt(rule.severity, stage);
  if (own === 'off') return 'off';
  return severities?.get(rule.code) ?? severities?.get(rule.name) ?? own;
}

function severityAt(severity: SeverityByStage, stage: Stage): Severity | 'off' {
  if (typeof severity === 'string') return severity;
  let found: Severity | 'off' = severity.draft;
  for (const each of stages) {
    found = severity[each] ?? found;
    if (each === stage) break;
  }
  return found;
}

function toFinding(
  { code, name }: Rule,
  { place, message, relatedPlaces, fixes, severity: own }: Draft,
  severity: Severity,
  severities: LintOptions['severities'],
): Finding {
  const overridden = severities?.has(code) === true || severities?.has(name) === true;
  return {
    code,
    name,
    severity: overridden ? severity : (own ?? severity),
    message,
    path: place.document.path,
    span: place.span,
    related: relatedPlaces,
    fixes,
  };
}

function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
