/**
 * What a text is made of, as far as placeholders are concerned. Punctuation, boxes and list markers are left out.
 *
 * `placeholder`: to be written over: `[Name]`, `YYYY-MM-DD`, `____`. `undecided`: `TBD`, `TODO`, `PENDING`, unfilled
 * where nothing else is said. `prose`: a word that somebody wrote.
 */
export type PieceKind = 'placeholder' | 'undecided' | 'prose';

/** Units that a number's place is written with: `XX ms`, `N files`. */
const units =
  /^(?:ms|s|sec|secs|seconds?|min|minutes?|h|hours?|days?|weeks?|req\/s|rps|iops|[kmgt]i?b(?:\/s)?|%|files?|tests?|lines?|loc|users?|points?|hours\/days)$/i;

/** The place of a number: `XX`, `+XXX`, `-YY`, `±XX%`. */
const number = /^(?:\+\/-|[+±~<>≤≥-])?(?:X{2,}|Y{2,}|N{2,})%?$/;

/** The place of a day, alone or in an ID: `YYYY-MM-DD`, `CR-YYYY-MM-DD-XXX`, `CHG-YYYYMMDD-NNN`. */
const day =
  /^(?:[A-Z]{2,6}-)?(?:YYYY-?MM-?DD(?:-(?:X{2,}|N{2,}))?|YYYY[/.]MM[/.]DD|(?:DD|MM)[-/.](?:DD|MM)[-/.]YYYY)(?:T?HH:MM(?::SS)?Z?)?$/i;

const undecided: ReadonlySet<string> = new Set(['tbd', 'todo', 'pending']);

const clock = /^HH:MM(?::SS)?Z?$/i;

/** Marks around a word that are no part of it; no run of them is looked through twice. */
const leading = /^[("'“”‘’«»*~`,;:{]+/;
const trailing = /(?<![)"'“”‘’«»*~`,;:.!?}])[)"'“”‘’«»*~`,;:.!?}]+$/;

/**
 * Reads the pieces of a text in order, one at a time, and tells of each in its own fields: nearly every answer is known
 * by its first word, and nothing is made for the rest. Linear: every character is looked at a bounded number of times.
 */
export class PieceReader {
  kind: PieceKind = 'prose';
  start = 0;
  end = 0;
  /** What somebody wrote, without case and the punctuation around it; empty for all but prose. */
  word = '';
  private at = 0;
  private lineStart = true;
  private closings: ReadonlyMap<number, number> | undefined;

  constructor(private readonly text: string) {}

  /** Goes to the next piece; false if there is none. */
  next(): boolean {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (isSpace(code)) {
        if (code === 10 || code === 13) this.lineStart = true;
        this.at++;
        continue;
      }
      let close: number | undefined;
      if (code === 91) {
        this.closings ??= matchBrackets(text);
        close = this.closings.get(this.at);
      }
      if (code === 93 || (code === 91 && close === undefined)) {
        this.at++;
        continue;
      }
      const found = close === undefined ? this.readWord() : this.readBrackets(close);
      // Behind a list marker or a box the line still begins.
      this.lineStart &&= found === 'marker';
      if (found === 'piece') return true;
    }
    return false;
  }

  private readBrackets(close: number): Found {
    const { text, at: start, lineStart } = this;
    const content = text.slice(start + 1, close).trim();
    const end = close + 1;
    const next = text.charCodeAt(end);
    if (next === 40) return this.prose(start, end);
    if (next === 91) return this.prose(start, (this.closings?.get(end) ?? end) + 1);
    if (content.startsWith('^') || isDefinition(text, end, lineStart) || isAnswer(content))
      return this.prose(start, end);
    this.at = end;
    if (content.length <= 1) return 'marker';
    if (/^if\s/.test(content)) return 'nothing';
    return this.piece('placeholder', start, end, end);
  }

  private readWord(): Found {
    const { text, at: start, lineStart } = this;
    const end = wordEnd(text, start);
    const letters = ordinaryEnd(text, start, end);
    if (letters > 0) {
      const word = text.slice(start, letters).toLowerCase();
      return undecided.has(word)
        ? this.piece('undecided', start, letters, end)
        : this.piece('prose', start, end, end, word);
    }
    if (end - start > 200) return this.readLongWord(start, end);
    const raw = text.slice(start, end);
    this.at = end;
    if (raw === '...' || raw === '…')
      return lineStart && endsLine(text, end) ? this.piece('placeholder', start, end, end) : 'nothing';
    if (lineStart && /^(?:\d{1,9}[.)]|#{1,6}|[-*+>|])$/.test(raw)) return 'marker';
    const { from, to } = bare(text, start, end);
    if (to <= from) return 'nothing';
    const word = text.slice(from, to);
    if (/^_{3,}$/.test(word)) return this.piece('placeholder', from, to, end);
    if (undecided.has(word.toLowerCase())) return this.piece('undecided', from, to, end);
    if (word === '+/-') return this.readSigned(from, end);
    if (day.test(word) || clock.test(word)) return this.through(from, momentEnd(text, to));
    if (number.test(word)) return this.through(from, unitEnd(text, to));
    if (word === 'N' || word === 'X') {
      const counted = unitEnd(text, to);
      return counted > to ? this.through(from, counted) : this.readProse(start, end);
    }
    if (isMask(word)) return this.piece('placeholder', from, to, end);
    return this.readProse(start, end);
  }

  private readProse(start: number, end: number): Found {
    const raw = this.text.slice(start, end);
    this.at = end;
    return isSaying(raw)
      ? this.piece('prose', start, end, end, raw.replace(leading, '').replace(trailing, '').toLowerCase())
      : 'nothing';
  }

  /** No placeholder is as long as this; so that nothing here is tried at every place of a long run. */
  private readLongWord(start: number, end: number): Found {
    const raw = this.text.slice(start, end);
    this.at = end;
    if (isSaying(raw)) return this.prose(start, end);
    return /^_+$/.test(raw) ? this.piece('placeholder', start, end, end) : 'nothing';
  }

  /** `+/- XX ms`: the sign, the number's place and its unit. */
  private readSigned(start: number, end: number): Found {
    const next = nextWord(this.text, end);
    this.at = end;
    if (!next || !number.test(next.word)) return 'nothing';
    return this.through(start, unitEnd(this.text, next.to));
  }

  private prose(start: number, end: number): Found {
    return this.piece('prose', start, end, end, this.text.slice(start, end).toLowerCase());
  }

  /** A placeholder behind whose end the reading goes on. */
  private through(start: number, end: number): Found {
    return this.piece('placeholder', start, end, end);
  }

  private piece(kind: PieceKind, start: number, end: number, next: number, word = ''): Found {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.word = word;
    this.at = next;
    return 'piece';
  }
}

/** What was found at a place; a marker is one of a list, or a box. */
type Found = 'piece' | 'marker' | 'nothing';

/** The word that a text begins with, without case, if it is an ordinary one that somebody wrote; empty for all else. */
export function firstWord(text: string): string {
  const letters = ordinaryEnd(text, 0, text.length > 0 ? wordEnd(text, 0) : 0);
  const word = letters > 0 ? text.slice(0, letters).toLowerCase() : '';
  return undecided.has(word) ? '' : word;
}

/** The end of the letters of an ordinary word: one of letters alone, with a mark behind it; 0 if it is none. */
function ordinaryEnd(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) | 32;
  if (first < 97 || first > 122) return 0;
  let at = start + 1;
  while (at < end && isLower(text.charCodeAt(at))) at++;
  const letters = at - start;
  if (letters < 2 || letters > 31) return 0;
  return at === end || (at === end - 1 && '.,;:'.includes(text.charAt(at))) ? at : 0;
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** The partner of every bracket that has one in its paragraph. */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  let open: number[] = [];
  let lineIsBlank = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      if (lineIsBlank) open = [];
      lineIsBlank = true;
    } else if (!isSpace(code)) lineIsBlank = false;
    if (code === 91) open.push(at);
    else if (code === 93) {
      const start = open.pop();
      if (start !== undefined) closings.set(start, at);
    }
  }
  return closings;
}

/** `[label]: https://…` is a link definition; `[Library X]: [Impact]` is two placeholders. */
function isDefinition(text: string, end: number, atLineStart: boolean): boolean {
  return atLineStart && /^:\s{0,9}(?:<|https?:|mailto:|#(?!N)|\/|\.{1,2}\/)/.test(text.slice(end, end + 20));
}

/** What is an answer in brackets as well: `[N/A]`, `[2026-02-09]`, `[3]`. */
function isAnswer(content: string): boolean {
  const first = content.charCodeAt(0) | 32;
  if (first >= 97 && first <= 122) return content.length <= 4 && /^(?:n\/a|none)$/i.test(content);
  return /\p{N}/u.test(content) && !/[\p{L}_]/u.test(content);
}

/** Up to the next blank or bracket. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isSpace(code) || code === 91 || code === 93) break;
  }
  return end;
}

/** The word without the punctuation around it. */
function bare(text: string, start: number, end: number): { from: number; to: number } {
  const raw = text.slice(start, end);
  const [first = ''] = leading.exec(raw) ?? [];
  const [last = ''] = trailing.exec(raw.slice(first.length)) ?? [];
  return { from: start + first.length, to: end - last.length };
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

/** Where a day ends, with the time and the zone behind it. */
function momentEnd(text: string, end: number): number {
  let to = end;
  const time = nextWord(text, to);
  if (time && clock.test(time.word)) to = time.to;
  const zone = nextWord(text, to);
  if (zone && /^(?:UTC|GMT)$/i.test(zone.word)) to = zone.to;
  return to;
}

/** Where the place of a number ends, with the unit behind it. */
function unitEnd(text: string, end: number): number {
  const unit = nextWord(text, end);
  return unit && units.test(unit.word) ? unit.to : end;
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
