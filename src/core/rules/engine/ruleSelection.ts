import { stages, type RecordKind, type Stage } from '../../process/processDefinition';
import type { Rule } from '../rule';
import { milder, type Severity, type SeverityByStage } from '../../findings/finding';
import type { Ending } from '../../lifecycle/standing';

/** What the policy says of rules, by code or name. */
export type PolicySeverities = ReadonlyMap<string, Severity | 'off'>;

/** A rule that is asked, and how much its findings matter. */
export interface SelectedRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** The policy says so, whatever the rule says of a single finding. */
  readonly isOverridden: boolean;
  /** No finding of it is graver: the record is over. */
  readonly most: Severity | undefined;
}

/** Rules that are asked of the records of one kind at one stage: most of them first, some about what these found. */
export interface RuleSelection {
  readonly first: readonly SelectedRule[];
  readonly afterwards: readonly SelectedRule[];
  /** Codes of rules that are only not asked because nobody wants to see hints. */
  readonly leftOut: ReadonlySet<string>;
}

/** What of a record decides which rules are asked, and how much their findings matter. */
export interface Selected {
  readonly kind: RecordKind;
  readonly stage: Stage;
  readonly ending: Ending;
}

/** What was selected last, by rules and by what the record is: a workspace asks again and again under the same policy. */
const selections = new WeakMap<readonly Rule[], KnownSelections>();

type KnownSelections = Map<string, KnownSelection>;

interface KnownSelection {
  readonly severities: PolicySeverities | undefined;
  readonly selection: RuleSelection;
}

/** The rules that are asked of a record. Those that only give hints are left out where nobody wants to see them. */
export function selectRules(
  rules: readonly Rule[],
  of: Selected,
  severities: PolicySeverities | undefined,
  withHints = true,
): RuleSelection {
  const known: KnownSelections = selections.get(rules) ?? new Map<string, KnownSelection>();
  selections.set(rules, known);
  const key = `${of.kind} ${of.stage} ${of.ending} ${String(withHints)}`;
  const last = known.get(key);
  if (last && last.severities === severities) return last.selection;
  const selection = select(rules, of, severities, withHints);
  known.set(key, { severities, selection });
  return selection;
}

function select(
  rules: readonly Rule[],
  of: Selected,
  severities: PolicySeverities | undefined,
  withHints: boolean,
): RuleSelection {
  const first: SelectedRule[] = [];
  const afterwards: SelectedRule[] = [];
  const leftOut = new Set<string>();
  for (const rule of rules) {
    if (rule.appliesTo && !rule.appliesTo.includes(of.kind)) continue;
    const severity = severityOf(rule, of, severities);
    if (severity === 'off') continue;
    const isOverridden = severities?.has(rule.code) === true || severities?.has(rule.name) === true;
    if (!withHints && severity === 'hint') {
      leftOut.add(rule.code);
      continue;
    }
    const most = of.ending === 'open' || typeof rule.severity === 'string' ? undefined : rule.severity.over;
    (rule.afterwards === true ? afterwards : first).push({ rule, severity, isOverridden, most });
  }
  return { first, afterwards, leftOut };
}

/**
 * The severity of a rule for a record, after what the policy says. A policy makes a finding more or less grave, or
 * stops it; it does not ask for something at a stage at which the process does not, nor of a record that is over.
 */
export function severityOf(
  rule: Rule,
  { stage, ending }: Pick<Selected, 'stage' | 'ending'>,
  severities?: PolicySeverities,
): Severity | 'off' {
  const byStage = rule.severity;
  const own = severityAt(byStage, stage, ending);
  if (own === 'off') return 'off';
  const wanted = severities?.get(rule.code) ?? severities?.get(rule.name) ?? (rule.optIn === true ? 'off' : own);
  const most = typeof byStage === 'string' || ending === 'open' ? undefined : byStage.over;
  return wanted === 'off' || most === undefined ? wanted : milder(wanted, most);
}

function severityAt(severity: SeverityByStage, stage: Stage, ending: Ending): Severity | 'off' {
  if (typeof severity === 'string') return severity;
  if (ending === 'given-up' && severity.givenUp) return severity.givenUp;
  let found: Severity | 'off' = severity.draft;
  for (const each of stages) {
    found = severity[each] ?? found;
    if (each === stage) break;
  }
  return found;
}
