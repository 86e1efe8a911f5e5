import { keys } from '../../process/fieldKeys';
import { plainText } from '../../record/plainText';
import { isNothing, itemsOf } from '../../record/itemsOf';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

/** What people do to go back; "None. A promoted replica does not go back" has nothing of it. */
const way =
  /\b(?:re(?:vert|store|deploy|build|promote|install|start|move|enable|set)|undo|roll|deploy|switch|flag|disable|fail ?over|fail ?back|backup|swap)/i;

export const rollbackPlanNone = defineRule({
  code: 'CG806',
  name: 'rollback-plan-none',
  severity: { draft: 'information', proposed: 'warning', over: 'information' },
  summary: 'Every change record has a way back.',
  source: 'Change Types: "Rollback plan exists", "Rollback plan required"; reading 50',
  fix: { noneBecause: 'How to go back only a person knows.' },
  appliesTo: ['change-record'],
  *check({ record }) {
    const plan = record.answer(keys.rollbackPlan);
    if (plan?.filled !== true || record.type === undefined) return;
    const [only, second] = itemsOf(plan);
    const words = plainText(second ? plan.text : (only?.text ?? plan.text));
    const isNone =
      isNothing(words) ||
      /^(?:not possible|impossible|no rollback(?: plan)?|tbd|not needed)\W*$/i.test(words) ||
      (/^(?:none|not possible|impossible)[.!;–—-]\s/i.test(words) && !way.test(words));
    if (!isNone) return;
    yield finding(
      only ?? at(plan.document, plan.span),
      `The rollback plan is ${quoted(words)}; a change of type ${record.type} has one.`,
    ).related(record.answer(keys.type), 'the type');
  },
});
