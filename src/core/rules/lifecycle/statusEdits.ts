import { comparableName } from '../../process/comparableName';
import { compareDates, formatDate, type CalendarDate } from '../../record/calendarDate';
import type { ChangeRecord } from '../../record/record';
import { slice } from '../../text/span';
import { replace, type DocumentEdit } from '../rule';
import { historyInOrder, isNewestFirst } from './historyOrder';

/** The edit that writes another status where the record has its status. */
export function setStatus({ status }: ChangeRecord, id: string): DocumentEdit[] {
  return status ? [replace(status, id)] : [];
}

/**
 * The edits that write another status and tell of it in the history, where there is one that ends with something else:
 * a status that moves and a history that does not would be the next finding.
 */
export function moveStatus(record: ChangeRecord, id: string, date: CalendarDate, notes: string): DocumentEdit[] {
  const last = historyInOrder(record).at(-1);
  const isTold = !last?.status.value || last.status.value.id === id;
  return [...setStatus(record, id), ...(isTold ? [] : addHistoryRow(record, date, id, notes))];
}

/**
 * The edit that adds a row to the history as its newest one; none where the history is no table of the template's three
 * columns, or goes beyond the day.
 */
export function addHistoryRow(record: ChangeRecord, date: CalendarDate, status: string, notes: string): DocumentEdit[] {
  const { document, historySection, history } = record;
  const table = historySection?.blocks.find((block) => block.kind === 'table');
  const names = table?.header.cells.map((cell) => comparableName(slice(document.text, cell)));
  if (!table || names?.length !== 3 || names[0] !== 'date' || names[1] !== 'status') return [];
  if (history.some((each) => each.date.date && compareDates(each.date.date, date) > 0)) return [];
  const row = `| ${formatDate(date)} | ${status} | ${notes} |`;
  const [top] = table.rows;
  if (top && isNewestFirst(history)) {
    const { start } = top.span;
    return [{ document, edit: { span: { start, end: start }, newText: `${row}\n` } }];
  }
  const end = (history.at(-1)?.row ?? table.rows.at(-1))?.span.end ?? table.span.end;
  return [{ document, edit: { span: { start: end, end }, newText: `\n${row}` } }];
}

/** The values of the options that a record chose, for the conditions of a transition. */
export function valuesOf(record: ChangeRecord, key: string): string[] {
  return record.answer(key)?.chosen.flatMap(({ option }) => (option ? [option.value] : [])) ?? [];
}
