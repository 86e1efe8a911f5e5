import { keys } from '../../process/fieldKeys';
import { distance, told } from '../../lifecycle/dateWords';
import { compareDates, type CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord, Place } from '../../record/record';
import type { StatusRole } from '../../process/processDefinition';
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
    const approval = approvalOf(record);
    const start = startOf(record, approval?.date);
    if (!start || !approval || compareDates(start.date, approval.date) >= 0) return;
    if (wasApproved(record, start.date, approval.date)) return;
    yield finding(
      start,
      `${start.what} on ${told(start.date, approval.date)}, ${distance(start.date, approval.date)} the approval of ${told(approval.date, start.date)}.`,
    ).related(approval, 'the approval date');
  },
});

type Moment = Place & { readonly date: CalendarDate };

/** When the approval was given: as the record tells it, else by its history. */
function approvalOf(record: ChangeRecord): Moment | undefined {
  const { date } = record.approval;
  if (date?.filled === true) return date.date && { document: date.document, span: date.span, date: date.date };
  return rowWith(record, 'approved');
}

/** When the work began: as the record tells it, else by its history. */
function startOf(
  record: ChangeRecord,
  approval: CalendarDate | undefined,
): (Moment & { readonly what: string }) | undefined {
  const start = record.answer(keys.implementationStart) ?? record.answer(keys.deployed);
  if (start) {
    const what = start.field.key === keys.deployed ? 'The change was implemented' : 'Implementation started';
    return start.date && { document: start.document, span: start.span, date: start.date, what };
  }
  // A change record may be implemented without a word on its beginning.
  const row =
    rowWith(record, 'in-work') ?? (record.kind === 'change-record' ? rowWith(record, 'completed') : undefined);
  const approved = rowWith(record, 'approved');
  // Where the history has an approval before the work, it differs from the approval date (CG408).
  const isTold = approved && row && compareDates(approved.date, row.date) <= 0;
  return row && approval && !isTold
    ? { ...row, what: row.role === 'completed' ? 'The change was implemented' : 'Implementation started' }
    : undefined;
}

/** The first row of the history with a status of this kind, if it has a date. */
function rowWith(record: ChangeRecord, role: StatusRole): (Moment & { readonly role: StatusRole }) | undefined {
  const row = historyInOrder(record).find(({ status }) => status.value?.role === role);
  return row?.date.date && { document: row.document, span: row.date.span, date: row.date.date, role };
}

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
