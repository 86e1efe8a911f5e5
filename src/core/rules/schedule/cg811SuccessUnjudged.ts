import { keys } from '../../process/fieldKeys';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const successUnjudged = defineRule({
  code: 'CG811',
  name: 'success-unjudged',
  severity: { draft: 'off', completed: 'information' },
  summary: 'A normal change that is completed was held against its success criteria.',
  source: 'Post-Implementation Review, "Review success criteria"',
  fix: { noneBecause: 'By what it is judged, and whether it succeeded, only people know.' },
  appliesTo: ['change-record'],
  *check({ record }) {
    const { status, type } = record;
    const criteria = record.answer(keys.successCriteria);
    if (!status || type !== 'normal') return;
    // Criteria that are written and not ticked are among the open steps of CG602.
    if (criteria && (criteria.filled || criteria.choices.length > 0)) return;
    yield finding(
      criteria ? at(criteria.document, criteria.label) : status,
      `Status is ${status.value?.id ?? ''}, but no success criteria are recorded.`,
    ).related(criteria ? status : undefined, 'the status');
  },
});
