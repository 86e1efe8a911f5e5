import { factsOf, linkTo } from '../acrossView';
import { itemsOf } from '../../record/itemsOf';
import { removeLine } from '../../change/removeLine';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const selfDependency = defineRule({
  code: 'CG704',
  name: 'self-dependency',
  severity: 'information',
  summary: 'A record neither waits for itself nor affects itself.',
  source: 'CR Dependencies',
  fix: { what: 'Takes the line away, if others stand beside it.' },
  *check({ record, across }) {
    const id = record.id?.text;
    for (const { list } of factsOf(across, 'self')) {
      const place = across && id !== undefined ? linkTo(across, id, list) : undefined;
      if (!place || id === undefined) continue;
      const verb = list === 'upstream' ? 'waits for' : 'affects';
      const answer = record.answer(list);
      const items = answer ? itemsOf(answer) : [];
      const own = items.find(({ span }) => span.start <= place.span.start && place.span.end <= span.end);
      const draft = finding(place, `${id} ${verb} itself.`);
      yield own && items.length > 1 ? draft.fix('Take the line away', () => [removeLine(own)]) : draft;
    }
  },
});
