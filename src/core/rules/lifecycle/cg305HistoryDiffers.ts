import { stageAtLeast, transitionsFrom } from '../../process/condition';
import type { StatusDefinition } from '../../process/processDefinition';
import { dayNumber, formatDate } from '../../text/calendarDate';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { historyInOrder } from '../../record/historyOrder';
import { historyRowEdits } from '../../change/addHistoryRow';
import { statusEdits } from '../../change/moveStatus';
import { valuesOf } from '../../record/valuesOf';
import { withoutClaim } from './unclaimed';

/** A log in words tells what happened and not each status: it may be behind the record. */
function isAhead(status: StatusDefinition, logged: StatusDefinition): boolean {
  const isOver = logged.final || logged.role === 'rejected';
  return !isOver && status.stage !== logged.stage && stageAtLeast(status.stage, logged.stage);
}

export const historyDiffers = defineRule({
  code: 'CG305',
  name: 'history-differs',
  severity: 'error',
  summary: 'The history ends with the status that the record has.',
  source: 'Change History; readings 31 and 34',
  fix: {
    what: 'Adds a row for the status, where the process allows the move, or takes the status of the last row, where that claims no approval that is missing.',
  },
  *check({ record, today }) {
    const { status, process, history } = record;
    const last = historyInOrder(record).at(-1);
    if (!status?.value || !last?.status.value || last.status.value === status.value) return;
    if (last.inWords && isAhead(status.value, last.status.value)) return;
    const ended = last.status.value.id;
    const when = last.date.date ? ` on ${formatDate(last.date.date)}` : '';
    const draft = finding(status, `Status is ${status.value.id}, but the history ends with ${ended}${when}.`).related(
      at(last.document, last.status.span),
      'the last row of the history',
    );
    // A row that the process does not allow would be the next finding: what is missing then only a person knows.
    if (transitionsFrom(process, ended, (key) => valuesOf(record, key)).includes(status.value)) {
      const row = { date: today, status: status.value, note: 'Status updated' };
      // Behind a row of a later day the new one would not be the last.
      const isLast = history.every(({ date }) => !date.date || dayNumber(date.date) <= dayNumber(today));
      draft.fix(`Add a row for ${row.status.id} to the history`, () => historyRowEdits(record, row), isLast);
    }
    const { value } = last.status;
    const unclaimed = withoutClaim(record, value, today);
    yield unclaimed
      ? draft.fix(`Set the status to ${ended}`, () => [...statusEdits(record, value), ...unclaimed()])
      : draft;
  },
});
