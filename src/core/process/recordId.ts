import { formatDate, isCalendarDate, type CalendarDate } from '../text/calendarDate';

/** How the IDs of a process are written. */
export interface RecordIdFormat {
  /** `CR` or `CHG`. */
  readonly prefix: string;
  /** Whether year, month and day are joined by hyphens. */
  readonly dashedDate: boolean;
  /** How much of the date stands in the ID; absent: all of it. A number counts within that time. */
  readonly precision?: IdPrecision;
  /** How many digits the sequence number has at least. */
  readonly digits: number;
}

/** How much of a date stands in an ID. */
export type IdPrecision = 'day' | 'month' | 'year' | 'none';

/** `CR-2026-02-09-001`: the name of a record, unique across branches and time. */
export interface RecordId {
  /** In the form of the process, upper case. */
  readonly text: string;
  readonly prefix: string;
  /** What the form leaves out is the first: January, the first day, the year 1. */
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
  const match = patternOf(format).exec(rest);
  const sequenceText = match?.groups?.['sequence'] ?? '';
  if (!match || sequenceText.length < format.digits || sequenceText.length > 6)
    return { kind: 'malformed', problem: 'form' };
  const { year = 1, month = 1, day = 1 } = match.groups ?? {};
  const date = { year: Number(year), month: Number(month), day: Number(day) };
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
  const [year = '', month = '', day = ''] = formatDate(date).split('-');
  return joined(format, [year, month, day], String(sequence).padStart(format.digits, '0'));
}

/** The part of a date that an ID of this form holds; what it leaves out is the first. */
export function dateOfId(
  { precision = 'day' }: RecordIdFormat,
  { year, month, day }: RecordId['date'],
): RecordId['date'] {
  const kept = keptParts[precision];
  return { year: kept > 0 ? year : 1, month: kept > 1 ? month : 1, day: kept > 2 ? day : 1 };
}

/** How the IDs of a process are written, for people and in templates: `CR-YYYY-MM-DD-XXX`, `CHG-YYYYMMDD-NNN`. */
export function formOfIds(format: RecordIdFormat): string {
  return joined(format, ['YYYY', 'MM', 'DD'], (format.dashedDate ? 'X' : 'N').repeat(format.digits));
}

/** Reads such a form: a prefix of letters, a date or less of one, and one X or N a digit. Undefined for any other text. */
export function readFormOfIds(text: string): RecordIdFormat | undefined {
  const match = /^([A-Z][A-Z\d]{0,15})-(?:(YYYY-MM-DD|YYYY-MM|YYYY|YYYYMMDD|YYYYMM)-)?([XN]{1,6})$/.exec(text);
  if (!match) return undefined;
  const [, prefix = '', date = '', digits = ''] = match;
  const precision = date.includes('DD') ? 'day' : date.includes('MM') ? 'month' : date === '' ? 'none' : 'year';
  const format = { prefix, dashedDate: !/^Y{4}M/.test(date), digits: digits.length };
  return precision === 'day' ? format : { ...format, precision };
}

/** The digits of the date in the IDs of a form, as a source of a regular expression; empty if there is no date. */
export function idDatePattern(format: RecordIdFormat): string {
  return datePart(format, ['\\d{4}', '\\d{2}', '\\d{2}']);
}

const keptParts: Readonly<Record<IdPrecision, number>> = { none: 0, year: 1, month: 2, day: 3 };

function datePart({ dashedDate, precision = 'day' }: RecordIdFormat, parts: readonly string[]): string {
  return parts.slice(0, keptParts[precision]).join(dashedDate ? '-' : '');
}

function joined(format: RecordIdFormat, date: readonly string[], sequence: string): string {
  return [format.prefix, datePart(format, date), sequence].filter((part) => part !== '').join('-');
}

const patterns = new WeakMap<RecordIdFormat, RegExp>();

/** What stands behind the prefix and its hyphen. */
function patternOf(format: RecordIdFormat): RegExp {
  let pattern = patterns.get(format);
  if (!pattern) {
    const date = datePart(format, ['(?<year>\\d{4})', '(?<month>\\d{2})', '(?<day>\\d{2})']);
    pattern = new RegExp(`^${date}${date === '' ? '' : '-'}(?<sequence>\\d+)$`);
    patterns.set(format, pattern);
  }
  return pattern;
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
  if (/^[ -~]*$/.test(text)) return text;
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
