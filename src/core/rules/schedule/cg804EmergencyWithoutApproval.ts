import { keys } from '../../process/fieldKeys';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const emergencyWithoutApproval = defineRule({
  code: 'CG804',
  name: 'emergency-without-approval',
  severity: 'warning',
  summary: 'The review of an emergency records the approval of the CTO.',
  source: 'Emergency Changes, "CTO (post-implementation review)"; reading 46',
  fix: { noneBecause: 'An approval is never written by a machine.' },
  appliesTo: ['change-record'],
  *check({ record }) {
    const { type, status } = record;
    const reviewed = record.answer(keys.reviewed);
    const approver = record.answer(keys.approver);
    const isOver = reviewed?.date !== undefined || status?.value?.role === 'completed';
    if (type !== 'emergency' || !isOver || approver?.filled === true) return;
    const said = reviewed?.date ? reviewed : status;
    const place = approver ? at(approver.document, approver.label) : said;
    if (!place) return;
    yield finding(
      place,
      `The emergency is ${reviewed?.date ? 'reviewed' : (status?.value?.id ?? '')}, but no approver is recorded; the CTO approves it by the review.`,
    ).related(approver ? said : undefined, 'what is said to be over');
  },
});
