import { gravest, type Severity } from '../../findings/finding';
import { comparableName } from '../../process/comparableName';
import { ruleNamed } from '../../rules/engine/registry';
import { anyAnswer } from '../../rules/wantedAnswers';
import type { Policy } from './policy';
import type { PolicySource } from './policySchema';

/**
 * What a policy says of rules. A rule that took the place of others goes by its own code, whichever of their names stands
 * there; its present one holds where several do, else the gravest severity.
 */
export function severitiesOf(rules: NonNullable<PolicySource['rules']>): Pick<Policy, 'severities' | 'answers'> {
  const severities = new Map<string, Severity | 'off'>();
  const answers = new Map<string, Severity | 'off'>();
  for (const [name, setting] of Object.entries(rules)) {
    if (setting === undefined) continue;
    const named = ruleNamed(name);
    const key = named?.isOld === true ? named.rule.code : name;
    if (named?.isOld === true && [named.rule.code, named.rule.name].some((each) => Object.hasOwn(rules, each)))
      continue;
    if (typeof setting === 'string') {
      const before = severities.get(key);
      severities.set(key, before === undefined || before === 'off' ? setting : graver(before, setting));
      continue;
    }
    const { severity, reason: _, ...own } = setting;
    for (const [answer, level] of Object.entries(own)) answers.set(comparableName(answer), level);
    // What is off as a whole is asked for all the same where something of it is not.
    if (severity === 'off' && answers.size > 0) answers.set(anyAnswer, severity);
    else if (severity !== undefined) severities.set(key, severity);
  }
  return answers.size > 0 ? { severities, answers } : { severities };
}

function graver(a: Severity, b: Severity | 'off'): Severity {
  return b === 'off' ? a : gravest([a, b]);
}
