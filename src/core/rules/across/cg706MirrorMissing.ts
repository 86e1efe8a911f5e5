import { factsOf, linkTo, nameOf } from '../acrossView';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { beginning, wordsOf } from './otherRecord';

export const mirrorMissing = defineRule({
  code: 'CG706',
  name: 'mirror-missing',
  severity: 'information',
  summary: 'A record that another one waits for names it under Downstream Impact.',
  source: 'CR Dependencies: will affect these',
  fix: { noneBecause: 'The line belongs into the other record, whose author should know of it.' },
  *check({ record, across }) {
    for (const { other } of factsOf(across, 'no-mirror')) {
      const place = across && linkTo(across, other.id, 'upstream');
      if (!place) continue;
      yield finding(place, `${wordsOf(other)} does not name ${nameOf(record)} under Downstream Impact.`).relatedFile(
        other.path,
        beginning,
        'the record that comes first',
      );
    }
  },
});
