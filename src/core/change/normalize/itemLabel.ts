import type { ListItem } from '../../markdown/blocks';
import { slice } from '../../text/span';
import type { TextEdit } from '../../text/textEdit';
import type { DriftFinder } from './drift';
import { gapBefore, isBlankText, isBoldMark, isLineStart, lineEnd, lineStart, nextLine } from './lines';
import { isLabelLine, lineOfLabel } from './templateForm';

/**
 * `- **A**: v` and `- A: v` become `**A**: v` where the template has a line and no list. What stands below the item
 * moves to the left with it.
 */
export const itemLabel: DriftFinder = function* ({ answers }, document) {
  const { text } = document;
  for (const { document: home, label, field } of answers) {
    // Nearly all labels begin their line.
    if (isBoldMark(text, label.start - 2) && isLineStart(text, label.start - 2)) continue;
    const block = home === document ? lineOfLabel(document, label.start) : undefined;
    if (block?.kind !== 'item' || !isLabelLine(field) || block.number !== undefined || block.box || block.indent > 1)
      continue;
    const start = lineStart(text, block.span.start);
    if (!isBlankText(text, { start, end: block.span.start })) continue;
    const inside = dedent(text, block);
    if (!inside) continue;
    const gap = gapBefore(text, start);
    if (block.field) {
      yield { edits: [{ span: { start, end: block.field.label.start - 2 }, newText: gap }, ...inside] };
    } else {
      const end = valueStart(text, block, label.end);
      const bold = `${gap}**${slice(text, label)}**:${end < block.content.end ? ' ' : ''}`;
      yield { edits: [{ span: { start, end }, newText: bold }, ...inside] };
    }
  }
};

/** Where the value of a label begins that is not bold. */
function valueStart(text: string, { content }: ListItem, labelEnd: number): number {
  let at = text.indexOf(':', labelEnd) + 1;
  while (at < content.end && /[ \t]/.test(text.charAt(at))) at++;
  return at;
}

/** Moves the lines that belong to an item to the left; undefined where they are indented by tabs or not all of them. */
function dedent(text: string, { span, indent, contentIndent }: ListItem): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (let at = nextLine(text, span.end); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (line.trim() !== '') {
      const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
      if (blanks.length <= indent) break;
      if (blanks.includes('\t') || blanks.length < contentIndent) return undefined;
      edits.push({ span: { start: at + indent, end: at + contentIndent }, newText: '' });
    }
    if (nextLine(text, at) <= at) break;
  }
  return edits;
}
