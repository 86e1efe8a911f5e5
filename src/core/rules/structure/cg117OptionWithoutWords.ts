import { keys } from '../../process/fieldKeys';
import { comparableName } from '../../process/comparableName';
import { isPlaceholder } from '../../process/placeholder';
import type { Choice } from '../../record/record';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const optionWithoutWords = defineRule({
  code: 'CG117',
  name: 'option-without-words',
  severity: { draft: 'off', proposed: 'information' },
  summary: 'An option such as "Other" that is ticked says in words what it means.',
  source: 'CR Document Structure, "Other: _______"; readings 20 and 24',
  fix: { what: 'Goes to the place; only a person knows the words.' },
  *check({ record }) {
    for (const { field, document, chosen } of record.answers) {
      if (field.key === keys.approvedBy) continue; // Names and dates of approvers are for the rules of approval.
      for (const choice of chosen) {
        const { option, box, span } = choice;
        if (!option?.open || !box || saysMore(choice)) continue;
        const place = at(document, span);
        yield finding(
          place,
          `"${option.value}" is ticked under ${field.label}, but it does not say ${/^other$/i.test(option.value) ? 'what' : 'which or how much'}.`,
        ).goTo(`Go to ${option.value}`, place);
      }
    }
  },
});

function saysMore({ text, option }: Choice): boolean {
  const colon = text.indexOf(':');
  if (colon >= 0) return !isPlaceholder(text.slice(colon + 1));
  return !option?.names.includes(comparableName(text)) && !isPlaceholder(text, option?.label);
}
