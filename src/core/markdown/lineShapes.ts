/** Pure recognizers of what one line is, by the rules of CommonMark. Offsets are absolute; `end` excludes the line ending. */

const SPACE = 32;
const TAB = 9;

/** The end of an ATX heading's marks: its level and where its title begins; 0 if the line is none. */
export function atxLevel(text: string, start: number, end: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  let at = start;
  while (at < end && text.charCodeAt(at) === 35 && at - start < 7) at++;
  const level = at - start;
  if (level < 1 || level > 6) return 0;
  if (at < end && text.charCodeAt(at) !== SPACE && text.charCodeAt(at) !== TAB) return 0;
  return level as 1 | 2 | 3 | 4 | 5 | 6;
}

/** How many of the fence characters a fence opens with; 0 if the line opens none. */
export function fenceLength(text: string, start: number, end: number): number {
  const mark = text.charCodeAt(start);
  if (mark !== 96 && mark !== 126) return 0;
  let at = start;
  while (at < end && text.charCodeAt(at) === mark) at++;
  const length = at - start;
  if (length < 3) return 0;
  if (mark === 96) {
    const tick = text.indexOf('`', at);
    if (tick >= 0 && tick < end) return 0;
  }
  return length;
}

/** Whether a line closes a fence of `length` marks. */
export function closesFence(text: string, start: number, end: number, mark: number, length: number): boolean {
  let at = start;
  while (at < end && text.charCodeAt(at) === mark) at++;
  if (at - start < length) return false;
  while (at < end && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at++;
  return at === end;
}

/** Whether a line is `***`, `---` or `___`, with blanks anywhere. */
export function isThematicBreak(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  if (mark !== 42 && mark !== 45 && mark !== 95) return false;
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count++;
    else if (code !== SPACE && code !== TAB) return false;
  }
  return count >= 3;
}

/** 1 or 2 for the underline of a setext heading of that level, 0 for anything else. */
export function setextLevel(text: string, start: number, end: number): 0 | 1 | 2 {
  const mark = text.charCodeAt(start);
  if (mark !== 61 && mark !== 45) return 0;
  let at = start;
  while (at < end && text.charCodeAt(at) === mark) at++;
  while (at < end && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at++;
  return at === end ? (mark === 61 ? 1 : 2) : 0;
}

/** A list marker. */
export interface Marker {
  readonly kind: '-' | '*' | '+' | '.' | ')';
  readonly number: number | undefined;
  /** How many characters it has. */
  readonly width: number;
}

/** The list marker that a line begins with; a marker is followed by a blank or the end of the line. */
export function listMarker(text: string, start: number, end: number): Marker | undefined {
  const code = text.charCodeAt(start);
  let at = start;
  let kind: Marker['kind'];
  let number: number | undefined;
  if (code === 45 || code === 42 || code === 43) {
    kind = code === 45 ? '-' : code === 42 ? '*' : '+';
    at++;
  } else {
    number = 0;
    while (at < end && at - start < 10) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
      at++;
    }
    const digits = at - start;
    const mark = text.charCodeAt(at);
    if (digits < 1 || digits > 9 || (mark !== 46 && mark !== 41)) return undefined;
    kind = mark === 46 ? '.' : ')';
    at++;
  }
  if (at < end && text.charCodeAt(at) !== SPACE && text.charCodeAt(at) !== TAB) return undefined;
  return { kind, number, width: at - start };
}

/** Which of CommonMark's seven HTML blocks a line begins; 0 for none. The line begins with `<`. */
export function htmlKind(text: string, start: number, end: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const line = text.slice(start, Math.min(end, start + 2000));
  if (line.startsWith('<!--')) return 2;
  if (/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i.test(line)) return 1;
  if (line.startsWith('<?')) return 3;
  if (/^<![a-z]/i.test(line)) return 4;
  if (line.startsWith('<![CDATA[')) return 5;
  const name = /^<\/?([a-z][a-z0-9-]*)(?:[\s>]|\/>|$)/i.exec(line)?.[1];
  if (name !== undefined && blockTags.has(name.toLowerCase())) return 6;
  return end - start <= 2000 && isLoneTag(line) ? 7 : 0;
}

/** What ends an HTML block of kinds 1 to 5. */
export const htmlEnds: readonly (RegExp | string | undefined)[] = [
  undefined,
  /<\/(?:script|pre|style|textarea)>/i,
  '-->',
  '?>',
  '>',
  ']]>',
];

/** Whether a line holds what ends its HTML block. */
export function endsHtml(kind: number, text: string, start: number, end: number): boolean {
  const mark = htmlEnds[kind];
  if (mark === undefined) return false;
  if (typeof mark === 'string') {
    const at = text.slice(start, end).indexOf(mark);
    return at >= 0;
  }
  return mark.test(text.slice(start, end));
}

/** One whole open or closing tag and nothing else. */
function isLoneTag(line: string): boolean {
  if (/^<\/[a-z][a-z0-9-]*\s*>\s*$/i.test(line)) return true;
  const attribute = /\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?/iy;
  const name = /^<[a-z][a-z0-9-]*/i.exec(line);
  if (!name) return false;
  let at = name[0].length;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(line);
    if (!match) break;
    at += match[0].length;
  }
  return /^\s*\/?>\s*$/.test(line.slice(at));
}

const blockTags = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset ' +
    'h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);
