import { firstBlank } from '../../record/firstBlank';
import type { Answer, Place } from '../../record/record';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { completeness } from '../../lifecycle/completeness';

export const unansweredField = defineRule({
  code: 'CG102',
  name: 'unanswered-field',
  severity: { draft: 'off', proposed: 'error' },
  summary: 'A field that is due has an answer of its own, not the words of the template.',
  source: 'CR Document Structure; readings 19 to 23',
  fix: { what: 'Goes to the place; only a person knows the answer.' },
  *check({ record }) {
    const status = record.status?.value?.id ?? '';
    for (const point of completeness(record).open) {
      if (point.kind !== 'answer') continue;
      const { field, answer } = point;
      yield finding(placeOf(answer), `${wordsFor(answer)} from a record that is ${status}.`)
        .related(record.status, `the status is ${status}`)
        .goTo(`Go to ${field.label}`, firstBlank(answer));
    }
  },
});

function wordsFor({ field, choices, span, text }: Answer): string {
  if (choices.some(({ box }) => box !== undefined)) {
    return `${field.label} has no box ticked; ${field.answer === 'choice' ? 'one is' : 'at least one is'} expected`;
  }
  if (span.end === span.start) return `${field.label} is empty; an answer is expected`;
  return /^\W*(?:TBD|TODO|PENDING)\W*$/i.test(text)
    ? `${field.label} is ${quoted(text)}; an answer is expected`
    : `${field.label} is still the text of the template; an answer is expected`;
}

/** The value, if it is no more than a line; the label of what is longer or not there. */
function placeOf({ document, label, span, choices, text }: Answer): Place {
  return span.end > span.start && choices.length === 0 && !/[\r\n]/.test(text)
    ? at(document, span)
    : at(document, label);
}
