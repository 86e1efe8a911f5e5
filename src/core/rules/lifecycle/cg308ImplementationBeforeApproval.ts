import { keys } from '../../process/fieldKeys';
import { distance, told } from '../../lifecycle/dateWords';
import { compareDates, type CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord } from '../../record/record';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { historyInOrder } from '../../record/historyOrder';

export const implementationBeforeApproval = defineRule({
  code: 'CG308',
  name: 'implementation-before-approval',
  severity: 'error',
  summary: 'Implementation does not begin before the approval.',
  source: 'Phase 4: "Implementation CANNOT begin until user provides approval token"; reading 35',
  fix: { noneBecause: 'What happened cannot be mended by an edit; the record tells it as it was.' },
  *check({ record }) {
    if (record.kind === 'change-record' && record.type !== 'normal') return;
    const start = record.answer(keys.implementationStart) ?? record.answer(keys.deployed);
    const approval = record.answer(keys.approvalDate);
    if (!start?.date || !approval?.date || compareDates(start.date, approval.date) >= 0) return;
    if (wasApproved(record, start.date, approval.date)) return;
    const what = start.field.key === keys.deployed ? 'The change was implemented' : 'Implementation started';
    yield finding(
      start,
      `${what} on ${told(start.date, approval.date)}, ${distance(start.date, approval.date)} the approval of ${told(approval.date, start.date)}.`,
    ).related(approval, 'the approval date');
  },
});

/** Whether the history has an earlier approval before a day, and a return for the one of a later day (reading 28). */
function wasApproved(record: ChangeRecord, start: CalendarDate, approval: CalendarDate): boolean {
  const rows = historyInOrder(record);
  const first = rows.findIndex(
    ({ status, date }) => status.value?.role === 'approved' && date.date && compareDates(date.date, start) <= 0,
  );
  if (first < 0) return false;
  return rows
    .slice(first)
    .some(
      ({ status, date }) => status.value?.role === 'waiting' && date.date && compareDates(date.date, approval) <= 0,
    );
}
