import { formatDate } from '../../record/calendarDate';
import { defineRule, finding } from '../rule';
import { setStatus } from './statusEdits';

export const approvalNotFollowed = defineRule({
  code: 'CG304',
  name: 'approval-not-followed',
  severity: 'warning',
  summary: 'A record whose approval is complete does not go on waiting for it.',
  source: 'Phase 4: Human-in-the-Loop Gate; reading 31',
  fix: { what: 'Sets the status to APPROVED.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const { status, approval, history } = record;
    const id = status?.value?.id;
    if (!status || (id !== 'DRAFT' && id !== 'PROPOSED') || !approval.isValid || !approval.date?.date) return;
    // A record that came back for a new approval (reading 28) still shows the old one.
    if (history.some((row) => row.status.value?.needsApproval === true)) return;
    yield finding(
      status,
      `Status is ${id}, but the approval of ${formatDate(approval.date.date)} is complete; APPROVED is expected.`,
    )
      .related(approval.token, 'the approval token')
      .related(approval.date, 'the approval date')
      .fix('Set the status to APPROVED', setStatus(record, 'APPROVED'));
  },
});
