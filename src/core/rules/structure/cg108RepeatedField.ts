import { keys } from '../../process/fieldKeys';
import { comparableName } from '../../process/comparableName';
import { slice } from '../../text/span';
import type { Answer } from '../../record/record';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const repeatedField = defineRule({
  code: 'CG108',
  name: 'repeated-field',
  severity: 'warning',
  summary: 'A field stands once in its section.',
  source: 'Reading 13',
  fix: { noneBecause: 'Which of the two values is right only a person can say.' },
  *check({ record }) {
    for (const { first, again } of record.repeated) {
      const { label } = again.field;
      const message =
        said(first) === said(again)
          ? `${label} stands twice, both times with the same value; once is expected.`
          : `${label} stands twice: ${words(first)} and ${words(again)}; the first is read.`;
      yield finding(at(again.document, again.label), message)
        .related(at(first.document, first.label), 'the first one')
        .goTo('Go to the first one', first)
        .as(severityOf(first, again));
    }
  },
});

/** What an approval stands on. */
const decisive: ReadonlySet<string> = new Set([
  keys.status,
  keys.type,
  keys.priority,
  keys.approvalToken,
  keys.approvalDate,
]);

/** Two values are a contradiction; the same one twice, one that is empty, or one under another name is drift. */
function severityOf(first: Answer, again: Answer): 'error' | 'warning' | 'information' {
  if (said(first) === said(again) || !again.filled) return 'information';
  if (labelOf(first) !== labelOf(again)) return 'warning';
  return decisive.has(first.field.key) ? 'error' : 'warning';
}

function labelOf({ document, label }: Answer): string {
  return comparableName(slice(document.text, label));
}

/** What an answer says, in whatever form it is written. */
function said({ chosen, text }: Answer): string {
  return chosen.length > 0 && chosen.every(({ option }) => option)
    ? chosen.map(({ option }) => option?.value ?? '').join('|')
    : text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function words({ chosen, text }: Answer): string {
  if (text.trim() === '') return 'empty';
  return chosen.some(({ box }) => box !== undefined)
    ? quoted(chosen.map((choice) => choice.text).join(', '))
    : quoted(text);
}
