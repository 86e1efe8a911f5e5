import { transitionsFrom } from '../../process/condition';
import { formatDate } from '../../text/calendarDate';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { historyInOrder } from '../../record/historyOrder';
import { addHistoryRow, setStatus } from '../../change/statusEdits';
import { valuesOf } from '../../record/valuesOf';
import { withoutClaim } from './unclaimed';

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
    const { status, process } = record;
    const last = historyInOrder(record).at(-1);
    if (!status?.value || !last?.status.value || last.status.value === status.value) return;
    const ended = last.status.value.id;
    const when = last.date.date ? ` on ${formatDate(last.date.date)}` : '';
    const draft = finding(status, `Status is ${status.value.id}, but the history ends with ${ended}${when}.`).related(
      at(last.document, last.status.span),
      'the last row of the history',
    );
    // A row that the process does not allow would be the next finding: what is missing then only a person knows.
    if (transitionsFrom(process, ended, (key) => valuesOf(record, key)).includes(status.value)) {
      const row = addHistoryRow(record, today, status.value.id, 'Status updated');
      draft.fix(`Add a row for ${status.value.id} to the history`, () => row, row.length > 0);
    }
    const unclaimed = withoutClaim(record, last.status.value, today);
    yield unclaimed
      ? draft.fix(`Set the status to ${ended}`, () => [...setStatus(record, ended), ...unclaimed()])
      : draft;
  },
});
