import type { Span } from '../text/span';

/** What a text is made of, as far as placeholders are concerned. Punctuation, boxes and list markers are left out. */
export type Piece =
  /** To be written over: `[Name]`, `YYYY-MM-DD`, `____`. */
  | { readonly kind: 'placeholder'; readonly span: Span }
  /** `TBD`, `TODO`, `PENDING`: unfilled where nothing else is said. */
  | { readonly kind: 'undecided'; readonly span: Span }
  /** A word that somebody wrote; `word` is without case and the punctuation around it. */
  | { readonly kind: 'prose'; readonly span: Span; readonly word: string };

/** Units that a number's place is written with: `XX ms`, `N files`. */
const units =
  /^(?:ms|s|sec|secs|seconds?|min|minutes?|h|hours?|days?|weeks?|req\/s|rps|iops|[kmgt]i?b(?:\/s)?|%|files?|tests?|lines?|loc|users?|points?|hours\/days)$/i;

/** The place of a number: `XX`, `+XXX`, `-YY`, `±XX%`. */
const number = /^(?:\+\/-|[+±~<>≤≥-])?(?:X{2,}|Y{2,}|N{2,})%?$/;

/** The place of a day, alone or in an ID: `YYYY-MM-DD`, `CR-YYYY-MM-DD-XXX`, `CHG-YYYYMMDD-NNN`. */
const day =
  /^(?:[A-Z]{2,6}-)?(?:YYYY-?MM-?DD(?:-(?:X{2,}|N{2,}))?|YYYY[/.]MM[/.]DD|(?:DD|MM)[-/.](?:DD|MM)[-/.]YYYY)(?:T?HH:MM(?::SS)?Z?)?$/i;

const undecided = /^(?:tbd|todo|pending)[.,;:]?$/i;

/** What most words look like; none of the other patterns begins so. */
const ordinary = /^[A-Za-z][a-z]{1,30}[.,;:]?$/;

const clock = /^HH:MM(?::SS)?Z?$/i;

/** Marks around a word that are no part of it. */
const edges = /^[("'“”‘’«»*~`,;:{]+|[)"'“”‘’«»*~`,;:.!?}]+$/g;

/** The pieces of a text in order. Linear: every character is looked at a bounded number of times. */
export function* pieces(text: string): Generator<Piece> {
  let closings: ReadonlyMap<number, number> | undefined;
  let at = 0;
  let lineStart = true;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') lineStart = true;
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    if (character === '[') closings ??= matchBrackets(text);
    const close = closings?.get(at);
    if (character === ']' || (character === '[' && close === undefined)) {
      at++;
      continue;
    }
    const found: Found =
      closings && close !== undefined
        ? bracketPiece(text, at, close, closings, lineStart)
        : wordPiece(text, at, lineStart);
    if (found.piece) yield found.piece;
    lineStart &&= found.marker === true;
    at = found.end;
  }
}

interface Found {
  readonly piece: Piece | undefined;
  readonly end: number;
  /** A list marker or box, behind which the line still begins. */
  readonly marker?: true;
}

/** The partner of every bracket that has one in its paragraph. */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  let open: number[] = [];
  let lineIsBlank = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n') {
      if (lineIsBlank) open = [];
      lineIsBlank = true;
    } else if (!isSpace(text.charCodeAt(at))) lineIsBlank = false;
    if (character === '[') open.push(at);
    else if (character === ']') {
      const start = open.pop();
      if (start !== undefined) closings.set(start, at);
    }
  }
  return closings;
}

function bracketPiece(
  text: string,
  start: number,
  close: number,
  closings: ReadonlyMap<number, number>,
  atLineStart: boolean,
): Found {
  const content = text.slice(start + 1, close).trim();
  const end = close + 1;
  const prose = (to: number): Found => ({
    piece: { kind: 'prose', span: { start, end: to }, word: text.slice(start, to).toLowerCase() },
    end: to,
  });
  const next = text.charAt(end);
  if (next === '(') return prose(end);
  if (next === '[') return prose((closings.get(end) ?? end) + 1);
  if (content.startsWith('^') || isDefinition(text, end, atLineStart) || isAnswer(content)) return prose(end);
  if (content.length <= 1) return { piece: undefined, end, marker: true };
  if (/^if\s/.test(content)) return { piece: undefined, end };
  return { piece: { kind: 'placeholder', span: { start, end } }, end };
}

/** `[label]: https://…` is a link definition; `[Library X]: [Impact]` is two placeholders. */
function isDefinition(text: string, end: number, atLineStart: boolean): boolean {
  return atLineStart && /^:\s{0,9}(?:<|https?:|mailto:|#(?!N)|\/|\.{1,2}\/)/.test(text.slice(end, end + 20));
}

/** What is an answer in brackets as well: `[N/A]`, `[2026-02-09]`, `[3]`. */
function isAnswer(content: string): boolean {
  return /^(?:n\/a|none)$/i.test(content) || (/\p{N}/u.test(content) && !/[\p{L}_]/u.test(content));
}

function wordPiece(text: string, start: number, atLineStart: boolean): Found {
  const end = wordEnd(text, start);
  const raw = text.slice(start, end);
  if (end - start > 200) return longWord(text, start, end);
  if (ordinary.test(raw) && !undecided.test(raw)) {
    return { piece: { kind: 'prose', span: { start, end }, word: raw.replace(/[.,;:]$/, '').toLowerCase() }, end };
  }
  if (raw === '...' || raw === '…') {
    return { piece: atLineStart && endsLine(text, end) ? placeholder(start, end) : undefined, end };
  }
  if (atLineStart && /^(?:\d{1,9}[.)]|#{1,6}|[-*+>|])$/.test(raw)) return { piece: undefined, end, marker: true };
  const { from, to } = bare(text, start, end);
  if (to <= from) return { piece: undefined, end };
  const word = text.slice(from, to);
  if (/^_{3,}$/.test(word)) return { piece: placeholder(from, to), end };
  if (undecided.test(word)) return { piece: { kind: 'undecided', span: { start: from, end: to } }, end };
  if (word === '+/-') return signed(text, from, end);
  if (day.test(word) || clock.test(word)) return moment(text, from, to);
  if (number.test(word)) return withUnit(text, from, to);
  if (word === 'N' || word === 'X') {
    const counted = withUnit(text, from, to);
    return counted.end > to ? counted : proseWord(text, start, end);
  }
  if (isMask(word)) return { piece: placeholder(from, to), end };
  return proseWord(text, start, end);
}

/** Up to the next blank or bracket. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && text[end] !== '[' && text[end] !== ']') end++;
  return end;
}

/** The word without the punctuation around it. */
function bare(text: string, start: number, end: number): { from: number; to: number } {
  const raw = text.slice(start, end);
  const [first = ''] = /^[("'“”‘’«»*~`,;:{]+/.exec(raw) ?? [];
  const [last = ''] = /[)"'“”‘’«»*~`,;:.!?}]+$/.exec(raw.slice(first.length)) ?? [];
  return { from: start + first.length, to: end - last.length };
}

function proseWord(text: string, start: number, end: number): Found {
  const raw = text.slice(start, end);
  if (!isSaying(raw)) return { piece: undefined, end };
  return { piece: { kind: 'prose', span: { start, end }, word: raw.replace(edges, '').toLowerCase() }, end };
}

function placeholder(start: number, end: number): Piece {
  return { kind: 'placeholder', span: { start, end } };
}

/** No placeholder is as long as this; so that nothing here is tried at every place of a long run. */
function longWord(text: string, start: number, end: number): Found {
  const raw = text.slice(start, end);
  if (!isSaying(raw)) return { piece: /^_+$/.test(raw) ? placeholder(start, end) : undefined, end };
  return { piece: { kind: 'prose', span: { start, end }, word: raw.toLowerCase() }, end };
}

/** Whether a word says something: it has a letter, a digit or a picture. */
function isSaying(word: string): boolean {
  return /[\p{L}\p{N}\p{So}]/u.test(word);
}

function endsLine(text: string, at: number): boolean {
  let next = at;
  while (text[next] === ' ' || text[next] === '\t') next++;
  return next >= text.length || text[next] === '\n' || text[next] === '\r';
}

/** `+/- XX ms`: the sign, the number's place and its unit. */
function signed(text: string, start: number, end: number): Found {
  const next = nextWord(text, end);
  if (!next || !number.test(next.word)) return { piece: undefined, end };
  const { piece, end: to } = withUnit(text, next.from, next.to);
  return { piece: piece && placeholder(start, piece.span.end), end: to };
}

/** A day, with the time and the zone behind it. */
function moment(text: string, start: number, end: number): Found {
  let to = end;
  const time = nextWord(text, to);
  if (time && clock.test(time.word)) to = time.to;
  const zone = nextWord(text, to);
  if (zone && /^(?:UTC|GMT)$/i.test(zone.word)) to = zone.to;
  return { piece: placeholder(start, to), end: to };
}

/** The place of a number with the unit behind it. */
function withUnit(text: string, start: number, end: number): Found {
  const unit = nextWord(text, end);
  const to = unit && units.test(unit.word) ? unit.to : end;
  return { piece: placeholder(start, to), end: to };
}

/** The next word on the same line, if nothing but blanks stands before it. */
function nextWord(text: string, at: number): { word: string; from: number; to: number } | undefined {
  let start = at;
  while (text[start] === ' ' && start - at < 3) start++;
  if (start === at || start >= text.length || isSpace(text.charCodeAt(start)) || text[start] === '[') return undefined;
  const end = wordEnd(text, start);
  if (end - start > 40) return undefined;
  const { from, to } = bare(text, start, end);
  return from === start && to > from ? { word: text.slice(from, to), from, to } : undefined;
}

/** A name with a part left open: `CR-XXXX`, `feat/REQ-XXX-description`, `#NNN`, `/docs/xxx.md`. */
function isMask(word: string): boolean {
  if (/^#(?:N{2,}|X{2,})$/.test(word)) return true;
  const parts = word.split(/[-/_.:]/);
  if (parts.length < 2) return false;
  const inPath = word.includes('/');
  return parts.some((part) => /^(?:X{3,}|N{3,}|YYYY)$/.test(part) || (inPath && /^(?:x{3,}|y{3,})$/.test(part)));
}

/** A blank, a line break or a control character. */
export function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff;
}
