import { keys } from '../../process/fieldKeys';
import { closest } from '../../text/similar';
import type { OptionDefinition } from '../../process/process';
import { plainText } from '../../record/plainText';
import type { Answer, Choice } from '../../record/record';
import { at } from '../../record/places';
import { listed, quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';

export const unknownOption = defineRule({
  code: 'CG107',
  name: 'unknown-option',
  severity: { draft: 'information', proposed: 'warning' },
  summary: 'A choice is one of the options of the process.',
  source: 'CR Document Structure; readings 20 to 23',
  fix: { what: 'Writes the option that is nearest.' },
  *check({ record }) {
    for (const answer of record.answers) {
      // The status has CG310.
      if (answer.field.answer !== 'choice' || answer.field.key === keys.status || !answer.filled) continue;
      for (const choice of answer.chosen) if (!choice.option && !isNoChoice(choice)) yield unknown(answer, choice);
    }
  },
});

/** Choices that an approval stands on; of the others a word that is no slip of the pen is worth knowing. */
const decisive: ReadonlySet<string> = new Set([
  keys.type,
  keys.priority,
  keys.overallRisk,
  keys.riskAcceptance,
  keys.securityAssessment,
]);

/** `N/A` and `None` are answers to everything (reading 20). */
function isNoChoice({ text }: Choice): boolean {
  return /^(?:n\/?a|none|not applicable|not required)(?![\p{L}\p{N}])|^[-–—]$/iu.test(plainText(text));
}

function unknown({ document, field }: Answer, { text, span, box }: Choice) {
  const option = nearest(text, field.options);
  const hint = option ? `Did you mean ${written(option)}?` : `Expected one of ${listed(field.options.map(written))}.`;
  const draft = finding(
    at(document, span),
    `${field.label} is ${quoted(text)}, which is not one of its options. ${hint}`,
  );
  if (!option && !decisive.has(field.key)) draft.as('information');
  return option
    ? draft.fix(`Write ${written(option)}`, () => [replace(at(document, span), box ? option.label : written(option))])
    : draft;
}

/** An option as people write it in a line: as the template does, without the explanation behind it. */
function written({ value, label }: OptionDefinition): string {
  return label.toUpperCase() === value.toUpperCase() ? label : value;
}

/** The option that a text most likely means. */
function nearest(text: string, options: readonly OptionDefinition[]): OptionDefinition | undefined {
  const byName = new Map(
    options.flatMap((option) => [option.value, option.label, ...option.names].map((name) => [name, option])),
  );
  const guess = closest(plainText(text), byName.keys());
  return guess === undefined ? undefined : byName.get(guess);
}
