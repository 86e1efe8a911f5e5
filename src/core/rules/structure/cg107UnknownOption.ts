import { closest } from '../../text/similar';
import type { Answer, Choice } from '../../record/record';
import { at, listed, quoted } from '../places';
import { defineRule, finding, replace } from '../rule';

export const unknownOption = defineRule({
  code: 'CG107',
  name: 'unknown-option',
  severity: { draft: 'warning', proposed: 'error' },
  summary: 'A choice is one of the options of the process.',
  source: 'CR Document Structure; readings 20 to 23',
  fix: { what: 'Writes the option that is nearest.' },
  *check({ record }) {
    for (const answer of record.answers) {
      if (answer.field.answer !== 'choice' || answer.field.key === 'status' || !answer.filled) continue;
      for (const choice of answer.chosen) if (!choice.option) yield unknown(answer, choice);
    }
  },
});

function unknown({ document, field }: Answer, { text, span }: Choice) {
  const values = field.options.map(({ value }) => value);
  const guess = closest(
    text,
    field.options.flatMap(({ label, value, names }) => [value, label, ...names]),
  );
  const option =
    guess === undefined
      ? undefined
      : field.options.find(({ label, value, names }) => value === guess || label === guess || names.includes(guess));
  const hint = option ? ` Did you mean ${option.value}?` : ` Expected is one of ${listed(values)}.`;
  const draft = finding(
    at(document, span),
    `${field.label} is ${quoted(text)}, which is not one of its options.${hint}`,
  );
  return option
    ? draft.fix(`Write ${option.value}`, [
        replace(at(document, span), field.written === 'boxes' ? option.label : option.value),
      ])
    : draft;
}
