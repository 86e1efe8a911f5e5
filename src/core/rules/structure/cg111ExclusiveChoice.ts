import { at } from '../../record/places';
import { listed, quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { boxEdit } from '../../change/boxEdit';

export const exclusiveChoice = defineRule({
  code: 'CG111',
  name: 'exclusive-choice',
  severity: 'warning',
  summary: 'A box such as "No changes to auth" is not ticked beside another one of its group.',
  source: 'Reading 25',
  fix: { what: 'Unticks the one or the others.' },
  *check({ record }) {
    for (const { document, field, chosen } of record.answers) {
      if (field.answer !== 'choices') continue;
      const alone = chosen.find(({ option, box }) => option?.exclusive === true && box !== undefined);
      const others = chosen.filter((choice) => choice !== alone && choice.box !== undefined);
      if (!alone?.box || others.length === 0) continue;
      const names = listed(others.map(({ text }) => quoted(text)));
      const draft = finding(
        at(document, alone.span),
        `${quoted(alone.text)} is ticked, and so ${others.length === 1 ? 'is' : 'are'} ${names}; the one excludes the other.`,
      );
      for (const other of others.slice(0, 8)) draft.related(at(document, other.span), 'also ticked');
      const { box } = alone;
      yield draft
        .fix(`Untick ${quoted(alone.text)}`, () => [boxEdit(at(document, box), false)])
        .fix(`Untick ${others.length === 1 ? names : 'the others'}`, () =>
          others.flatMap(({ box }) => (box ? [boxEdit(at(document, box), false)] : [])),
        );
    }
  },
});
