import { keys } from '../process/fieldKeys';
import type { Block, Table, TableRow } from '../markdown/blocks';
import { comparableName } from '../process/comparableName';
import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import { slice, trimSpan, type Span } from '../text/span';
import { readDate } from '../text/calendarDate';
import { plainSpan } from './plainText';
import { statusNamed } from './readStatus';
import type { DateReading, HistoryRow, RecordDocument, Section } from './record';

/** The section that tells the history, found by what the process calls it. */
export function historySectionOf(process: Process, document: RecordDocument): Section | undefined {
  const definition = process.field(keys.history)?.section;
  return document.sections.find(
    (section) =>
      (definition !== undefined && section.definition === definition) ||
      (section.definition === undefined && section.name === 'history'),
  );
}

/** The rows that tell something: those whose date is a placeholder are the template's own (reading 34). */
export function readHistory(process: Process, section: Section | undefined): HistoryRow[] {
  return section ? section.blocks.flatMap((block) => rowsOf(block, section.document, process)) : [];
}

function rowsOf(block: Block, document: RecordDocument, process: Process): HistoryRow[] {
  if (block.kind === 'table') return tableRows(block, document, process);
  if (block.kind === 'item') return listRow(block.content, document, process);
  return [];
}

function tableRows(table: Table, document: RecordDocument, process: Process): HistoryRow[] {
  const { date, status, notes } = historyColumns(document.text, table, process);
  return table.rows.flatMap((row) => {
    const cell = (index: number): Span => row.cells[index] ?? { start: row.span.end, end: row.span.end };
    return historyRow(document, process, row, row.span, cell(date), cell(status), cell(notes));
  });
}

/** Which column of a history says what. */
export interface HistoryColumns {
  readonly date: number;
  readonly status: number;
  /** As many as there are columns: none of them. */
  readonly notes: number;
}

/** The columns by their names; else by what stands in them, and where that says nothing by the order of the template. */
export function historyColumns(text: string, { header, rows }: Table, process: Process): HistoryColumns {
  const names = header.cells.map((cell) => comparableName(slice(text, cell)));
  const column = (wanted: readonly string[], fallback: number, holds: (words: string) => boolean): number => {
    const named = names.findIndex((name) => wanted.includes(name));
    if (named >= 0) return named;
    const found = names.findIndex((_, index) =>
      rows.some(({ cells }) => cells[index] !== undefined && holds(slice(text, plainSpan(text, cells[index])))),
    );
    return found < 0 ? fallback : found;
  };
  const words = process.words.history;
  const date = column(words.date, 0, (words) => readDate(words).kind === 'date');
  const status = column(words.status, 1, (words) => statusNamed(words, process) !== undefined);
  const notes = column(words.notes, 2, () => false);
  return { date, status, notes: notes === date || notes === status ? names.length : notes };
}

/** `- 2026-02-09: PROPOSED – submitted`, `- 2026-02-09: APPROVED by Dana Field`: a history that is kept as a list. */
function listRow(content: Span, document: RecordDocument, process: Process): HistoryRow[] {
  const text = slice(document.text, content);
  const match =
    /^([*_]*\d{4}-\d{1,2}-\d{1,2}[*_]*)\s*[:|–—-]?\s*([*_]*[\p{L}_]+(?: (?!by\b|after\b|with\b)[\p{L}]+)?[*_]*)\s*(?:[:|,;–—-]\s*(.*)|((?:\(|by\b|after\b|with\b).*))?$/u.exec(
      text,
    );
  if (!match) return [];
  const at = (part: string, from: number): Span => {
    const start = content.start + text.indexOf(part, from);
    return { start, end: start + part.length };
  };
  const date = at(match[1] ?? '', 0);
  const status = at(match[2] ?? '', date.end - content.start);
  const words = match[3] ?? match[4] ?? '';
  const notes = words === '' ? { start: content.end, end: content.end } : at(words, status.end - content.start);
  const rows = historyRow(document, process, undefined, content, date, status, notes);
  return rows.filter((row) => row.status.value !== undefined);
}

function historyRow(
  document: RecordDocument,
  process: Process,
  row: TableRow | undefined,
  span: Span,
  dateCell: Span,
  statusCell: Span,
  notesCell: Span,
): HistoryRow[] {
  const { text } = document;
  const date = readDateAt(text, dateCell);
  if (date.placeholder) return [];
  const status = plainSpan(text, statusCell);
  const statusText = slice(text, status);
  const notes = trimSpan(text, notesCell);
  return [
    {
      document,
      span,
      row,
      date,
      status: { text: statusText, span: status, value: statusNamed(statusText, process) },
      notes: { text: slice(text, notes), span: notes },
    },
  ];
}

/** The date at a place; blank and placeholder dates are distinguished from wrong ones. */
export function readDateAt(text: string, where: Span): DateReading {
  const span = plainSpan(text, where);
  const written = slice(text, span);
  const read = readDate(written);
  return {
    text: written,
    span: read.kind === 'none' ? span : { start: span.start, end: span.start + read.length },
    placeholder: written === '' || isPlaceholder(written),
    date: read.kind === 'date' ? read.date : undefined,
  };
}
