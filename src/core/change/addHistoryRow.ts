import { keys } from '../process/fieldKeys';
import type { Block, Table, TableRow } from '../markdown/blocks';
import { isPlaceholder } from '../process/placeholder';
import type { StatusDefinition } from '../process/processDefinition';
import { compareDates, formatDate, type CalendarDate } from '../text/calendarDate';
import { historyColumns, type HistoryColumns } from '../record/readHistory';
import { statusNamed } from '../record/readStatus';
import type { ChangeRecord, HistoryRow, Section } from '../record/record';
import { at } from '../record/places';
import { replace, type DocumentEdit } from './documentEdit';
import { isNewestFirst } from '../record/historyOrder';
import { insertAtEnd, insertSection } from './insertion';
import { slice, type Span } from '../text/span';
import type { Change } from './change';
import { nameOf, stepsOf } from './documentEdits';

/** A row as it comes into the history. */
export interface NewHistoryRow {
  readonly date: CalendarDate;
  readonly status: StatusDefinition;
  /** One line; what would break a table is taken out. */
  readonly note: string;
  /** A person's own words; else the words of a row that is prepared stay. */
  readonly isOwn?: boolean;
}

/** What became of a row. */
export type HistoryResult =
  | { readonly kind: 'change'; readonly change: Change }
  /** It cannot be written; why, in one sentence. */
  | { readonly kind: 'impossible'; readonly reason: string };

/** Why nothing can be written into a history. */
export const hiddenHistory =
  'The history cannot be written: a code fence or comment that is not closed hides the end of the record.';

/**
 * Adds a row to the history, by its date, in the form that the history has; where there is none, the section comes
 * with it. Says nothing of the status of the record itself.
 */
export function addHistoryRow(record: ChangeRecord, row: NewHistoryRow): HistoryResult {
  const edits = historyRowEdits(record, { ...row, isOwn: true });
  if (edits.length === 0) return { kind: 'impossible', reason: hiddenHistory };
  const title = `Add ${row.status.id} to the history of ${nameOf(record)}`;
  return { kind: 'change', change: { title, steps: stepsOf(edits) } };
}

/** The edits that add a row to the history; none where the text would hide it. */
export function historyRowEdits(record: ChangeRecord, row: NewHistoryRow): DocumentEdit[] {
  const section = record.historySection;
  if (!section) return newSection(record, row);
  const table = section.blocks.find((block): block is Table => block.kind === 'table');
  if (table) return tableEdits(record, section, table, row);
  return record.history.length > 0 ? listEdits(record, section, row) : emptySection(section, record, row);
}

/** A note as the cell of a table: one line, without what would end the cell or hide what follows. */
function cellText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 500)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/\\?\|/g, '\\|')
    .replace(/\\$/, '')
    .replace(/<!--/g, '‹!--');
}

function tableEdits(
  { history, process }: ChangeRecord,
  { document }: Section,
  table: Table,
  row: NewHistoryRow,
): DocumentEdit[] {
  const { text } = document;
  const byRow = new Map(history.map((each) => [each.row, each]));
  const told = table.rows.map((each) => byRow.get(each));
  const known = told.filter((each) => each !== undefined);
  const newestFirst = isNewestFirst(history);
  const columns = historyColumns(text, table, process);
  if (!newestFirst && known.every((each) => isNotAfter(each, row.date))) {
    const last = told.findLastIndex((each) => each !== undefined);
    const prepared = table.rows
      .slice(last + 1)
      .find((each) => statusNamed(cell(text, each, columns.status), process) === row.status);
    const dateCell = prepared?.cells[columns.date];
    if (prepared && dateCell) return prepare(document, prepared, dateCell, columns, row);
  }
  const line = `| ${cells(table, columns, row).join(' | ')} |`;
  const before = newestFirst
    ? known.find((each) => isNotAfter(each, row.date))
    : known.find((each) => !isNotAfter(each, row.date));
  const behind = before ? undefined : known.at(-1);
  const first = before?.row ?? (behind ? undefined : table.rows[0]);
  if (first) return [insertion(document, first.span.start, `${line}\n`)];
  return [insertion(document, endOfLine(text, (behind?.row ?? table).span.end), `\n${line}`)];
}

function cells({ header }: Table, columns: HistoryColumns, { date, status, note }: NewHistoryRow): string[] {
  const hasNotes = columns.notes < header.cells.length;
  return header.cells.map((_, index) => {
    if (index === columns.date) return formatDate(date);
    if (index === columns.status) return hasNotes || note === '' ? status.id : `${status.id} (${cellText(note)})`;
    return index === columns.notes ? cellText(note) : '';
  });
}

/** The template's own row for the status, which waits for its day (reading 34). */
function prepare(
  document: Section['document'],
  row: TableRow,
  dateCell: Span,
  columns: HistoryColumns,
  { date, note, isOwn = false }: NewHistoryRow,
): DocumentEdit[] {
  const noteCell = row.cells[columns.notes];
  const writes = noteCell && (isOwn || isPlaceholder(slice(document.text, noteCell)));
  return [
    replace(at(document, dateCell), formatDate(date)),
    ...(writes ? [replace(at(document, noteCell), padded(document.text, noteCell, cellText(note)))] : []),
  ];
}

/** An empty cell is not always blank: `||`. */
function padded(text: string, { start, end }: Span, words: string): string {
  return end > start
    ? words
    : `${text.charAt(start - 1) === '|' ? ' ' : ''}${words}${text.charAt(end) === '|' ? ' ' : ''}`;
}

function cell(text: string, { cells: all }: TableRow, index: number): string {
  const span = all[index];
  return span ? slice(text, span) : '';
}

/** A history that is kept as a list goes on as one, with the marks of its last row. */
function listEdits({ history }: ChangeRecord, { document, blocks }: Section, row: NewHistoryRow): DocumentEdit[] {
  const { text } = document;
  const newestFirst = isNewestFirst(history);
  const before = newestFirst
    ? history.find((each) => isNotAfter(each, row.date))
    : history.find((each) => !isNotAfter(each, row.date));
  const neighbor = before ?? history.at(-1);
  const index = blocks.findIndex(
    (block) =>
      (block.kind === 'item' ? block.content.start : block.kind === 'text' ? block.span.start : undefined) ===
      neighbor?.span.start,
  );
  const item = blocks[index];
  if (!neighbor || (item?.kind !== 'item' && item?.kind !== 'text')) return [];
  const content = item.kind === 'item' ? item.content : item.span;
  const marker = text.slice(item.span.start, content.start).replace(/\[[ xX]\]\s*/, '');
  const between = text.slice(neighbor.date.span.end, Math.max(neighbor.date.span.end, neighbor.status.span.start));
  const separator = /^[\s:|–—-]+$/.test(between) ? between : ': ';
  const note = cellText(row.note).replace(/\\\|/g, '|');
  const line = `${marker}${formatDate(row.date)}${separator}${row.status.id}${note === '' ? '' : ` – ${note}`}`;
  const indent = ' '.repeat(item.indent);
  if (before) return [insertion(document, item.span.start, `${line}\n${indent}`)];
  const end = item.kind === 'item' ? endOfItem(blocks, index, item.contentIndent) : item.span.end;
  return [insertion(document, endOfLine(text, end), `\n${indent}${line}`)];
}

/** Where the lines of an item end that are indented below it or go on with it. */
function endOfItem(blocks: readonly Block[], index: number, indent: number): number {
  let end = blocks[index]?.span.end ?? 0;
  for (const block of blocks.slice(index + 1)) {
    const belongs =
      (block.kind === 'text' && (block.continues || block.indent >= indent)) ||
      (block.kind === 'item' && block.indent >= indent);
    if (!belongs) break;
    end = block.span.end;
  }
  return end;
}

function emptySection(section: Section, record: ChangeRecord, row: NewHistoryRow): DocumentEdit[] {
  const { document, blocks, heading } = section;
  const last = blocks.findLast(({ kind }) => kind !== 'break');
  const end = endOfLine(document.text, (last ?? heading ?? { span: section.body }).span.end);
  return [insertion(document, end, `\n\n${newTable(record, row)}`)];
}

function newSection(record: ChangeRecord, row: NewHistoryRow): DocumentEdit[] {
  const definition = record.process.field(keys.history)?.section;
  const table = newTable(record, row);
  // A process that has no section for it is read with one of this name all the same.
  if (!definition) return insertAtEnd(record.document, `## History\n\n${table}`);
  return insertSection(record, definition, `${'#'.repeat(definition.level)} ${definition.heading}\n\n${table}`);
}

/** A table as the template begins it, with one row. */
function newTable({ process }: ChangeRecord, { date, status, note }: NewHistoryRow): string {
  const template = process.field(keys.history)?.template;
  const [header, delimiter] = template ? slice(template.text, template.value).split('\n') : [];
  const head =
    header !== undefined && delimiter !== undefined && header.split('|').length === 5
      ? `${header}\n${delimiter}`
      : '| Date | Status | Notes |\n|------|--------|-------|';
  return `${head}\n| ${formatDate(date)} | ${status.id} | ${cellText(note)} |`;
}

/** A row without a day that can be read stands where it stands. */
function isNotAfter({ date }: HistoryRow, day: CalendarDate): boolean {
  return date.date === undefined || compareDates(date.date, day) <= 0;
}

function insertion(document: Section['document'], offset: number, newText: string): DocumentEdit {
  return replace(at(document, { start: offset, end: offset }), newText);
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end < 0 ? text.length : offset + end;
}
