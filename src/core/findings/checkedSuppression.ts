import type { RuleCode } from './finding';
import type { SuppressedRule, Suppression } from './suppression';

/**
 * What a suppression is good for at one of its rules. `idle`: the rule is not asked of this record now (its stage, its
 * process or the policy), so that nothing can be said. `old`: by a name that the rule has taken over. `fixed`: no comment can keep this rule quiet.
 */
export type SuppressionUse = 'used' | 'old' | 'unused' | 'idle' | 'fixed' | 'no-such-rule';

/** A suppression after all other rules had their say. */
export interface CheckedSuppression {
  readonly suppression: Suppression;
  /** The policy lets suppressions count. */
  readonly allowed: boolean;
  readonly uses: readonly { readonly named: SuppressedRule; readonly use: SuppressionUse }[];
}

/** Says of every suppression what it was good for. `asked` tells of a rule whether it was asked and did not fail. */
export function checkSuppressions(
  suppressions: readonly Suppression[],
  used: ReadonlySet<SuppressedRule>,
  asked: (code: RuleCode) => boolean,
  allowed: boolean,
): CheckedSuppression[] {
  return suppressions.map((suppression) => ({
    suppression,
    allowed,
    uses: suppression.rules.map((named) => ({ named, use: useOf(named, suppression, used, asked) })),
  }));
}

function useOf(
  named: SuppressedRule,
  { scope }: Suppression,
  used: ReadonlySet<SuppressedRule>,
  asked: (code: RuleCode) => boolean,
): SuppressionUse {
  const { rule } = named;
  if (!rule) return 'no-such-rule';
  if (rule.unsuppressable === true) return 'fixed';
  if (scope === 'end') return named.counterpart ? 'used' : 'unused';
  if (named.isOld) return 'old';
  if (used.has(named)) return 'used';
  return asked(rule.code) ? 'unused' : 'idle';
}
