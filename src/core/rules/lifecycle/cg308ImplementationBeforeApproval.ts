import { distance, told } from '../../lifecycle/dateWords';
import { compareDates } from '../../record/calendarDate';
import { defineRule, finding } from '../rule';

export const implementationBeforeApproval = defineRule({
  code: 'CG308',
  name: 'implementation-before-approval',
  severity: 'error',
  summary: 'Implementation does not begin before the approval.',
  source: 'Phase 4: «Implementation CANNOT begin until user provides approval token»; reading 35',
  fix: { noneBecause: 'What happened cannot be mended by an edit; the record tells it as it was.' },
  *check({ record }) {
    if (record.kind === 'change-record' && record.type !== 'normal') return;
    const start = record.answer('implementation-start') ?? record.answer('deployed');
    const approval = record.answer('approval-date');
    if (!start?.date || !approval?.date || compareDates(start.date, approval.date) >= 0) return;
    const what = start.field.key === 'deployed' ? 'The change was implemented' : 'Implementation started';
    yield finding(
      start,
      `${what} on ${told(start.date, approval.date)}, ${distance(start.date, approval.date)} the approval of ${told(approval.date, start.date)}.`,
    ).related(approval, 'the approval date');
  },
});
