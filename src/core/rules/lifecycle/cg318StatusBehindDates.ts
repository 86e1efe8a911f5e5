import { keys } from '../../process/fieldKeys';
import { recordedApproval } from '../../approval/approvalOf';
import { dayNumber, formatDate } from '../../text/calendarDate';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { statusMove } from '../../change/moveStatus';

export const statusBehindDates = defineRule({
  code: 'CG318',
  name: 'status-behind-dates',
  severity: 'warning',
  summary: 'An approved record whose implementation has begun is IN_PROGRESS.',
  source: 'Implementation Tracking; reading 31',
  fix: { what: 'Sets the status to IN_PROGRESS and tells the history of it.' },
  *check({ record, today, now }) {
    const { status, history } = record;
    const inWork = record.process.statusWith('in-work');
    if (status?.value?.role !== 'approved' || !inWork) return;
    if (recordedApproval(record).gaps.length > 0) return;
    // A record that came back for a new approval (reading 28) began under the one before.
    if (history.some((row) => row.status.value?.role === 'in-work')) return;
    const begun = [record.answer(keys.deployed), record.answer(keys.implementationStart)].find(
      (answer) =>
        answer?.date && dayNumber(answer.date) <= dayNumber(today) && !/plan|estimat|target|expect/i.test(answer.text),
    );
    if (!begun?.date) return;
    const note = 'Implementation started';
    const move = statusMove(record, inWork, () => ({ now: now(), today, note }));
    yield finding(
      status,
      `Status is ${status.value.id}, but ${begun.field.label} is ${formatDate(begun.date)}; ${inWork.id} is expected.`,
    )
      .related(begun, begun.field.label)
      .fix(`Set the status to ${inWork.id}`, move.edits, move.when);
  },
});
