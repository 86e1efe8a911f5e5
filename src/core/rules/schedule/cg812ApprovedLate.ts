import { keys } from '../../process/fieldKeys';
import { recordedApproval } from '../../approval/approvalOf';
import { told } from '../../lifecycle/dateWords';
import { isLonger } from '../../lifecycle/elapsed';
import { compareDates, type CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord, Place } from '../../record/record';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const approvedLate = defineRule({
  code: 'CG812',
  name: 'approved-late',
  severity: 'information',
  summary: 'A normal change is approved within the time that the matrix gives the approver (4 hours).',
  source: 'Change Approval Matrix, Approval Time; readings 46 and 47',
  fix: { noneBecause: 'What happened cannot be mended by an edit; the record tells it as it was.' },
  appliesTo: ['change-record'],
  *check({ record, process, businessHours }) {
    const limit = process.limits.approval.get(record.type ?? '');
    const approval = record.approval.date;
    // Days alone do not say how many hours lie between them.
    if (!limit || approval?.date?.minutes === undefined || recordedApproval(record).gaps.length > 0) return;
    const start = submitted(record, approval.date);
    if (start?.date.minutes === undefined || !isLonger([start.date, approval.date], limit, businessHours)) return;
    yield finding(
      approval,
      `The change was approved on ${told(approval.date, start.date)}, more than ${limit.words} after it was ${start.how} on ${told(start.date, approval.date)}.`,
    ).related(start.place, start.how);
  },
});

/** When the approver could begin: the last time that it was proposed before the approval, else the request. */
function submitted(
  record: ChangeRecord,
  approval: CalendarDate,
): { readonly date: CalendarDate; readonly place: Place; readonly how: string } | undefined {
  const proposed = record.history.filter(({ status }) => status.value?.role === 'waiting');
  if (proposed.length > 0) {
    const row = proposed.findLast(({ date }) => date.date && compareDates(date.date, approval) <= 0);
    const place = row && { document: row.document, span: row.date.span };
    return row?.date.date && place && { date: row.date.date, place, how: 'proposed' };
  }
  const created = record.answer(keys.created);
  return created?.date && { date: created.date, place: created, how: 'requested' };
}
