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

/** The box that the content of a list item begins with: `[ ]`, `[x]` or `[X]`, followed by a blank or nothing. */
export function readBox(text: string, start: number, end: number): Box | undefined {
  if (text.charCodeAt(start) !== 91 || text.charCodeAt(start + 2) !== 93 || start + 3 > end) return undefined;
  const mark = text.charCodeAt(start + 1);
  if (mark !== 32 && mark !== 9 && mark !== 120 && mark !== 88) return undefined;
  if (start + 3 < end && !isBlank(text.charCodeAt(start + 3))) return undefined;
  return { span: { start, end: start + 3 }, checked: mark === 120 || mark === 88 };
}
