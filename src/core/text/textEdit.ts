import type { Span } from './span';

/** One replacement in a text. `newText` is written with LF; it takes the line ending of the place it comes to. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Thrown by {@link applyEdits} when two edits would change the same text. */
export class OverlappingEditsError extends Error {
  override readonly name = 'OverlappingEditsError';
  constructor(
    readonly first: TextEdit,
    readonly second: TextEdit,
  ) {
    super(`Two edits overlap at offset ${String(second.span.start)}.`);
  }
}

/**
 * The text with all edits applied. Offsets are those of the text before any edit; edits may come in any order, and
 * insertions at one place keep the order in which they are given.
 * @throws OverlappingEditsError when two edits cover the same text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order,
  );
  let result = '';
  let done = 0;
  let previous: TextEdit | undefined;
  for (const { edit } of ordered) {
    if (previous && edit.span.start < done) throw new OverlappingEditsError(previous, edit);
    result += text.slice(done, edit.span.start) + withEnding(edit.newText, lineEndingAt(text, edit.span.start));
    done = edit.span.end;
    previous = edit;
  }
  return result + text.slice(done);
}

/** The line ending in force at an offset: of its own line, else of the line before, else LF. */
export function lineEndingAt(text: string, offset: number): '\n' | '\r\n' | '\r' {
  for (let at = offset; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 13) return text.charCodeAt(at + 1) === 10 ? '\r\n' : '\r';
    if (code === 10) return at > 0 && text.charCodeAt(at - 1) === 13 ? '\r\n' : '\n';
  }
  for (let at = offset - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if (code === 10) return text.charCodeAt(at - 1) === 13 ? '\r\n' : '\n';
    if (code === 13) return '\r';
  }
  return '\n';
}

function withEnding(text: string, ending: string): string {
  return ending === '\n' ? text : text.replaceAll('\n', ending);
}
