import { LineIndex } from '../text/lineIndex';
import type { Block, Box, FieldMark, Heading, ListItem, Scan, TableRow, TextLine } from './blocks';
import { withoutDirective } from './directive';
import { readFieldMark } from './fieldMark';
import { findFrontMatter } from './findFrontMatter';
import {
  atxLevel,
  closesFence,
  endsHtml,
  fenceLength,
  htmlKind,
  isThematicBreak,
  listMarker,
  setextLevel,
  type Marker,
} from './lineShapes';
import { isBlank, readBox, skipBlanks, trimEnd, withoutHardBreak } from './lineText';
import { delimiterColumns, readTableRow } from './tableRow';

/**
 * Finds the pieces of a Markdown text in one pass over its lines. Linear whatever the text; never throws. It agrees
 * with CommonMark and GFM on everything that a change record is made of, which the differential suite proves.
 */
export function scan(text: string): Scan {
  return new Scanner(text).run();
}

/** Deeper lists than any person writes are read as if they were no deeper, so that no text costs more than its length. */
const deepest = 64;

/** A fence that is open. */
interface OpenFence {
  readonly start: number;
  readonly openingEnd: number;
  readonly info: { readonly start: number; readonly end: number };
  readonly mark: number;
  readonly length: number;
  readonly line: number;
  readonly depth: number;
}

class Scanner {
  private readonly blocks: Block[] = [];
  private readonly starts: number[] = [0];

  // The line at hand.
  private line = 0;
  private end = 0;
  /** The first character that is no blank. */
  private at = 0;
  /** Its column. */
  private column = 0;

  // What is open.
  private readonly containers: number[] = [];
  private fence: OpenFence | undefined;
  private html:
    { readonly kind: number; readonly start: number; readonly line: number; readonly depth: number } | undefined;
  private htmlEnd = 0;
  private code: { readonly start: number; end: number; readonly line: number } | undefined;
  private table:
    { readonly start: number; readonly line: number; readonly header: TableRow; readonly rows: TableRow[] } | undefined;
  /** Index of the first line of the open paragraph among the blocks; -1: none is open. */
  private paragraph = -1;
  private paragraphDepth = 0;
  /** The open paragraph stands in a block quote. */
  private quoted = false;
  /** A comment was opened in the paragraph and not closed yet. */
  private inComment = false;

  private readonly hasComments: boolean;

  constructor(private readonly text: string) {
    this.hasComments = text.includes('<!--');
  }

  run(): Scan {
    const { text } = this;
    const loneReturns = text.includes('\r') && /\r(?!\n)/.test(text);
    const { frontMatter, rest, starts } = findFrontMatter(text);
    this.starts.push(...starts);
    this.line = starts.length;
    let start = rest;
    while (start < text.length) {
      let next = loneReturns ? this.endOfLine(start) : text.indexOf('\n', start);
      if (next < 0) next = text.length;
      this.end = !loneReturns && next > start && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
      this.readLine(start);
      if (next >= text.length) break;
      start = next + (loneReturns && text.charCodeAt(next) === 13 && text.charCodeAt(next + 1) === 10 ? 2 : 1);
      this.starts.push(start);
      this.line++;
    }
    this.closeAll();
    return { text, lines: new LineIndex(this.starts, text.length), frontMatter, blocks: this.blocks };
  }

  private endOfLine(start: number): number {
    for (let at = start; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 10 || code === 13) return at;
    }
    return this.text.length;
  }

  private readLine(start: number): void {
    this.findText(start);
    if (this.fence && this.continueFence()) return;
    if (this.html && this.continueHtml()) return;
    if (this.at >= this.end) {
      this.readBlankLine();
      return;
    }
    const depth = this.matchContainers();
    this.readIn(depth, this.column - this.columnsOf(depth));
  }

  /** The columns before what belongs to the innermost of some open list items; asking for item -1 is slow in engines. */
  private columnsOf(depth: number): number {
    return depth > 0 ? (this.containers[depth - 1] ?? 0) : 0;
  }

  /** Skips the blanks at the beginning of the line. */
  private findText(start: number): void {
    let at = start;
    let column = 0;
    for (; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 32) column++;
      else if (code === 9) column += 4 - (column % 4);
      else break;
    }
    this.at = at;
    this.column = column;
  }

  /** How many of the open list items the line is indented enough to belong to. */
  private matchContainers(): number {
    const { containers, column } = this;
    let depth = containers.length;
    while (depth > 0 && column < (containers[depth - 1] ?? 0)) depth--;
    return depth;
  }

  private readBlankLine(): void {
    this.closeParagraph();
    this.closeTable();
  }

  private readIn(depth: number, indent: number): void {
    const { text, at, end } = this;
    const paragraphHere = this.paragraph >= 0 && !this.quoted && this.paragraphDepth === depth;
    if (indent >= 4 && this.paragraph < 0) {
      this.leave(depth);
      this.addCode();
      return;
    }
    if (indent < 4) {
      const code = text.charCodeAt(at);
      if (paragraphHere && (code === 61 || code === 45) && this.trySetext()) return;
      if (paragraphHere && this.tryTable()) return;
      if (this.tryBlock(depth, code)) return;
      const marker = listMarker(text, at, end);
      if (marker && this.mayBegin(marker, paragraphHere)) {
        this.leave(depth);
        this.addItem(marker);
        return;
      }
    }
    if (this.table && this.containers.length === depth) {
      this.table.rows.push(readTableRow(text, at, trimEnd(text, at, end), this.line));
      return;
    }
    this.addText(depth);
  }

  /** Headings, fences, HTML, quotes and thematic breaks: what may interrupt a paragraph. */
  private tryBlock(depth: number, code: number): boolean {
    const { text, at, end } = this;
    if (code === 35) {
      const level = atxLevel(text, at, end);
      if (level === 0) return false;
      this.leave(depth);
      if (depth === 0) this.addHeading(level);
      return true;
    }
    if (code === 96 || code === 126) {
      const length = fenceLength(text, at, end);
      if (length === 0) return false;
      this.leave(depth);
      this.openFence(code, length, depth);
      return true;
    }
    if (code === 62) {
      this.leave(depth, true);
      this.addQuote();
      return true;
    }
    if (code === 60) {
      const kind = htmlKind(text, at, end);
      if (kind === 0 || (kind === 7 && this.paragraph >= 0)) return false;
      this.leave(depth);
      this.html = { kind, start: at, line: this.line, depth };
      this.htmlEnd = end;
      if (endsHtml(kind, text, kind === 2 ? at + 2 : at, end)) this.closeHtml(true);
      return true;
    }
    if (isThematicBreak(text, at, end)) {
      this.leave(depth);
      this.blocks.push({ kind: 'break', span: { start: at, end: trimEnd(text, at, end) }, line: this.line });
      return true;
    }
    return false;
  }

  /** Whether a marker begins a list item here; inside a paragraph only one with content, and numbered ones from 1. */
  private mayBegin(marker: Marker, paragraphHere: boolean): boolean {
    if (!paragraphHere) return true;
    return (
      this.at + marker.width < trimEnd(this.text, this.at, this.end) &&
      (marker.number === undefined || marker.number === 1)
    );
  }

  // Leaves

  private addHeading(level: Heading['level']): void {
    const { text, at } = this;
    const lineEnd = trimEnd(text, at, this.end);
    let start = at + level;
    while (start < lineEnd && isBlank(text.charCodeAt(start))) start++;
    let end = trimEnd(text, start, withoutDirective(text, start, lineEnd));
    let closing = end;
    while (closing > start && text.charCodeAt(closing - 1) === 35) closing--;
    if (closing < end && (closing === start || isBlank(text.charCodeAt(closing - 1))))
      end = Math.max(start, trimEnd(text, start, closing));
    this.blocks.push({
      kind: 'heading',
      style: 'atx',
      level,
      span: { start: at, end: lineEnd },
      title: { start, end },
      underline: undefined,
      line: this.line,
    });
  }

  /** An underline makes the paragraph above it a heading. */
  private trySetext(): boolean {
    const { text, at, end } = this;
    const level = setextLevel(text, at, end);
    if (level === 0) return false;
    if (this.paragraphDepth > 0) {
      // A heading inside a list item heads nothing of the record: its underline is no thematic break either.
      this.closeParagraph();
      return true;
    }
    const first = this.blocks[this.paragraph];
    const last = this.blocks[this.blocks.length - 1];
    if (first?.kind !== 'text' || last?.kind !== 'text') return false;
    this.blocks.length = this.paragraph;
    const lineEnd = trimEnd(text, at, end);
    this.blocks.push({
      kind: 'heading',
      style: 'setext',
      level,
      span: { start: first.span.start, end: lineEnd },
      title: { start: first.span.start, end: last.span.end },
      underline: { start: at, end: lineEnd },
      line: first.line,
    });
    this.closeParagraph();
    return true;
  }

  /** A delimiter row makes the line above it the header of a table; what stands above that stays a paragraph. */
  private tryTable(): boolean {
    const { text, at } = this;
    const code = text.charCodeAt(at);
    if (code !== 124 && code !== 45 && code !== 58) return false;
    const first = this.blocks.at(-1);
    if (first?.kind !== 'text' || first.line !== this.line - 1) return false;
    const columns = delimiterColumns(text, at, trimEnd(text, at, this.end));
    if (columns === 0) return false;
    const start = first.span.start;
    const header = readTableRow(text, start, trimEnd(text, start, this.endOfContent(first.line)), first.line);
    if (header.cells.length !== columns) return false;
    this.blocks.pop();
    this.closeParagraph();
    this.table = { start, line: first.line, header, rows: [] };
    this.htmlEnd = trimEnd(text, at, this.end);
    return true;
  }

  /** Where a line that was read ends, without its line ending. */
  private endOfContent(line: number): number {
    let end = this.starts[line + 1] ?? this.text.length;
    while (end > 0 && (this.text.charCodeAt(end - 1) === 10 || this.text.charCodeAt(end - 1) === 13)) end--;
    return end;
  }

  private addQuote(): void {
    const { text, at, end } = this;
    this.blocks.push({ kind: 'quote', span: { start: at, end: trimEnd(text, at, end) }, line: this.line });
    let inside = at;
    while (inside < end && (text.charCodeAt(inside) === 62 || isBlank(text.charCodeAt(inside)))) inside++;
    const plain =
      inside < end &&
      atxLevel(text, inside, end) === 0 &&
      fenceLength(text, inside, end) === 0 &&
      !isThematicBreak(text, inside, end);
    this.quoted = plain;
    this.paragraph = plain ? this.blocks.length - 1 : -1;
    this.paragraphDepth = this.containers.length;
  }

  private addCode(): void {
    const end = trimEnd(this.text, this.at, this.end);
    if (this.code) this.code.end = end;
    else this.code = { start: this.at, end, line: this.line };
  }

  private addItem(marker: Marker): void {
    const { text, at, end, column } = this;
    const after = at + marker.width;
    let content = after;
    let contentColumn = column + marker.width;
    while (content < end && isBlank(text.charCodeAt(content))) {
      contentColumn += text.charCodeAt(content) === 9 ? 4 - (contentColumn % 4) : 1;
      content++;
    }
    const gap = contentColumn - column - marker.width;
    const empty = content >= end;
    const contentIndent = empty || gap > 4 ? column + marker.width + 1 : contentColumn;
    if (this.containers.length < deepest) this.containers.push(contentIndent);
    if (gap > 4 && !empty) {
      // The item begins with indented code.
      this.push(marker, content, content, column, contentIndent, undefined, undefined);
      this.at = content;
      this.addCode();
      return;
    }
    const box = readBox(text, content, end);
    const textStart = box ? skipBlanks(text, box.span.end, end) : content;
    const nested = !box && this.tryInItem(content, contentColumn);
    if (nested === 'whole') {
      this.push(marker, content, content, column, contentIndent, undefined, undefined);
      this.at = content;
      this.column = contentColumn;
      this.readIn(this.containers.length, 0);
      return;
    }
    const contentEnd = withoutHardBreak(text, textStart, end);
    const field = readFieldMark(text, textStart, contentEnd);
    this.push(marker, textStart, contentEnd, column, contentIndent, box, field);
    if (!empty) this.openParagraph(textStart, contentEnd);
  }

  /** Whether what stands behind a marker is a block of its own: another item, a fence, a heading, a quote, a break. */
  private tryInItem(content: number, column: number): 'whole' | undefined {
    const { text, end } = this;
    const code = text.charCodeAt(content);
    if (content >= end || this.containers.length >= deepest || column > 1000) return undefined;
    if (code === 62) return 'whole';
    if (code === 35 && atxLevel(text, content, end) > 0) return 'whole';
    if ((code === 96 || code === 126) && fenceLength(text, content, end) > 0) return 'whole';
    if (code === 60) return htmlKind(text, content, end) > 0 ? 'whole' : undefined;
    if (isThematicBreak(text, content, end)) return 'whole';
    return listMarker(text, content, end) ? 'whole' : undefined;
  }

  private push(
    marker: Marker,
    start: number,
    contentEnd: number,
    indent: number,
    contentIndent: number,
    box: Box | undefined,
    field: FieldMark | undefined,
  ): void {
    const item: ListItem = {
      kind: 'item',
      span: { start: this.at, end: trimEnd(this.text, this.at, this.end) },
      indent,
      contentIndent,
      marker: marker.kind,
      number: marker.number,
      box,
      content: { start, end: Math.max(start, contentEnd) },
      field,
      line: this.line,
    };
    this.blocks.push(item);
  }

  private addText(depth: number): void {
    const { text, at, end } = this;
    const lazy = this.paragraph >= 0;
    if (!lazy) this.leave(depth);
    if (lazy && this.quoted) {
      this.blocks.push({ kind: 'quote', span: { start: at, end: trimEnd(text, at, end) }, line: this.line });
      return;
    }
    const to = withoutHardBreak(text, at, end);
    const hidden = this.inComment;
    const field = hidden ? undefined : readFieldMark(text, at, to);
    const block: TextLine = {
      kind: 'text',
      span: { start: at, end: to },
      indent: this.column,
      field,
      continues: lazy,
      line: this.line,
    };
    this.blocks.push(block);
    if (lazy) this.followComment(at, to);
    else this.openParagraph(at, to);
  }

  // What is open

  private openParagraph(start: number, end: number): void {
    this.paragraph = this.blocks.length - 1;
    this.paragraphDepth = this.containers.length;
    this.quoted = false;
    this.inComment = false;
    this.followComment(start, end);
  }

  /** Keeps track of a comment that begins inside a paragraph and ends on a later line. */
  private followComment(start: number, end: number): void {
    if (!this.hasComments) return;
    const words = this.text.slice(start, end);
    if (this.inComment) this.inComment = !words.includes('-->');
    const opened = words.lastIndexOf('<!--');
    if (opened >= 0) this.inComment = !words.includes('-->', opened + 4);
  }

  /** Closes what a new block closes, and the list items that it does not belong to. */
  private leave(depth: number, quote = false): void {
    if (!quote || !this.quoted) this.closeParagraph();
    if (this.table) this.closeTable();
    if (this.code) this.closeCodeUnless(depth);
    while (this.containers.length > depth) this.containers.pop();
  }

  private closeCodeUnless(depth: number): void {
    const base = this.columnsOf(depth);
    if (this.column - base < 4 || depth !== this.containers.length) this.closeCode();
  }

  private closeCode(): void {
    if (!this.code) return;
    const { start, end, line } = this.code;
    this.blocks.push({ kind: 'indented-code', span: { start, end }, line });
    this.code = undefined;
  }

  private closeParagraph(): void {
    this.paragraph = -1;
    this.quoted = false;
    this.inComment = false;
  }

  private closeTable(): void {
    if (!this.table) return;
    const { start, line, header, rows } = this.table;
    const last = rows.at(-1);
    this.blocks.push({ kind: 'table', span: { start, end: last ? last.span.end : this.htmlEnd }, header, rows, line });
    this.table = undefined;
  }

  private openFence(mark: number, length: number, depth: number): void {
    const { text, at, end, line } = this;
    const openingEnd = at + length;
    const start = skipBlanks(text, openingEnd, end);
    const info = { start, end: Math.max(start, trimEnd(text, start, end)) };
    this.fence = { start: at, openingEnd, info, mark, length, line, depth };
    this.htmlEnd = trimEnd(text, at, end);
  }

  /** True if the line belongs to the open fence; a line that leaves its list item closes it. */
  private continueFence(): boolean {
    const { fence, text, at, end } = this;
    if (!fence) return false;
    const base = this.columnsOf(fence.depth);
    if (at >= end) return true;
    if (this.column < base) {
      this.closeFence(this.htmlEnd, false);
      return false;
    }
    if (this.column - base < 4 && closesFence(text, at, end, fence.mark, fence.length)) {
      this.closeFence(trimEnd(text, at, end), true);
      return true;
    }
    this.htmlEnd = trimEnd(text, at, end);
    return true;
  }

  private closeFence(end: number, closed: boolean): void {
    if (!this.fence) return;
    const { start, openingEnd, info, line } = this.fence;
    this.blocks.push({ kind: 'fence', span: { start, end }, opening: { start, end: openingEnd }, info, closed, line });
    this.fence = undefined;
  }

  /** True if the line belongs to the open HTML block. */
  private continueHtml(): boolean {
    const { html, text, at, end } = this;
    if (!html) return false;
    const base = this.columnsOf(html.depth);
    if (at >= end) {
      if (html.kind < 6) return true;
      this.closeHtml(true);
      return false;
    }
    if (this.column < base) {
      this.closeHtml(html.kind >= 6);
      return false;
    }
    this.htmlEnd = end;
    if (endsHtml(html.kind, text, at, end)) this.closeHtml(true);
    return true;
  }

  private closeHtml(closed: boolean): void {
    if (!this.html) return;
    const { kind, start, line } = this.html;
    this.blocks.push({
      kind: 'html',
      span: { start, end: trimEnd(this.text, start, this.htmlEnd) },
      comment: kind === 2,
      closed,
      line,
    });
    this.html = undefined;
  }

  private closeAll(): void {
    this.closeTable();
    this.closeCode();
    if (this.fence) this.closeFence(trimEnd(this.text, this.fence.start, this.text.length), false);
    if (this.html) this.closeHtml(this.html.kind >= 6);
  }
}
