import { factsOf, linkTo } from '../acrossView';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { beginning, wordsOf } from './otherRecord';

export const upstreamNotCompleted = defineRule({
  code: 'CG705',
  name: 'upstream-not-completed',
  severity: 'error',
  summary: 'What has to be completed before a record is completed before its implementation begins.',
  source: 'CR Dependencies: must complete before this CR',
  fix: { noneBecause: 'Either the order of work or the dependency is wrong; only a person can say which.' },
  *check({ record, across }) {
    for (const { other } of factsOf(across, 'not-completed')) {
      const place = across && linkTo(across, other.id, 'upstream');
      if (!place) continue;
      yield finding(
        place,
        `Status is ${record.status?.value?.id ?? ''}, but ${wordsOf(other)} has to be completed before.`,
      )
        .related(record.status, 'the status')
        .relatedFile(other.path, beginning, 'the record that comes first');
    }
  },
});
