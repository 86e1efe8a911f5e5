import { keys } from '../../process/fieldKeys';
import { finderOf } from '../../record/idAt';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

const naming = [keys.branch, keys.pullRequest] as const;

export const branchOfAnotherRecord = defineRule({
  code: 'CG613',
  name: 'branch-of-another-record',
  severity: 'error',
  summary: 'Branch and pull request name no other record than the one they are of.',
  source: 'Implementation Tracking; Create Pull Request, "CR-ID included in PR title"; reading 3',
  fix: { noneBecause: 'Whether the branch or the record is the wrong one only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const own = record.id?.text;
    if (own === undefined) return;
    const finder = finderOf(record.process);
    for (const key of naming) {
      const answer = record.answer(key);
      if (answer?.filled !== true) continue;
      const named = finder.in(answer.text.slice(0, 500)).filter(({ kind }) => kind === 'record');
      const [first] = named;
      if (!first || named.some(({ id }) => id === own)) continue;
      const { start } = answer.span;
      yield finding(
        at(answer.document, { start: start + first.span.start, end: start + first.span.end }),
        `${answer.field.label} names ${first.id}, but this is ${own}.`,
      ).related(record.headingId, 'the ID of the record');
    }
  },
});
