import { isPlaceholder } from '../../process/placeholder';
import type { AnswerKind } from '../../process/processDefinition';
import { itemsOf } from '../../record/itemsOf';
import { removeLine } from '../../change/removeLine';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

const lists: ReadonlySet<AnswerKind> = new Set<AnswerKind>(['list', 'people', 'text']);

/** Whether something stands in brackets; linear, whatever is opened and never closed. */
function hasBrackets(text: string): boolean {
  return text
    .split(']')
    .slice(0, -1)
    .some((before) => /\[.{2}/s.test(before));
}

export const leftoverPlaceholder = defineRule({
  code: 'CG118',
  name: 'leftover-placeholder',
  severity: { draft: 'off', proposed: 'hint' },
  summary: 'An answer that was given has no lines of the template left in it.',
  source: 'Readings 19 and 20',
  fix: { what: 'Removes the lines that are left; in a numbered list it goes to them.' },
  *check({ record }) {
    const told = new Set<unknown>();
    for (const answer of record.answers) {
      if (!answer.filled || !lists.has(answer.field.answer) || !answer.text.includes('[')) continue;
      const left = itemsOf(answer).filter(
        ({ item, text }) => !item.box && !told.has(item) && hasBrackets(text) && isPlaceholder(text),
      );
      const [first] = left;
      if (!first) continue;
      for (const { item } of left) told.add(item);
      const lines = left.length === 1 ? 'a line' : `${String(left.length)} lines`;
      const draft = finding(
        first,
        `${answer.field.label} is answered, but ${lines} of the template ${left.length === 1 ? 'is' : 'are'} left: ${quoted(first.text)}.`,
      );
      // A numbered list that loses its first line is one no more.
      yield left.some(({ item }) => item.number !== undefined)
        ? draft.goTo('Go to the line', first)
        : draft.fix(left.length === 1 ? 'Remove the line' : 'Remove the lines', () => left.map(removeLine));
    }
  },
});
