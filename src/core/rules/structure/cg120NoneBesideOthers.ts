import { isPlaceholder } from '../../process/placeholder';
import { slice } from '../../text/span';
import { isNothing, itemsOf } from '../../record/itemsOf';
import { removeLine } from '../../change/removeLine';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

/** What every text has that says with a word that there is nothing: most lists do not, and need not be read. */
const mayBeNothing = /(?<![a-z])n(?:one|o|\/?a|il|othing|ot applicable|ot required)(?![a-z])/i;

export const noneBesideOthers = defineRule({
  code: 'CG120',
  name: 'none-beside-others',
  severity: 'information',
  summary: 'A list that says "None" lists nothing else.',
  source: 'Reading 20: N/A and None are answers',
  fix: { what: 'Removes the line that says that there is nothing.' },
  *check({ record }) {
    for (const answer of record.answers) {
      if (answer.field.answer !== 'list' || !mayBeNothing.test(slice(answer.document.text, answer.span))) continue;
      const items = itemsOf(answer).filter(({ item }) => !item.box && !item.field);
      const indent = items.reduce((least, { item }) => Math.min(least, item.indent), Infinity);
      const own = items.filter(({ item }) => item.indent === indent);
      const nothing = own.filter(({ text }) => isNothing(text) && /\p{L}/u.test(text));
      const [none] = nothing;
      const other = own.find(({ text }) => text !== '' && !isNothing(text) && !isPlaceholder(text));
      if (!none || !other) continue;
      const draft = finding(
        none,
        `${answer.field.label} says ${quoted(none.text)}, but also lists ${quoted(other.text)}.`,
      ).related(other, 'also listed');
      // A numbered list that loses its first line is one no more.
      yield nothing.some(({ item }) => item.number !== undefined)
        ? draft
        : draft.fix(`Remove ${quoted(none.text)}`, () => nothing.map(removeLine));
    }
  },
});
