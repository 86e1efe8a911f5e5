import type { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';

/**
 * The pieces that the scanner finds. They come in the order of the text, flat: what a change record means is decided by
 * its lines, not by a tree. A piece inside a list item carries its `indent`; pieces inside a block quote are `quote`.
 */
export type Block =
  Heading | ThematicBreak | FencedCode | IndentedCode | HtmlBlock | ListItem | Table | TextLine | QuoteLine;

/** An ATX (`## Title`) or setext (underlined) heading at the top level of the document. */
export interface Heading {
  readonly kind: 'heading';
  readonly style: 'atx' | 'setext';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** All of its lines, without the last line ending. */
  readonly span: Span;
  /** Its title, without marks and blanks around it. */
  readonly title: Span;
  /** Setext only: the underline, without blanks around it. */
  readonly underline: Span | undefined;
  readonly line: number;
}

/** `---`, `***` or `___` on a line of its own. */
export interface ThematicBreak {
  readonly kind: 'break';
  readonly span: Span;
  readonly line: number;
}

/** A code block between fences, at the top level or inside a list item. */
export interface FencedCode {
  readonly kind: 'fence';
  /** From the opening to the closing fence, or to the end of its container if it was never closed. */
  readonly span: Span;
  /** The opening run of back-ticks or tildes. */
  readonly opening: Span;
  /** What stands behind the opening run, without blanks around it. */
  readonly info: Span;
  readonly closed: boolean;
  readonly line: number;
}

/** A code block by indentation. */
export interface IndentedCode {
  readonly kind: 'indented-code';
  readonly span: Span;
  readonly line: number;
}

/** An HTML block or comment, with everything that it hides. */
export interface HtmlBlock {
  readonly kind: 'html';
  readonly span: Span;
  readonly comment: boolean;
  /** False for a comment (or other explicit block) that runs to the end of the document without its end mark. */
  readonly closed: boolean;
  readonly line: number;
}

/** `**Label**: value` in the forms of reading 12: colon inside or outside the bold, a note in brackets, no value. */
export interface FieldMark {
  /** The label without asterisks and colon. */
  readonly label: Span;
  /** A bracketed note between label and colon, without its brackets. */
  readonly note: Span | undefined;
  /** What stands behind the colon on this line, without blanks and hard-break marks around it; may be empty. */
  readonly value: Span;
}

/** The box of a task: `[ ]`, `[x]` or `[X]`, and other marks that people use as one. */
export interface Box {
  /** The brackets with what stands between them; for a picture such as ☐ the picture. */
  readonly span: Span;
  readonly checked: boolean;
  /** `[-]`: it is not to be done any more. Never `checked`. */
  readonly dropped: boolean;
}

/** One item of a bullet or numbered list: its first line. Later lines follow as blocks with a larger `indent`. */
export interface ListItem {
  readonly kind: 'item';
  /** Its first line from the marker on, without line ending. */
  readonly span: Span;
  /** Columns before the marker. */
  readonly indent: number;
  /** Columns before its content: what is indented as far belongs to it. */
  readonly contentIndent: number;
  readonly marker: '-' | '*' | '+' | '.' | ')';
  /** The number of an ordered item. */
  readonly number: number | undefined;
  readonly box: Box | undefined;
  /** What stands behind marker and box, without blanks and hard-break marks around it; may be empty. */
  readonly content: Span;
  readonly field: FieldMark | undefined;
  readonly line: number;
}

/** One line of a paragraph. Fields are lines, so a paragraph of two fields is two text lines. */
export interface TextLine {
  readonly kind: 'text';
  /** Without blanks and hard-break marks around it. */
  readonly span: Span;
  /** Columns before the text. */
  readonly indent: number;
  readonly field: FieldMark | undefined;
  /** True for the second and later lines of a paragraph. */
  readonly continues: boolean;
  readonly line: number;
}

/** One line inside a block quote; headings, boxes and fields in it are words of somebody else, hence only text. */
export interface QuoteLine {
  readonly kind: 'quote';
  /** The line from its `>` on, without line ending. */
  readonly span: Span;
  readonly line: number;
}

/** One row of a table. */
export interface TableRow {
  /** The row without line ending and blanks around it. */
  readonly span: Span;
  /** Its cells, without blanks around them; a pipe behind a backslash does not end a cell. */
  readonly cells: readonly Span[];
  readonly line: number;
}

/** A GFM table. */
export interface Table {
  readonly kind: 'table';
  readonly span: Span;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  readonly line: number;
}

/** YAML between `---` lines at the very beginning. */
export interface FrontMatter {
  /** With both fences, without the last line ending. */
  readonly span: Span;
  /** The YAML between them. */
  readonly yaml: Span;
  /** False when the second fence is missing; then nothing of the document is taken as front matter. */
  readonly closed: boolean;
}

/** What one pass over a document found. */
export interface Scan {
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  readonly blocks: readonly Block[];
}
