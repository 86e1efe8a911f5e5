import { keys } from '../../process/fieldKeys';
import type { Answer, ChangeRecord, Choice } from '../../record/record';
import { at } from '../../record/places';
import { listed, quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { boxEdit } from '../../change/boxEdit';
import { overwrite } from '../../change/answerEdits';

export const choiceTickedTwice = defineRule({
  code: 'CG110',
  name: 'choice-ticked-twice',
  severity: 'warning',
  summary: 'Of a single choice one box is ticked.',
  source: 'Reading 23',
  fix: { what: 'Keeps one of those that are chosen.' },
  *check({ record }) {
    for (const answer of record.answers) {
      // A choice whose template is one line may name several (`DOCUMENTATION | INFRASTRUCTURE`, reading 21).
      if (answer.field.answer === 'choice' && (answer.field.written === 'boxes' || hasBoxes(answer))) {
        yield* chosenTwice(record, answer);
      }
    }
  },
});

/** What a decision stands on: who decides, and how soon (reading 23). */
const decisive: ReadonlySet<string> = new Set([keys.priority, keys.urgency, keys.type]);

/** A choice of more is no choice; every fix changes all boxes, and the two together would grow as the square. */
const mostOffered = 8;

function* chosenTwice(record: ChangeRecord, answer: Answer) {
  const { document, field, chosen } = answer;
  const [first, second] = chosen;
  if (!first || !second || (!second.box && first.option === second.option)) return;
  const names = chosen.map(nameOf);
  const times = chosen.length === 2 ? 'twice' : `${String(chosen.length)} times`;
  const isTicked = second.box !== undefined;
  const draft = finding(
    at(document, second.span),
    isTicked
      ? `${field.label} is ticked ${times}: ${listed(names)}; one is expected.`
      : `${field.label} names ${listed(names)}; one is expected.`,
  );
  // What a decision stands on cannot be two things at once.
  if (decisive.has(field.key)) draft.as('error');
  for (const other of chosen.slice(0, mostOffered)) {
    if (other !== second) draft.related(at(document, other.span), isTicked ? 'also ticked' : 'also named');
  }
  for (const [index, keep] of chosen.slice(0, mostOffered).entries()) {
    draft.fix(`Keep ${names[index] ?? ''}`, () =>
      isTicked
        ? chosen.flatMap((other) => (other === keep || !other.box ? [] : [boxEdit(at(document, other.box), false)]))
        : overwrite(record, answer, keep.text),
    );
  }
  yield draft;
}

function hasBoxes({ choices }: Answer): boolean {
  return choices.some(({ box }) => box !== undefined);
}

/** `P1 - HIGH` of `P1 - HIGH (Major feature, significant bug)`. */
function nameOf({ option, text }: Choice): string {
  return option ? option.label.replace(/\s*\(.*\)\s*$/, '') : quoted(text);
}
