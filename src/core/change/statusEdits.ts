import { comparableName } from '../process/comparableName';
import { compareDates, formatDate, type CalendarDate } from '../text/calendarDate';
import type { ChangeRecord } from '../record/record';
import { slice } from '../text/span';
import { replace, type DocumentEdit } from './documentEdit';
import { historyInOrder, isNewestFirst } from '../record/historyOrder';

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
 * The edit that adds a row to the history as its newest one; none where the history is neither a table of the template's
 * three columns nor a plain list, or goes beyond the day.
 */
export function addHistoryRow(record: ChangeRecord, date: CalendarDate, status: string, notes: string): DocumentEdit[] {
  const { document, historySection, history } = record;
  const words = record.process.words.history;
  const table = historySection?.blocks.find((block) => block.kind === 'table');
  const names = table?.header.cells.map((cell) => comparableName(slice(document.text, cell)));
  if (history.some((each) => each.date.date && compareDates(each.date.date, date) > 0)) return [];
  if (!table) return addHistoryItem(record, date, status);
  if (names?.length !== 3 || !words.date.includes(names[0] ?? '') || !words.status.includes(names[1] ?? '')) return [];
  const row = `| ${formatDate(date)} | ${status} | ${notes} |`;
  const [top] = table.rows;
  if (top && isNewestFirst(history)) {
    const { start } = top.span;
    return [{ document, edit: { span: { start, end: start }, newText: `${row}\n` } }];
  }
  const end = (history.at(-1)?.row ?? table.rows.at(-1))?.span.end ?? table.span.end;
  return [{ document, edit: { span: { start: end, end }, newText: `\n${row}` } }];
}

/** The same for a history that is a list of `- 2026-02-10: APPROVED`, in the form of its newest item. */
function addHistoryItem({ history }: ChangeRecord, date: CalendarDate, status: string): DocumentEdit[] {
  const newestFirst = isNewestFirst(history);
  const newest = newestFirst ? history[0] : history.at(-1);
  if (!newest || newest.row) return [];
  const { document } = newest;
  const { text } = document;
  const start =
    Math.max(text.lastIndexOf('\n', newest.date.span.start), text.lastIndexOf('\r', newest.date.span.start)) + 1;
  const marker = text.slice(start, newest.date.span.start);
  const between = text.slice(newest.date.span.end, newest.status.span.start);
  // Only what is plain to see can be written again.
  if (!/^ {0,3}[-*+] +$/.test(marker) || !/^\s*[:,–—|-]?\s*$/.test(between)) return [];
  const item = `${marker}${formatDate(date)}${between}${status}`;
  if (newestFirst) return [{ document, edit: { span: { start, end: start }, newText: `${item}\n` } }];
  const rest = /[\r\n]/.exec(text.slice(newest.status.span.end));
  const end = rest ? newest.status.span.end + rest.index : text.length;
  // Lines that go on with the newest item would go on with the new one.
  if (/^(?:\r\n|\r|\n)[^\S\r\n]*[^\s#]/.test(text.slice(end, end + 200))) return [];
  return [{ document, edit: { span: { start: end, end }, newText: `\n${item}` } }];
}
