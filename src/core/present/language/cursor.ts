import type { Scan } from '../../markdown/blocks';
import type { Span } from '../../text/span';

/** A place in a text where somebody writes, with its line. */
export interface Cursor {
  readonly text: string;
  readonly offset: number;
  /** Its line without the line ending. */
  readonly line: Span;
  /** The line up to the cursor. */
  readonly before: string;
  /** The line from the cursor on. */
  readonly after: string;
}

/** The cursor at an offset, which is first brought into the text. Lines end with LF, CRLF or CR. */
export function cursorAt(text: string, offset: number): Cursor {
  const at = Math.max(0, Math.min(offset, text.length));
  let start = at;
  while (start > 0 && !isEnding(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end < text.length && !isEnding(text.charCodeAt(end))) end++;
  return { text, offset: at, line: { start, end }, before: text.slice(start, at), after: text.slice(at, end) };
}

function isEnding(code: number): boolean {
  return code === 10 || code === 13;
}

/** Whether a cursor stands where text means nothing: in front matter, code or a comment. */
export function isHidden(scan: Scan, { offset, before, line }: Cursor): boolean {
  const { frontMatter } = scan;
  if (frontMatter && offset >= frontMatter.span.start && offset <= frontMatter.span.end) return true;
  if (before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return true;
  return scan.blocks.some(({ kind, span }) => {
    if (kind !== 'fence' && kind !== 'indented-code' && kind !== 'html') return false;
    return (offset >= span.start && offset <= span.end) || (line.start < span.end && line.end > span.start);
  });
}
