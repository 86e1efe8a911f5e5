import { factsOf, linkTo } from '../acrossView';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const unknownReference = defineRule({
  code: 'CG701',
  name: 'unknown-reference',
  severity: { draft: 'information', proposed: 'warning', over: 'information' },
  summary: 'A record that another one depends on or affects is there.',
  source: 'CR Dependencies',
  fix: { noneBecause: 'Which record was meant only a person can say; completion offers those that are there.' },
  *check({ across }) {
    for (const { id, list } of factsOf(across, 'unknown')) {
      const place = across && linkTo(across, id, list);
      if (place) yield finding(place, `${id} is no record of this workspace.`);
    }
  },
});
