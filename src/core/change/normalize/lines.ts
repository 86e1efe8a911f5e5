import type { Span } from '../../text/span';

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnding(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the line of an offset ends, before its line ending. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnding(text.charCodeAt(at))) at++;
  return at;
}

/** Where the line behind an offset begins; the end of the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) return end + 2;
  return Math.min(end + 1, text.length);
}

/** A line feed where the line above that of an offset says something, so that a paragraph can begin. */
export function gapBefore(text: string, offset: number): '' | '\n' {
  const start = lineStart(text, offset);
  if (start === 0) return '';
  const end = text.charCodeAt(start - 1) === 10 && text.charCodeAt(start - 2) === 13 ? start - 2 : start - 1;
  return isBlankText(text, { start: lineStart(text, end), end }) ? '' : '\n';
}

/** A line feed where the line below that of an offset says something, so that a block can end. */
export function gapAfter(text: string, offset: number): '' | '\n' {
  const next = nextLine(text, offset);
  return isBlankText(text, { start: next, end: lineEnd(text, next) }) ? '' : '\n';
}

/** Whether exactly some words stand in a span. Asked of every label: cuts nothing out of the text and calls nothing. */
export function standsAt(text: string, { start, end }: Span, words: string): boolean {
  if (end - start !== words.length) return false;
  for (let at = 0; at < words.length; at++) if (text.charCodeAt(start + at) !== words.charCodeAt(at)) return false;
  return true;
}

/** Whether two asterisks stand at an offset. */
export function isBoldMark(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 42 && text.charCodeAt(offset + 1) === 42;
}

/** Whether a line begins at an offset. */
export function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || isLineEnding(text.charCodeAt(offset - 1));
}

/** Whether there are only blanks and line endings in a span. */
export function isBlankText(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === '';
}

function isLineEnding(code: number): boolean {
  return code === 10 || code === 13;
}
