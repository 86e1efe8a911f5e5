import { keys } from '../process/fieldKeys';
import type { Block, Table, TableRow } from '../markdown/blocks';
import { comparableName } from '../process/comparableName';
import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import type { StatusDefinition, StatusRole } from '../process/processDefinition';
import { slice, trimSpan, type Span } from '../text/span';
import type { CalendarDate } from '../text/calendarDate';
import { anyDate, dayOf, readAnyDate, readDayWithoutYear } from '../text/writtenDate';
import { plainSpan } from './plainText';
import { statusNamed } from './readStatus';
import type { DateReading, HistoryRow, RecordDocument, Section } from './record';

/** The section that tells the history, found by what the process calls it. */
export function historySectionOf(process: Process, document: RecordDocument): Section | undefined {
  const definition = process.field(keys.history)?.section;
  return document.sections.find(
    (section) =>
      (definition !== undefined && section.definition === definition) ||
      (section.definition === undefined && historyName.test(section.name)),
  );
}

/** What a history is called where the process has no section for it. */
const historyName =
  /^(?:(?:change|status|record) )?(?:history|log)$|^(?:verlauf|historie|änderungshistorie|historique|historial|histórico|变更历史|历史记录|変更履歴|履歴)$/;

/**
 * The rows that tell something: those whose date is a placeholder are the template's own (reading 34).
 * @param since the day of the record, which gives days without a year theirs
 */
export function readHistory(
  process: Process,
  section: Section | undefined,
  since: CalendarDate | undefined,
): HistoryRow[] {
  if (!section) return [];
  const source = { process, document: section.document, since };
  return section.blocks.flatMap((block) => rowsOf(block, source));
}

interface HistorySource {
  readonly process: Process;
  readonly document: RecordDocument;
  readonly since: CalendarDate | undefined;
}

function rowsOf(block: Block, source: HistorySource): HistoryRow[] {
  if (block.kind === 'table') return tableRows(block, source);
  if (block.kind === 'item') return historyLine(block.content, source);
  // A line that is indented goes on with the item above.
  return block.kind === 'text' && block.indent < 2 ? historyLine(block.span, source) : [];
}

function tableRows(table: Table, source: HistorySource): HistoryRow[] {
  const { date, status, notes } = historyColumns(source.document.text, table, source.process);
  return table.rows.flatMap((row) => {
    const cell = (index: number): Span => row.cells[index] ?? { start: row.span.end, end: row.span.end };
    return historyRow(source, row, row.span, cell(date), cell(status), cell(notes));
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
  const date = column(words.date, 0, (words) => anyDate(words) !== undefined);
  const status = column(words.status, date === 1 ? 0 : 1, (words) => statusNamed(words, process) !== undefined);
  const notes = column(words.notes, 2, () => false);
  return { date, status, notes: notes === date || notes === status ? names.length : notes };
}

/**
 * `2026-02-09: PROPOSED – submitted`, `2026-02-09 APPROVED by Dana Field`, `26.11. approved`, `PROPOSED (2026-02-09)`:
 * a history that is kept as a list, or as lines alone. A line that names no status is a note.
 */
function historyLine(content: Span, source: HistorySource): HistoryRow[] {
  const { process, document, since } = source;
  const text = slice(document.text, content);
  if (!/\d/.test(text)) return [];
  const parts = dateFirst(text, process, since) ?? statusFirst(text, process);
  if (!parts) return [];
  const span = ({ start, end }: Span): Span => ({ start: content.start + start, end: content.start + end });
  return historyRow(source, undefined, content, span(parts.date), span(parts.status), span(parts.notes));
}

interface LineParts {
  readonly date: Span;
  readonly status: Span;
  readonly notes: Span;
}

function dateFirst(text: string, process: Process, since: CalendarDate | undefined): LineParts | undefined {
  const start = /^[*_`([]*/.exec(text)?.[0].length ?? 0;
  const length = dateLength(text.slice(start, start + 80), since);
  if (length === 0) return undefined;
  const date = { start, end: start + length };
  const from = date.end + (/^[*_`)\]]*\s*(?:[:|,–—-]|->|→)?\s*/.exec(text.slice(date.end))?.[0].length ?? 0);
  const words = text.slice(from, from + 200);
  // Where the words behind a status do not end it they are a sentence: "approved the test plan" is a note.
  const named =
    /^[*_`]*([\p{L}_]+(?: (?!(?:by|after|with)\b)\p{L}+){0,2})[*_`]*(?=\s*(?:[:|,;.–—-]|$)|\s*\(|\s+(?:by|after|with)\b)/u.exec(
      words,
    );
  if (!named || !statusOfLine(named[1] ?? '', process)) return undefined;
  const status = { start: from, end: from + named[0].length };
  const notes = status.end + (/^\s*(?:[:|,;–—-]\s*)?/.exec(text.slice(status.end))?.[0].length ?? 0);
  return { date, status, notes: { start: notes, end: text.length } };
}

function statusFirst(text: string, process: Process): LineParts | undefined {
  const named =
    /^[*_`]*([\p{L}_]+(?: (?!on\b)\p{L}+){0,2})[*_`]*(?:\s*[:|,(–—-]\s*|\s+(?:on\s+)?)[*_`]*(?=[\d\p{Lu}])/u.exec(
      text.slice(0, 120),
    );
  const words = named?.[1] ?? '';
  const start = named?.[0].length ?? 0;
  const length = named && statusOfLine(words, process) ? dateLength(text.slice(start, start + 80), undefined) : 0;
  if (length === 0) return undefined;
  const status = text.indexOf(words);
  const notes = start + length + (/^[*_`)]*\s*(?:[:|,;–—-]\s*)?/.exec(text.slice(start + length))?.[0].length ?? 0);
  return {
    date: { start, end: start + length },
    status: { start: status, end: status + words.length },
    notes: { start: notes, end: text.length },
  };
}

/** How many characters of a text are its date; 0 for none. */
function dateLength(text: string, since: CalendarDate | undefined): number {
  const read = readAnyDate(text);
  if (read.kind !== 'none') return read.length;
  return since ? (readDayWithoutYear(text, since)?.length ?? 0) : 0;
}

/** Verbs by which people note in a log that a record came to a status, where the process does not know them as its names. */
const verbs: readonly (readonly [RegExp, StatusRole])[] = [
  [/^drafted$/i, 'draft'],
  [/^(?:proposed|submitted|sent (?:for|to) (?:approval|review)|submitted for (?:approval|review))$/i, 'waiting'],
  [/^approved$/i, 'approved'],
  [/^(?:(?:work |implementation )?(?:started|begun)|started (?:work|implementation))$/i, 'in-work'],
  [/^(?:completed|implemented|merged|deployed|released|closed|done)$/i, 'completed'],
  [/^(?:rejected|declined|denied)$/i, 'rejected'],
  [/^(?:cancell?ed|withdrawn|abandoned)$/i, 'abandoned'],
];

/** The status that words of a history name: by its name, or by a verb. */
function statusOfLine(words: string, process: Process): StatusDefinition | undefined {
  const named = statusNamed(words, process);
  if (named) return named;
  const role = verbs.find(([verb]) => verb.test(words))?.[1];
  return role && process.statusWith(role);
}

function historyRow(
  { document, process, since }: HistorySource,
  row: TableRow | undefined,
  span: Span,
  dateCell: Span,
  statusCell: Span,
  notesCell: Span,
): HistoryRow[] {
  const { text } = document;
  const date = readDateAt(text, dateCell, since);
  if (date.placeholder) return [];
  const status = plainSpan(text, statusCell);
  const statusText = slice(text, status);
  const value = row ? statusNamed(statusText, process) : statusOfLine(statusText, process);
  const notes = trimSpan(text, notesCell);
  return [
    {
      document,
      span,
      row,
      date,
      status: { text: statusText, span: status, value },
      inWords: row === undefined && value !== undefined && !isNameOf(value, statusText),
      notes: { text: slice(text, notes), span: notes },
    },
  ];
}

/** `APPROVED` and `Approved` name the status, "approved" and "merged" tell what happened. */
function isNameOf({ id }: StatusDefinition, text: string): boolean {
  return text.toUpperCase().replace(/[\s_-]+/g, '_') === id.toUpperCase() && text !== text.toLowerCase();
}

/** The date at a place; blank and placeholder dates are distinguished from wrong ones. */
function readDateAt(text: string, where: Span, since: CalendarDate | undefined): DateReading {
  const span = plainSpan(text, where);
  const written = slice(text, span);
  const read = readAnyDate(written);
  const day = read.kind === 'none' && since ? readDayWithoutYear(written, since) : undefined;
  const length = read.kind === 'none' ? day?.length : read.length;
  return {
    text: written,
    span: length === undefined ? span : { start: span.start, end: span.start + length },
    placeholder: written === '' || isPlaceholder(written),
    date: read.kind === 'date' ? read.date : day && dayOf(day),
  };
}
