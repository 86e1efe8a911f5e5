import { factsOf } from '../acrossView';
import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { wordsOf } from './otherRecord';

export const idOnOtherBranch = defineRule({
  code: 'CG711',
  name: 'id-on-other-branch',
  severity: 'error',
  summary: 'An ID names one record on all branches.',
  source: 'CR Identification; reading 8',
  fix: {
    noneBecause: 'Which of the records keeps the number people have to agree on; "Renumber" gives one a free one.',
  },
  *check({ record, across }) {
    for (const { other } of factsOf(across, 'twin'))
      yield finding(
        record.headingId ?? titlePlace(record),
        `Another record has the same ID: ${wordsOf(other)}; an ID names one record.`,
      );
  },
});
