import { recordedApproval } from '../../approval/approvalOf';
import { isAwaiting } from '../../lifecycle/standing';
import { compareDates, formatDate, type CalendarDate } from '../../text/calendarDate';
import { quoted } from '../../text/wording';
import type { ChangeRecord } from '../../record/record';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { statusMove } from '../../change/moveStatus';

/** The day of the approval, unless the history has gone beyond it. */
function dayOf({ approval, history }: ChangeRecord, today: CalendarDate): CalendarDate {
  const given = approval.date?.date;
  const isBehind = given && history.some(({ date }) => date.date && compareDates(date.date, given) > 0);
  return given && !isBehind ? given : today;
}

export const approvalNotFollowed = defineRule({
  code: 'CG304',
  name: 'approval-not-followed',
  severity: 'warning',
  summary: 'A record whose approval token was given does not go on waiting for it.',
  source: 'Phase 4: Human-in-the-Loop Gate; readings 31 and 32',
  fix: { what: 'Sets the status of a proposed record to APPROVED, where the approval is complete.' },
  appliesTo: ['change-request'],
  *check({ record, today, now: moment }) {
    const { status, approval, history } = record;
    const { token, date } = approval;
    const now = status?.value;
    const approved = record.process.statusWith('approved');
    if (!now || !approved || !isAwaiting(now) || token?.kind !== 'token') return;
    // A record that came back for a new approval (reading 28) still shows the old one.
    if (history.some((row) => row.status.value?.needsApproval === true)) return;
    const isComplete = recordedApproval(record).gaps.length === 0;
    const given = date?.date ? ` of ${formatDate(date.date)}` : '';
    const draft = finding(
      token,
      isComplete
        ? `Status is ${now.id}, but the approval${given} is complete; ${approved.id} is expected.`
        : `The approval token is ${quoted(token.text)}, but the status is still ${now.id}.`,
    )
      .related(status, 'the status')
      .related(date?.label ? date : undefined, 'the approval date');
    // A draft has to be proposed first: it may owe answers, and the process knows no way from DRAFT to APPROVED.
    if (!isComplete || now.role !== 'waiting') {
      yield draft;
      return;
    }
    const note = 'Approval received';
    const move = statusMove(record, approved, () => ({ now: moment(), today, on: dayOf(record, today), note }));
    yield draft.fix(`Set the status to ${approved.id}`, move.edits, move.when);
  },
});
