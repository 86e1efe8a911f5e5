import { at, quoted } from '../places';
import { defineRule, finding } from '../rule';

export const repeatedField = defineRule({
  code: 'CG108',
  name: 'repeated-field',
  severity: 'error',
  summary: 'A field stands once in its section.',
  source: 'Reading 13',
  fix: { noneBecause: 'Which of the two values is right only a person can say.' },
  *check({ record }) {
    for (const { first, again } of record.repeated) {
      const same = first.text.trim().toLowerCase() === again.text.trim().toLowerCase();
      const message = same
        ? `${again.field.label} stands twice, both times with the same value.`
        : `${again.field.label} stands twice: ${quoted(first.text)} and ${quoted(again.text)}; the first is read.`;
      yield finding(at(again.document, again.label), message)
        .related(first, 'the first one')
        .goTo('Go to the first one', first)
        .as(same ? 'information' : 'error');
    }
  },
});
