import { formatDate, isCalendarDate, type CalendarDate } from './calendarDate';

/** How the IDs of a process are written. */
export interface RecordIdFormat {
  /** `CR` or `CHG`. */
  readonly prefix: string;
  /** Whether year, month and day are joined by hyphens. */
  readonly dashedDate: boolean;
  /** How many digits the sequence number has at least. */
  readonly digits: number;
}

/** `CR-2026-02-09-001`: the name of a record, unique across branches and time. */
export interface RecordId {
  /** In the form of the process, upper case. */
  readonly text: string;
  readonly prefix: string;
  readonly date: Pick<CalendarDate, 'year' | 'month' | 'day'>;
  /** From 1. */
  readonly sequence: number;
}

/** What is wrong with a text that was meant as an ID (reading 2). */
export type IdProblem =
  | 'form' // other separators, too few digits, a digit too many in the date
  | 'date' // no such day in the calendar
  | 'zero' // the sequence begins at 001
  | 'look-alike'; // letters or digits that only look like the right ones

/** A text read as an ID. `digits` is how many the sequence was written with. */
export type IdResult =
  | { readonly kind: 'id'; readonly id: RecordId; readonly digits: number }
  | { readonly kind: 'malformed'; readonly problem: IdProblem }
  | { readonly kind: 'none' };

/**
 * Reads the whole of a text as an ID of a process; case does not matter, ASCII digits only. Placeholders such as
 * `CR-YYYY-MM-DD-XXX` or `CR-XXXX` are `none`: not meant as an ID (reading 9).
 */
export function readRecordId(text: string, format: RecordIdFormat): IdResult {
  const prefix = `${format.prefix}-`;
  if (text.slice(0, prefix.length).toUpperCase() !== prefix) {
    const folded = fold(text);
    return folded !== text && readRecordId(folded, format).kind !== 'none'
      ? { kind: 'malformed', problem: 'look-alike' }
      : { kind: 'none' };
  }
  const rest = text.slice(prefix.length);
  if (!/^[\d-]*\d[\d-]*$/.test(rest)) {
    return fold(rest) !== rest && /^[\d-]*\d[\d-]*$/.test(fold(rest))
      ? { kind: 'malformed', problem: 'look-alike' }
      : { kind: 'none' };
  }
  const match = (format.dashedDate ? /^(\d{4})-(\d{2})-(\d{2})-(\d+)$/ : /^(\d{4})(\d{2})(\d{2})-(\d+)$/).exec(rest);
  const sequenceText = match?.[4] ?? '';
  if (!match || sequenceText.length < format.digits || sequenceText.length > 6)
    return { kind: 'malformed', problem: 'form' };
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (!isCalendarDate(date)) return { kind: 'malformed', problem: 'date' };
  const sequence = Number(sequenceText);
  if (sequence === 0) return { kind: 'malformed', problem: 'zero' };
  return {
    kind: 'id',
    id: { text: formatRecordId(format, date, sequence), prefix: format.prefix, date, sequence },
    digits: sequenceText.length,
  };
}

/** The ID of a day and a sequence number, in the form of the process. */
export function formatRecordId(format: RecordIdFormat, date: RecordId['date'], sequence: number): string {
  const day = format.dashedDate ? formatDate(date) : formatDate(date).replaceAll('-', '');
  return `${format.prefix}-${day}-${String(sequence).padStart(format.digits, '0')}`;
}

/** Cyrillic and Greek letters and Unicode hyphens that are drawn like the characters of an ID. */
const lookAlikes: Readonly<Record<string, string>> = {
  '\u0421': 'C',
  '\u0441': 'c',
  '\u041d': 'H',
  '\u043d': 'h',
  '\u050c': 'G',
  '\u03a1': 'P',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
};

/** The text with compatibility forms and the look-alikes of the letters that occur in IDs written in ASCII. */
function fold(text: string): string {
  let folded = '';
  for (const character of text.normalize('NFKC')) {
    const code = character.codePointAt(0) ?? 0;
    const hidden =
      (code >= 0x200b && code <= 0x200f) ||
      (code >= 0x202a && code <= 0x202e) ||
      (code >= 0x2060 && code <= 0x2069) ||
      code === 0xfeff;
    if (!hidden) folded += lookAlikes[character] ?? character;
  }
  return folded;
}
