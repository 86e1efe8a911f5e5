import { didYouMean } from '../text/similar';

/** One piece of an ID: words that stand in every one of them, a part of a moment, or the number. */
export type IdPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'year' | 'short-year' | 'month' | 'day' | 'hour' | 'minute' | 'second' }
  | { readonly kind: 'number'; readonly digits: number };

/** How the IDs of a process are written. */
export interface RecordIdFormat {
  /** What the IDs begin with, without the hyphen behind it: `CR`, `CHG`, `ZV2-CR`. */
  readonly prefix: string;
  /** What an ID is made of, in order; a prefix first. */
  readonly pieces: readonly IdPiece[];
  /** How many digits the number has at least; in IDs that end with a time of day those of the time. */
  readonly digits: number;
  /** As a policy writes it: `CR-YYYY-MM-DD-XXX`, `ZV2-CR-{number:3}`. */
  readonly source: string;
}

/** A form of IDs that was read, or what is wrong with it, in one sentence. */
export type IdFormReading =
  { readonly kind: 'form'; readonly format: RecordIdFormat } | { readonly kind: 'wrong'; readonly problem: string };

/** How many digits a piece has; a number has at least these. */
export function widthOf(piece: Exclude<IdPiece, { kind: 'text' }>): number {
  return piece.kind === 'number' ? piece.digits : piece.kind === 'year' ? 4 : 2;
}

/**
 * Reads how a team writes its IDs: `CR-YYYY-NNN` (a prefix of letters, a date or less of one, and one X or N a digit), or
 * words with parts in braces: `ZV2-CR-{number:3}`, `CHG-{yyyy}-{mmdd}-{number:3}`, `CR-{yyyymmdd}-{hhmm}`.
 */
export function readIdForm(text: string): IdFormReading {
  const pieces = text.includes('{') ? bracedPieces(text) : plainPieces(text);
  if (typeof pieces === 'string') return { kind: 'wrong', problem: pieces };
  const problem = problemIn(pieces);
  if (problem !== undefined) return { kind: 'wrong', problem };
  const [first] = pieces;
  const prefix = first?.kind === 'text' ? first.text.replace(/[-_.]+$/, '') : '';
  const counting = pieces.filter(counts);
  const digits = counting.reduce((sum, piece) => sum + widthOf(piece), 0);
  return { kind: 'form', format: { prefix, pieces, digits, source: text } };
}

/** A form of IDs that is known to be right. @throws RangeError with what is wrong with any other */
export function idForm(text: string): RecordIdFormat {
  const reading = readIdForm(text);
  if (reading.kind === 'wrong') throw new RangeError(reading.problem);
  return reading.format;
}

/** Whether a piece tells apart the IDs of one day: the number, or the time of day. */
export function counts(
  piece: IdPiece,
): piece is Extract<IdPiece, { kind: 'number' } | { kind: 'hour' | 'minute' | 'second' }> {
  return piece.kind === 'number' || piece.kind === 'hour' || piece.kind === 'minute' || piece.kind === 'second';
}

function plainPieces(text: string): IdPiece[] | string {
  const match = /^([A-Z][A-Z\d]{0,15}-)(?:(YYYY-MM-DD|YYYY-MM|YYYY|YYYYMMDD|YYYYMM)(-))?([XN]{1,6})$/.exec(text);
  if (!match)
    return 'The form of the IDs is a prefix, a date or less of one, and an X or N a digit (CR-YYYY-MM-DD-XXX, CHG-YYYYMMDD-NNN, CR-YYYY-NNN), or words with parts in braces (ZV2-CR-{number:3}).';
  const [, prefix = '', date = '', hyphen = '', digits = ''] = match;
  const pieces: IdPiece[] = [{ kind: 'text', text: prefix }];
  for (const part of date.match(/Y+|M+|D+|-/g) ?? [])
    pieces.push(part === '-' ? { kind: 'text', text: part } : { kind: kinds[part.toLowerCase()] ?? 'day' });
  if (hyphen !== '') pieces.push({ kind: 'text', text: hyphen });
  return [...pieces, { kind: 'number', digits: digits.length }];
}

type MomentKind = Exclude<IdPiece['kind'], 'text' | 'number'>;

const kinds: Readonly<Record<string, MomentKind>> = {
  yyyy: 'year',
  yy: 'short-year',
  mm: 'month',
  dd: 'day',
  hh: 'hour',
  ss: 'second',
};

/** Parts that people write in braces, for "did you mean". */
const parts = ['yyyy', 'yy', 'mm', 'dd', 'mmdd', 'yyyymm', 'yyyymmdd', 'hh', 'hhmm', 'hhmmss', 'number', 'number:3'];

function bracedPieces(text: string): IdPiece[] | string {
  const pieces: IdPiece[] = [];
  for (const [part] of text.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (part.startsWith('{') && part.endsWith('}') && part.length > 1) {
      const read = bracedPart(part.slice(1, -1).trim(), pieces);
      if (typeof read === 'string') return read;
      pieces.push(...read);
    } else if (!/^[A-Z\d._-]+$/.test(part))
      return `"${part}" in the form of the IDs is not understood: capital letters, digits, hyphens, and parts in braces are expected.`;
    else pieces.push({ kind: 'text', text: part });
  }
  return pieces;
}

function bracedPart(part: string, before: readonly IdPiece[]): IdPiece[] | string {
  const number = /^number(?::([1-6]))?$/.exec(part);
  if (number) return [{ kind: 'number', digits: Number(number[1] ?? 3) }];
  const pieces: IdPiece[] = [];
  const words = /^(?:yyyy|yy|mm|dd|hh|ss)+$/.test(part) ? (part.match(/yyyy|yy|mm|dd|hh|ss/g) ?? []) : [];
  for (const word of words) {
    const isOfHour = [...before, ...pieces].some(({ kind }) => kind === 'hour');
    pieces.push({ kind: word === 'mm' && isOfHour ? 'minute' : (kinds[word] ?? 'day') });
  }
  return pieces.length > 0 ? pieces : `"{${part}}" is no part of an ID.${didYouMean(part, parts)}`;
}

/** What keeps pieces from being a form: one sentence. */
function problemIn(pieces: readonly IdPiece[]): string | undefined {
  const [first] = pieces;
  if (first?.kind !== 'text' || !/^[A-Z]/.test(first.text))
    return 'An ID begins with a prefix in capital letters, such as CR.';
  const found = pieces.flatMap(({ kind }): IdPiece['kind'][] => (kind === 'text' ? [] : [kind]));
  const has = (...some: readonly IdPiece['kind'][]): boolean => some.some((kind) => found.includes(kind));
  if (new Set(found).size < found.length || (has('year') && has('short-year')))
    return 'Each part stands in an ID once.';
  if ((has('day') && !has('month')) || (has('month') && !has('year', 'short-year')))
    return 'A day stands in an ID with its month, and a month with its year.';
  if ((has('minute') && !has('hour')) || (has('second') && !has('minute')))
    return 'Minutes stand in an ID with their hour, and seconds with their minutes.';
  const isTimed = has('hour');
  if (isTimed === has('number') || (isTimed && !(has('minute') && has('day'))))
    return 'An ID has one "{number}", or a day with a time of day: CR-{yyyymmdd}-{hhmm}.';
  const at = pieces.findIndex(({ kind }) => kind === 'number');
  const behind = at < 0 ? undefined : pieces[at + 1];
  return behind && (behind.kind !== 'text' || /^\d/.test(behind.text))
    ? 'No digits stand directly behind the number of an ID.'
    : undefined;
}
