import { factsOf, linkTo } from '../acrossView';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { beginning, wordsOf } from './otherRecord';

export const cancelledDependency = defineRule({
  code: 'CG703',
  name: 'cancelled-dependency',
  severity: 'warning',
  summary: 'What a record waits for was not given up.',
  source: 'CR Dependencies: must complete before this CR',
  fix: { noneBecause: 'Whether the change is possible without it only a person can say.' },
  *check({ across }) {
    for (const { other } of factsOf(across, 'given-up')) {
      const place = across && linkTo(across, other.id, 'upstream');
      if (!place) continue;
      yield finding(place, `${wordsOf(other)} will not be completed, and this record waits for it.`).relatedFile(
        other.path,
        beginning,
        'the record that was given up',
      );
    }
  },
});
