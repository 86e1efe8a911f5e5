import { plainText } from '../../record/plainText';
import { isNothing, itemsOf } from '../itemsOf';
import { at, quoted } from '../places';
import { defineRule, finding } from '../rule';

export const rollbackPlanNone = defineRule({
  code: 'CG806',
  name: 'rollback-plan-none',
  severity: { draft: 'information', proposed: 'error' },
  summary: 'Every change record has a way back.',
  source: 'Change Types: «Rollback plan exists», «Rollback plan required»; reading 50',
  fix: { noneBecause: 'How to go back only a person knows.' },
  appliesTo: ['change-record'],
  *check({ record }) {
    const plan = record.answer('rollback-plan');
    if (plan?.filled !== true || record.type === undefined) return;
    const [only, second] = itemsOf(plan);
    const words = plainText(second ? plan.text : (only?.text ?? plan.text));
    if (!isNothing(words) && !/^(?:not possible|impossible|no rollback(?: plan)?|tbd|not needed)\W*$/i.test(words))
      return;
    yield finding(
      only ?? at(plan.document, plan.span),
      `The rollback plan is ${quoted(words)}; a change of type ${record.type} has one.`,
    ).related(record.answer('type'), 'the type');
  },
});
