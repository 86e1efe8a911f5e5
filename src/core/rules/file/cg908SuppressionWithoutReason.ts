import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

/** What the quick fix writes for a person to replace, and what says no more than that. */
const emptyWords = new Set(['', 'reason', 'why', 'because', 'tbd', 'todo', '...', '…']);

export const suppressionWithoutReason = defineRule({
  code: 'CG908',
  name: 'suppression-without-reason',
  severity: 'warning',
  summary: 'A suppression says why.',
  source: 'Of Changegate: anyone who reads the record next has to know whether it still holds',
  fix: { noneBecause: 'Why only a person can say.' },
  afterwards: true,
  unsuppressable: true,
  *check({ suppressions }) {
    for (const { suppression, allowed } of suppressions) {
      const { scope, rules, reason, document, span } = suppression;
      if (!allowed || scope === 'end' || scope === 'unknown' || rules.length === 0) continue;
      if (emptyWords.has(reason.toLowerCase().replace(/[.:]+$/, '')))
        yield finding(at(document, span), `The suppression of ${named(rules)} gives no reason; one is expected.`);
    }
  },
});

function named(rules: readonly { readonly text: string }[]): string {
  const [first] = rules;
  const others = rules.length - 1;
  return `${first?.text.slice(0, 60) ?? ''}${others > 0 ? ` and ${String(others)} more` : ''}`;
}
