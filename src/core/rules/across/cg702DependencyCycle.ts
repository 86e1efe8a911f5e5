import { factsOf, linkTo } from '../acrossView';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const dependencyCycle = defineRule({
  code: 'CG702',
  name: 'dependency-cycle',
  severity: { draft: 'warning', proposed: 'error' },
  summary: 'No record has to wait for itself by way of others.',
  source: 'CR Dependencies: must complete before this CR',
  fix: { noneBecause: 'Which of the dependencies is wrong only a person can say.' },
  *check({ across }) {
    for (const { ids } of factsOf(across, 'cycle')) {
      const place = across && linkTo(across, ids[1] ?? '', 'upstream');
      const [first = ''] = ids;
      if (place) yield finding(place, `These records wait for each other: ${[...ids, first].join(' → ')}.`);
    }
  },
});
