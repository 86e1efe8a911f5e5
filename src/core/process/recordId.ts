import { isCalendarDate, type CalendarDate } from '../text/calendarDate';
import { counts, widthOf, type IdPiece, type RecordIdFormat } from './idForm';

export type { RecordIdFormat } from './idForm';

/** `CR-2026-02-09-001`: the name of a record, unique across branches and time. */
export interface RecordId {
  /** In the form of the process, upper case. */
  readonly text: string;
  readonly prefix: string;
  /** What the form leaves out is the first: January, the first day, the year 1. */
  readonly date: Pick<CalendarDate, 'year' | 'month' | 'day'>;
  /** From 1. In a form with a time of day the minute (or second) of the day, the first of which is 1. */
  readonly sequence: number;
}

/** What is wrong with a text that was meant as an ID (reading 2). */
export type IdProblem =
  | 'form' // other separators, too few digits, a digit too many in the date
  | 'date' // no such day in the calendar, no such time of day
  | 'zero' // the sequence begins at 001
  | 'look-alike'; // letters or digits that only look like the right ones

/** A text read as an ID. `digits` is how many the sequence was written with. */
export type IdResult =
  | { readonly kind: 'id'; readonly id: RecordId; readonly digits: number }
  | { readonly kind: 'malformed'; readonly problem: IdProblem }
  | { readonly kind: 'none' };

/** No number has more digits than these. */
const mostDigits = 6;

/**
 * Reads the whole of a text as an ID of a process; case does not matter, ASCII digits only. Placeholders such as
 * `CR-YYYY-MM-DD-XXX` or `CR-XXXX` are `none`: not meant as an ID (reading 9).
 */
export function readRecordId(text: string, format: RecordIdFormat): IdResult {
  const { whole, beginning } = patternsOf(format);
  const match = whole.exec(text);
  if (match) return readPieces(match, format);
  const plain = withoutLookAlikes(text);
  if (text.slice(0, beginning.length).toUpperCase() !== beginning) {
    return plain !== text && readRecordId(plain, format).kind !== 'none'
      ? { kind: 'malformed', problem: 'look-alike' }
      : { kind: 'none' };
  }
  if (isMeantAsNumber(text.slice(beginning.length))) return { kind: 'malformed', problem: 'form' };
  return plain !== text && isMeantAsNumber(plain.slice(beginning.length))
    ? { kind: 'malformed', problem: 'look-alike' }
    : { kind: 'none' };
}

function isMeantAsNumber(text: string): boolean {
  return /^[\d-]*\d[\d-]*$/.test(text);
}

/** An ID that a text begins with, and how long it is there; undefined where it begins with none, or a word goes on. */
export function leadingId(
  text: string,
  format: RecordIdFormat,
): { readonly read: Exclude<IdResult, { kind: 'none' }>; readonly length: number } | undefined {
  const found = patternsOf(format).leading.exec(text)?.[0];
  if (found === undefined) return undefined;
  const read = readRecordId(found, format);
  return read.kind === 'none' ? undefined : { read, length: found.length };
}

function readPieces(match: RegExpExecArray, format: RecordIdFormat): Exclude<IdResult, { kind: 'none' }> {
  const written = new Map(format.pieces.map(({ kind }, index) => [kind, match[index + 1] ?? '']));
  const number = (kind: IdPiece['kind'], fallback: number): number => Number(written.get(kind) ?? fallback);
  const short = written.get('short-year');
  const date = {
    year: short === undefined ? number('year', 1) : 2000 + Number(short),
    month: number('month', 1),
    day: number('day', 1),
  };
  if (!isCalendarDate(date)) return { kind: 'malformed', problem: 'date' };
  const sequence = written.has('number') ? number('number', 0) : timeNumber(number, written.has('second'));
  if (sequence === undefined) return { kind: 'malformed', problem: 'date' };
  if (sequence === 0) return { kind: 'malformed', problem: 'zero' };
  return {
    kind: 'id',
    id: { text: formatRecordId(format, date, sequence), prefix: format.prefix, date, sequence },
    digits: written.get('number')?.length ?? format.digits,
  };
}

function timeNumber(number: (kind: IdPiece['kind'], fallback: number) => number, hasSeconds: boolean) {
  const [hour, minute, second] = [number('hour', 0), number('minute', 0), number('second', 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return (hasSeconds ? (hour * 60 + minute) * 60 + second : hour * 60 + minute) + 1;
}

/** The ID of a day and a sequence number, in the form of the process. */
export function formatRecordId(format: RecordIdFormat, date: RecordId['date'], sequence: number): string {
  return format.pieces.map((piece) => formatPiece(piece, format, date, sequence)).join('');
}

function formatPiece(
  piece: IdPiece,
  format: RecordIdFormat,
  { year, month, day }: RecordId['date'],
  sequence: number,
): string {
  if (piece.kind === 'text') return piece.text;
  const seconds = ((sequence - 1) * 60) / numbersInMinute(format);
  const values: Readonly<Record<Exclude<IdPiece['kind'], 'text'>, number>> = {
    year,
    'short-year': year % 100,
    month,
    day,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    number: sequence,
  };
  return String(values[piece.kind]).padStart(widthOf(piece), '0');
}

/** The part of a date that an ID of this form holds; what it leaves out is the first. */
export function dateOfId({ pieces }: RecordIdFormat, { year, month, day }: RecordId['date']): RecordId['date'] {
  const has = (kind: IdPiece['kind']): boolean => pieces.some((piece) => piece.kind === kind);
  return {
    year: has('year') || has('short-year') ? year : 1,
    month: has('month') ? month : 1,
    day: has('day') ? day : 1,
  };
}

/**
 * The first number of a moment: where the IDs hold the time of day its minute (or second), else 1. `minutes` are those
 * of the day.
 */
export function firstSequence(format: RecordIdFormat, minutes: number): number {
  return isTimed(format) ? Math.floor(minutes) * numbersInMinute(format) + 1 : 1;
}

/** When an ID was given, as far as it says so: its day, and the time where its form holds one. */
export function momentOfId({ date, sequence }: RecordId, format: RecordIdFormat): CalendarDate {
  const minutes = isTimed(format) ? Math.floor((sequence - 1) / numbersInMinute(format)) : undefined;
  return { ...date, minutes };
}

/** Whether IDs of a form hold the time of day in the place of a number. */
export function isTimed({ pieces }: RecordIdFormat): boolean {
  return pieces.some(({ kind }) => kind === 'hour');
}

function numbersInMinute({ pieces }: RecordIdFormat): number {
  return pieces.some(({ kind }) => kind === 'second') ? 60 : 1;
}

/** The highest number that an ID of this form can hold. */
export function lastSequence(format: RecordIdFormat): number {
  return isTimed(format) ? 24 * 60 * numbersInMinute(format) : 10 ** mostDigits - 1;
}

/** How the IDs of a process are written, for people and in templates: `CR-YYYY-MM-DD-XXX`, `ZV2-CR-NNN`. */
export function formOfIds({ pieces, source }: RecordIdFormat): string {
  return source.includes('{') ? pieces.map(placeholderOf).join('') : source;
}

function placeholderOf(piece: IdPiece): string {
  return piece.kind === 'text' ? piece.text : letters[piece.kind].repeat(widthOf(piece));
}

const letters: Readonly<Record<Exclude<IdPiece['kind'], 'text'>, string>> = {
  year: 'Y',
  'short-year': 'Y',
  month: 'M',
  day: 'D',
  hour: 'H',
  minute: 'M',
  second: 'S',
  number: 'N',
};

/** The source of a regular expression for an ID of this form, without groups; every quantifier in it is bounded. */
export function idSource({ pieces }: RecordIdFormat): string {
  return pieces.map(pieceSource).join('');
}

/** The same for what stands behind the prefix and its hyphen: `2026-02-09-001`. */
export function numberSource({ pieces }: RecordIdFormat): string {
  return pieces.slice(1).map(pieceSource).join('');
}

/** What stands before the digits of an ID: `CR-`. */
export function beginningOf(format: RecordIdFormat): string {
  return patternsOf(format).beginning;
}

/** The IDs of some forms that a text names, upper case and each once; a part of a longer number is none. */
export function idsIn(text: string, formats: readonly RecordIdFormat[]): string[] {
  if (formats.length === 0) return [];
  const source = formats.map(idSource).join('|');
  const found = text.matchAll(new RegExp(`(?<![\\p{L}\\d])(?:${source})(?!\\d)`, 'giu'));
  return [...new Set([...found].map(([id]) => id.toUpperCase()))];
}

/**
 * An ID as it is written, perhaps without its prefix, with the number of another record of the same process: its prefix,
 * its case and the zeros that were written before its number stay, so that the way back leads to the same text.
 */
export function rewritten(written: string, from: RecordId, to: RecordId, format: RecordIdFormat): string {
  const match = patternsOf(format).ending.exec(written);
  if (!match) return written;
  const numbers = format.pieces.slice(1).map((piece, index) => {
    const before = match[index + 1] ?? '';
    if (piece.kind === 'text') return before;
    const after = formatPiece(piece, format, to.date, to.sequence);
    const extra = before.length - formatPiece(piece, format, from.date, from.sequence).length;
    return piece.kind === 'number' ? after.padStart(Math.min(mostDigits, after.length + extra), '0') : after;
  });
  return written.slice(0, match.index) + numbers.join('');
}

/**
 * The ID that the digits at the beginning of a name make, where they can only mean one: `CR-2026-2-9-1`, `CR_20260209_001`.
 * `rest` is what stands behind it.
 */
export function mendedId(
  name: string,
  format: RecordIdFormat,
): { readonly id: RecordId; readonly rest: string } | undefined {
  for (const pattern of patternsOf(format).mending) {
    const match = pattern.exec(name);
    const [all = ''] = match ?? [];
    const read = match && readPieces(match, format);
    if (read?.kind === 'id') return { id: read.id, rest: name.slice(all.length) };
  }
  return undefined;
}

interface FormatPatterns {
  readonly beginning: string;
  /** A text that is an ID; a group for each piece. */
  readonly whole: RegExp;
  /** A text that begins with one. */
  readonly leading: RegExp;
  /** The end of a text that is an ID without its prefix; a group for each piece but the first. */
  readonly ending: RegExp;
  readonly mending: readonly RegExp[];
}

const patterns = new WeakMap<RecordIdFormat, FormatPatterns>();

function patternsOf(format: RecordIdFormat): FormatPatterns {
  let known = patterns.get(format);
  if (!known) {
    const { pieces } = format;
    const [first] = pieces;
    const grouped = pieces.map((piece) => `(${pieceSource(piece)})`);
    known = {
      beginning: first?.kind === 'text' ? first.text : '',
      whole: new RegExp(`^${grouped.join('')}$`, 'i'),
      leading: new RegExp(`^${idSource(format)}(?![\\p{L}\\p{M}\\p{N}])`, 'iu'),
      ending: new RegExp(`${grouped.slice(1).join('')}$`, 'i'),
      mending: [true, false].map((isParted) => mendingPattern(pieces, isParted)),
    };
    patterns.set(format, known);
  }
  return known;
}

function pieceSource(piece: IdPiece): string {
  if (piece.kind === 'text') return escaped(piece.text);
  const width = widthOf(piece);
  return piece.kind === 'number' ? `\\d{${String(width)},${String(mostDigits)}}` : `\\d{${String(width)}}`;
}

const separator = '[-_. ]+';

/**
 * Where parts are parted by other separators than those of the form, or by one that the form does not have, they may
 * have fewer digits; where those of a date stand together they have all of them.
 */
function mendingPattern(pieces: readonly IdPiece[], isParted: boolean): RegExp {
  let source = '^';
  let before: IdPiece | undefined;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') {
      const isBetweenDates = isOfDate(pieces[index - 1]) && isOfDate(pieces[index + 1]);
      const loose = escaped(piece.text).replace(/(?:[-_]|\\\.)+/g, isBetweenDates && !isParted ? '[-_. ]*' : separator);
      source += `(${loose})`;
    } else {
      const isJoined = before !== undefined && before.kind !== 'text';
      const least = isParted || piece.kind === 'number' ? 1 : widthOf(piece);
      const most = piece.kind === 'number' ? mostDigits : widthOf(piece);
      const width = piece.kind === 'year' ? '4' : `${String(least)},${String(most)}`;
      source += `${isJoined ? (isParted ? separator : '[-_. ]*') : ''}(\\d{${width}})`;
    }
    before = piece;
  }
  return new RegExp(`${source}(?![\\p{L}\\p{M}\\p{N}])(?![-_. ]+\\d+(?![\\p{L}\\d]))`, 'iu');
}

function isOfDate(piece: IdPiece | undefined): boolean {
  return piece !== undefined && piece.kind !== 'text' && !counts(piece);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
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
export function withoutLookAlikes(text: string): string {
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
