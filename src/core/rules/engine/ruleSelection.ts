import { stages, type RecordKind, type Stage } from '../../process/processDefinition';
import type { Rule } from '../rule';
import type { Severity, SeverityByStage } from '../../findings/finding';

/** What the policy says of rules, by code or name. */
export type PolicySeverities = ReadonlyMap<string, Severity | 'off'>;

/** A rule that is asked, and how much its findings matter. */
export interface SelectedRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** The policy says so, whatever the rule says of a single finding. */
  readonly isOverridden: boolean;
}

/** Rules that are asked of the records of one kind at one stage: most of them first, some about what these found. */
export interface RuleSelection {
  readonly first: readonly SelectedRule[];
  readonly afterwards: readonly SelectedRule[];
  /** Codes of rules that are only not asked because the findings go into a report. */
  readonly leftOut: ReadonlySet<string>;
}

/** What was selected last, by rules and by kind and stage: a workspace asks again and again under the same policy. */
const selections = new WeakMap<readonly Rule[], KnownSelections>();

type KnownSelections = Map<string, KnownSelection>;

interface KnownSelection {
  readonly severities: PolicySeverities | undefined;
  readonly selection: RuleSelection;
}

/** The rules that are asked of a record. For a report, those that are `editorOnly` are left out. */
export function selectRules(
  rules: readonly Rule[],
  kind: RecordKind,
  stage: Stage,
  severities: PolicySeverities | undefined,
  isForReport = false,
): RuleSelection {
  const known: KnownSelections = selections.get(rules) ?? new Map<string, KnownSelection>();
  selections.set(rules, known);
  const key = `${kind} ${stage} ${String(isForReport)}`;
  const last = known.get(key);
  if (last && last.severities === severities) return last.selection;
  const selection = select(rules, kind, stage, severities, isForReport);
  known.set(key, { severities, selection });
  return selection;
}

function select(
  rules: readonly Rule[],
  kind: RecordKind,
  stage: Stage,
  severities: PolicySeverities | undefined,
  isForReport: boolean,
): RuleSelection {
  const first: SelectedRule[] = [];
  const afterwards: SelectedRule[] = [];
  const leftOut = new Set<string>();
  for (const rule of rules) {
    if (rule.appliesTo && !rule.appliesTo.includes(kind)) continue;
    const severity = severityOf(rule, stage, severities);
    if (severity === 'off') continue;
    const isOverridden = severities?.has(rule.code) === true || severities?.has(rule.name) === true;
    if (isForReport && rule.editorOnly === true && !isOverridden) {
      leftOut.add(rule.code);
      continue;
    }
    (rule.afterwards === true ? afterwards : first).push({ rule, severity, isOverridden });
  }
  return { first, afterwards, leftOut };
}

/**
 * The severity of a rule for a record of a stage, after what the policy says. A policy makes a finding more or less
 * grave, or stops it; it does not ask for something at a stage at which the process does not.
 */
export function severityOf(rule: Rule, stage: Stage, severities?: PolicySeverities): Severity | 'off' {
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
