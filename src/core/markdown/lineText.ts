import type { Box } from './blocks';
import { withoutDirective } from './directive';

/** Whether a character is a space or a tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** Where the text of a line begins behind blanks. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where a text ends before blanks and line endings. */
export function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start) {
    const code = text.charCodeAt(to - 1);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) break;
    to--;
  }
  return to;
}

/** Where a text ends before blanks, the backslash of a hard break, and a comment for us behind it. */
export function withoutHardBreak(text: string, start: number, end: number): number {
  let to = trimEnd(text, start, end);
  if (to > start && text.charCodeAt(to - 1) === 92) to = trimEnd(text, start, to - 1);
  else if (to > start + 3 && text.charCodeAt(to - 1) === 62) {
    const tag = /<br ?\/?>$/i.exec(text.slice(Math.max(start, to - 6), to));
    if (tag) to = trimEnd(text, start, to - tag[0].length);
  }
  const before = withoutDirective(text, start, to);
  return before === to ? to : trimEnd(text, start, before);
}

/** What stands for an open box, for one that was ticked, and for one that was dropped, between brackets or alone. */
const openMarks = ' \t~/>';
const tickedMarks = 'xX✓✔';
const droppedMarks = '-';
const openPictures = '☐⬜🔲';
const tickedPictures = '☑☒✅';

/**
 * The box that the content of a list item begins with: `[ ]`, `[x]` or `[X]`, followed by a blank or nothing, as GFM has
 * it; and what people write beside these: `[]`, `[x]Done`, `[~]`, `[/]`, `[>]` (begun, so open), `[-]` (dropped), ☐, ☑, ✅.
 */
export function readBox(text: string, start: number, end: number): Box | undefined {
  const code = text.charCodeAt(start);
  if (code !== 91) return code < 0x2600 ? undefined : readPicture(text, start, end);
  if (text.charCodeAt(start + 1) === 93) {
    const isFollowed = start + 2 < end && isBlank(text.charCodeAt(start + 2));
    return isFollowed ? { span: { start, end: start + 2 }, checked: false, dropped: false } : undefined;
  }
  if (text.charCodeAt(start + 2) !== 93 || start + 3 > end) return undefined;
  const mark = text.charAt(start + 1);
  const checked = tickedMarks.includes(mark);
  const dropped = droppedMarks.includes(mark);
  if (!checked && !dropped && !openMarks.includes(mark)) return undefined;
  // Behind its bracket a link or a reference goes on with a bracket or a colon.
  if (start + 3 < end && !isBlank(text.charCodeAt(start + 3)) && !/[\p{L}\p{N}*`_]/u.test(text.charAt(start + 3)))
    return undefined;
  return { span: { start, end: start + 3 }, checked, dropped };
}

/** ☐, ☑ and their like, as far as a word follows. */
function readPicture(text: string, start: number, end: number): Box | undefined {
  const picture = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const checked = tickedPictures.includes(picture);
  if (!checked && !openPictures.includes(picture)) return undefined;
  let after = start + picture.length;
  if (text.charCodeAt(after) === 0xfe0f) after++;
  if (after < end && !isBlank(text.charCodeAt(after))) return undefined;
  return { span: { start, end: after }, checked, dropped: false };
}

/** What a box is written as that is ticked or opened again, in its own manner. */
export function boxMark(written: string, checked: boolean): string {
  if (written.startsWith('[')) return checked ? '[x]' : '[ ]';
  return /^[✅⬜🔲]/u.test(written) ? (checked ? '✅' : '⬜') : checked ? '☑' : '☐';
}
