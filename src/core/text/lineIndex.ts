import type { Span } from './span';

/** A place in a document as VS Code and the JSON report count it: zero-based line, zero-based UTF-16 code unit. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open stretch between two positions. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Converts between offsets and positions. Lines end with LF, CRLF or a lone CR, as VS Code counts them. */
export class LineIndex {
  /** `starts[n]` is the offset at which line `n` begins; always begins with 0 and ascends. */
  constructor(
    readonly starts: ArrayLike<number>,
    readonly length: number,
  ) {}

  /** The index of a text; linear in its length. */
  static of(text: string): LineIndex {
    const starts = [0];
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code === 10) starts.push(offset + 1);
      else if (code === 13) {
        if (text.charCodeAt(offset + 1) === 10) offset++;
        starts.push(offset + 1);
      }
    }
    return new LineIndex(starts, text.length);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The line that an offset stands in; an offset past the end stands in the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The position of an offset, which is first brought into the document. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(inside);
    return { line, character: inside - (this.starts[line] ?? 0) };
  }

  /** The offset of a position; a line past the end gives the end of the document. */
  offsetAt({ line, character }: Position): number {
    const start = this.starts[line];
    return start === undefined ? this.length : Math.min(start + character, this.starts[line + 1] ?? this.length);
  }

  /** The range of a span. */
  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }
}
