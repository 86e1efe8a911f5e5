import { at, listed } from '../places';
import { defineRule, finding, replace } from '../rule';

export const choiceTickedTwice = defineRule({
  code: 'CG110',
  name: 'choice-ticked-twice',
  severity: 'error',
  summary: 'Of a single choice one box is ticked.',
  source: 'Reading 23',
  fix: { what: 'Keeps one of the ticked boxes.' },
  *check({ record }) {
    for (const { document, field, chosen } of record.answers) {
      if (field.answer !== 'choice') continue;
      const ticked = chosen.filter(({ box }) => box !== undefined);
      const [first, second] = ticked;
      if (!first || !second) continue;
      const names = ticked.map(({ option, text }) => option?.value ?? text);
      const draft = finding(
        at(document, second.span),
        `${field.label} is ticked ${ticked.length === 2 ? 'twice' : `${String(ticked.length)} times`}: ${listed(names)}; one is expected.`,
      );
      for (const other of ticked) if (other !== second) draft.related(at(document, other.span), 'also ticked');
      for (const [index, keep] of ticked.entries()) {
        const edits = ticked.flatMap((other) =>
          other === keep || !other.box ? [] : [replace(at(document, other.box), '[ ]')],
        );
        draft.fix(`Keep ${names[index] ?? ''}`, edits);
      }
      yield draft;
    }
  },
});
