import { at } from '../places';
import { defineRule, finding } from '../rule';
import { completeness } from './completeness';

export const unansweredField = defineRule({
  code: 'CG102',
  name: 'unanswered-field',
  severity: { draft: 'off', proposed: 'error' },
  summary: 'A field that is due has an answer of its own, not the words of the template.',
  source: 'CR Document Structure; readings 19 to 23',
  fix: { what: 'Goes to the place; only a person knows the answer.' },
  *check({ record }) {
    const status = record.status?.value?.id ?? 'PROPOSED';
    for (const point of completeness(record).open) {
      if (point.kind !== 'answer') continue;
      const { field, answer } = point;
      const { span, document, label, choices } = answer;
      const place = at(document, span.end > span.start && choices.length === 0 ? span : label);
      const boxed = choices.some(({ box }) => box !== undefined);
      const what = boxed
        ? `${field.label} has no box ticked; ${field.answer === 'choice' ? 'one is' : 'at least one is'} expected`
        : span.end > span.start
          ? `${field.label} is still the text of the template; an answer is expected`
          : `${field.label} is empty; an answer is expected`;
      yield finding(place, `${what} from a record that is ${status}.`)
        .related(record.status, `the status is ${status}`)
        .goTo(`Go to ${field.label}`, answer);
    }
  },
});
