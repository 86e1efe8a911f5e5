import type { ChangeStep } from '../../change/change';
import { usualHours, type BusinessHours } from '../../lifecycle/businessHours';
import type { Schedule } from '../../lifecycle/windows';
import type { AcrossView } from '../acrossView';
import type { CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord } from '../../record/record';
import type { RequirementsMatrix } from '../../record/readRequirements';
import { isEmptyRecord } from '../../record/isEmptyRecord';
import { matchBaseline, type Baseline, type StaleEntry } from '../../findings/baseline';
import { checkSuppressions } from '../../findings/checkedSuppression';
import { foldFindings } from '../../findings/foldFindings';
import { catalog, ruleNamed, rules as allRules } from './registry';
import type { Draft } from '../../findings/draftFinding';
import {
  gravest,
  milder,
  severities,
  type Finding,
  type RuleCode,
  type RuleDescription,
  type Severity,
} from '../../findings/finding';
import { endingOf } from '../../lifecycle/standing';
import type { KnownRecord, Rule, RuleContext } from '../rule';
import { selectRules, type PolicySeverities, type SelectedRule } from './ruleSelection';
import type { AnswerSeverities } from '../wantedAnswers';
import { suppressFindings } from '../../findings/suppressFindings';
import { readSuppressions, type RuleLookup, type Suppression } from '../../findings/suppression';

/** What {@link lintRecord} needs beside the record. */
export interface LintOptions {
  /** Today, in the zone of the policy. */
  readonly today: CalendarDate;
  /** The moment, in UTC, for what a fix writes; default: the day alone. No finding depends on it. */
  readonly now?: (() => CalendarDate) | undefined;
  /** All records of the workspace by upper-case ID. */
  readonly known?: ReadonlyMap<string, readonly KnownRecord[]>;
  /** The requirements matrix of the workspace, if there is one. */
  readonly requirements?: RequirementsMatrix | undefined;
  /** After how many days without a change a record is brought to mind, by status. */
  readonly untouched?: ReadonlyMap<string, number> | undefined;
  /** See {@link RuleContext.nameStatus}; by the process of the record. */
  readonly nameStatus?: ((process: string, status: string, word: string) => readonly ChangeStep[]) | undefined;
  /** What a period in business hours counts; default: those of the built-in policy. */
  readonly businessHours?: BusinessHours | undefined;
  /** When changes may be made, as far as the policy says so; absent: it does not. */
  readonly schedule?: Schedule | undefined;
  /** Holds the record against the others of its workspace; absent: they are not known. */
  readonly across?: ((record: ChangeRecord) => AcrossView | undefined) | undefined;
  /** What the policy says of rules, by code or name. */
  readonly severities?: PolicySeverities;
  /** Whether comments in the text may keep findings quiet; default: yes. */
  readonly suppressions?: 'allow' | 'deny';
  /** What was there before and stays silent. */
  readonly baseline?: Baseline | undefined;
  /** Whether a great many findings of one rule in one file are folded into a line; default: yes. */
  readonly fold?: boolean;
  /** What is less grave is left out; default: nothing is. */
  readonly least?: Severity | undefined;
  /** Severities that the policy gives to what is missing, by name or key of a field, section or document. */
  readonly answers?: AnswerSeverities | undefined;
  /** For the documented examples: other rules than the catalog. */
  readonly rules?: readonly Rule[];
  /** Told of a rule that failed; the others go on. */
  readonly onRuleError?: (rule: Rule, error: unknown) => void;
}

const nobody: ReadonlyMap<string, readonly KnownRecord[]> = new Map();

/** What the rules say of a record, and what of it is not shown. */
export interface CheckedRecord {
  /** By path and place; a great many of one rule in one file are folded. */
  readonly findings: readonly Finding[];
  /** Kept quiet by a comment in the text. */
  readonly suppressed: readonly Finding[];
  /** Kept quiet by the baseline. */
  readonly baselined: readonly Finding[];
  /** Entries of the baseline for the files of this record that apply no more. */
  readonly stale: readonly StaleEntry[];
}

/**
 * All findings of a record and its companions, by path and place, each once. Pure; a rule that fails yields nothing and
 * goes to `onRuleError`. Of a file that holds no record only its name and the file itself are looked at (one finding a cause).
 */
export function lintRecord(record: ChangeRecord, options: LintOptions): Finding[] {
  return [...checkRecord(record, options).findings];
}

/** The same, and beside it what comments in the text and the baseline keep quiet. */
export function checkRecord(record: ChangeRecord, options: LintOptions): CheckedRecord {
  const suppressions = suppressionsOf(record, options);
  const allowed = options.suppressions !== 'deny';
  const lines = new Map(record.documents.map(({ path, scan }) => [path, scan.lines]));
  const rules = options.rules ?? allRules;
  const least = severities.indexOf(options.least ?? 'hint');
  const of = { kind: record.kind, stage: record.stage, ending: endingOf(record) };
  const selection = selectRules(rules, of, options.severities, least === 0);
  const context = contextOf(record, options);
  const first = runRules(selection.first, context, options);
  const { shown, suppressed, used } = suppressFindings(first.findings, allowed ? suppressions : [], lines);
  const checked = checkSuppressions(suppressions, used, first.asked, allowed);
  const last = runRules(selection.afterwards, { ...context, suppressions: checked }, options);
  const { findings, baselined, stale } = matchBaseline(
    [...shown, ...last.findings],
    record,
    options.baseline,
    selection.leftOut,
    currentRule,
  );
  const wanted = findings.filter(({ severity }) => severities.indexOf(severity) >= least);
  const sorted = wanted.sort(byPlace);
  return { findings: options.fold === false ? sorted : foldFindings(sorted), suppressed, baselined, stale };
}

/** The rule that an old code stands for; undefined for one that is not old. */
function currentRule(code: string): StaleEntry['now'] {
  const named = ruleNamed(code);
  return named?.isOld === true ? named.rule : undefined;
}

function contextOf(record: ChangeRecord, options: LintOptions): RuleContext {
  return {
    record,
    process: record.process,
    today: options.today,
    now: options.now ?? (() => options.today),
    known: options.known ?? nobody,
    requirements: options.requirements,
    untouched: options.untouched,
    nameStatus: options.nameStatus && ((status, word) => options.nameStatus?.(record.process.id, status, word) ?? []),
    businessHours: options.businessHours ?? usualHours('UTC'),
    schedule: options.schedule,
    answers: options.answers,
    across: options.across?.(record),
    suppressions: [],
    lintWithout: (code, changed) => {
      const rules = (options.rules ?? allRules).filter((rule) => rule.code !== code);
      // What the record is like has nothing to do with what is shown of it.
      return lintRecord(changed, { ...options, rules, baseline: undefined, fold: false, least: undefined });
    },
  };
}

/** Findings of some rules, and whether a rule was among those that were asked and did not fail. */
function runRules(
  selected: readonly SelectedRule[],
  context: RuleContext,
  { onRuleError }: LintOptions,
): { readonly findings: readonly Finding[]; readonly asked: (code: RuleCode) => boolean } {
  const isEmpty = isEmptyRecord(context.record);
  const rules = isEmpty ? selected.filter(({ rule }) => /^CG[29]/.test(rule.code)) : selected;
  const findings = new Map<string, Finding>();
  const failed = new Set<RuleCode>();
  for (const selected of rules) {
    const { rule } = selected;
    try {
      // All of them first: a rule that fails says nothing.
      for (const draft of [...rule.check(context)]) {
        const finding = toFinding(selected, draft);
        const { path, span, message } = finding;
        const key = `${rule.code} ${path} ${String(span.start)} ${String(span.end)} ${message}`;
        if (!findings.has(key)) findings.set(key, finding);
      }
    } catch (error) {
      failed.add(rule.code);
      onRuleError?.(rule, error);
    }
  }
  const asked = (code: RuleCode): boolean => !failed.has(code) && rules.some(({ rule }) => rule.code === code);
  return { findings: [...findings.values()], asked };
}

/** The suppressions in the texts of a record; cheap where there are none. */
function suppressionsOf({ documents }: ChangeRecord, { rules = [] }: LintOptions): Suppression[] {
  // They stand in comments, of which most records have none, and short marks are found faster than long words.
  if (!documents.some(({ text }) => text.includes('<!--') && text.includes('changegate-'))) return [];
  const known = new Map<string, RuleDescription>();
  for (const rule of [...rules, ...catalog]) {
    for (const name of [rule.code, rule.name, ...(rule.oldNames ?? [])]) known.set(name.toLowerCase(), rule);
  }
  const lookup: RuleLookup = (text) => known.get(text.toLowerCase());
  const names = [...known.values()].flatMap(({ code, name }) => [code, name]);
  return documents.flatMap((document) => readSuppressions(document, lookup, names));
}

function toFinding(
  { rule: { code, name }, severity, isOverridden, most }: SelectedRule,
  { place, message, relatedPlaces, fixes, severity: own, decided, stands }: Draft,
): Finding {
  const usual = isOverridden ? severity : (own ?? severity);
  const wanted = decided ? gravest(decided.map((each) => each ?? usual)) : usual;
  return {
    code,
    name,
    severity: most ? milder(wanted, most) : wanted,
    message,
    path: place.document.path,
    span: place.span,
    related: relatedPlaces,
    fixes,
    ...(stands === undefined ? {} : { stands }),
  };
}

function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
