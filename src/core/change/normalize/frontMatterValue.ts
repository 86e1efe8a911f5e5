import type { Answer } from '../../record/record';
import { slice, type Span } from '../../text/span';
import type { DriftFinder } from './drift';
import { insertedLine } from './insertedLine';
import { isBlankText, lineEnd, lineStart, nextLine } from './lines';

/**
 * A value that only the front matter has (reading 17) moves to the body, where the template has it; one after another.
 */
export const frontMatterValue: DriftFinder = function* (record, document) {
  if (document !== record.document) return;
  for (const answer of record.answers) {
    if (answer.form !== 'front-matter' || answer.document !== document || !answer.filled) continue;
    const line = lineOf(answer);
    const inserted = line && insertedLine(record, answer.field, answer.text);
    if (!inserted) continue;
    yield {
      edits: [{ span: withoutEmptyFences(answer, line), newText: '' }, ...inserted.edits],
      givesUp: slice(document.text, answer.label),
    };
    return;
  }
};

/** The line `key: value`, if it holds nothing else and the value is written as it is read. */
function lineOf({ document: { text }, label, span, text: value }: Answer): Span | undefined {
  const start = lineStart(text, label.start);
  const end = lineEnd(text, label.end);
  if (span.end > end || /[\r\n]/.test(value) || value !== value.trim()) return undefined;
  const written = text.slice(start, end);
  const quotes = slice(text, span).startsWith('"') || slice(text, span).startsWith("'");
  const inside = quotes ? slice(text, span).slice(1, -1) : slice(text, span);
  if (inside !== value || written.trimEnd() !== `${slice(text, label)}:${text.slice(label.end + 1, span.end)}`)
    return undefined;
  return { start, end: nextLine(text, end) };
}

/** With the fences, and the blank line behind them, if nothing else stands between them. */
function withoutEmptyFences({ document: { text, scan } }: Answer, line: Span): Span {
  const { frontMatter } = scan;
  if (!frontMatter) return line;
  const others = text.slice(frontMatter.yaml.start, line.start) + text.slice(line.end, frontMatter.yaml.end);
  if (others.trim() !== '') return line;
  let end = nextLine(text, frontMatter.span.end);
  if (end < text.length && isBlankText(text, { start: end, end: lineEnd(text, end) })) end = nextLine(text, end);
  return { start: frontMatter.span.start, end };
}
