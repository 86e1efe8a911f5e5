import { changedLines } from './changedLines';
import { applyEdits, lineEndingAt, type TextEdit } from './textEdit';

/**
 * The smallest edits, line by line, that make one text of the other. A text that ends its lines in several ways is
 * compared by characters where whole lines would change an ending.
 */
export function lineEdits(before: string, after: string): TextEdit[] {
  const edits = byLines(before, after);
  return applyEdits(before, edits) === after ? edits : byCharacters(before, after);
}

function byCharacters(before: string, after: string): TextEdit[] {
  const [old, next] = [before.split(''), after.split('')];
  return changedLines(old, next).map((change) => ({
    span: change.before,
    newText: next.slice(change.after.start, change.after.end).join(''),
  }));
}

function byLines(before: string, after: string): TextEdit[] {
  const old = linesOf(before);
  const next = linesOf(after);
  const starts = [0];
  for (const line of old) starts.push((starts.at(-1) ?? 0) + line.length);
  return changedLines(old, next).map((change) => {
    const span = { start: starts[change.before.start] ?? 0, end: starts[change.before.end] ?? before.length };
    const lines = next.slice(change.after.start, change.after.end).join('');
    const ending = lineEndingAt(before, span.start);
    return trimmed(before, { span, newText: ending === '\n' ? lines : lines.replaceAll(ending, '\n') });
  });
}

/** Lines with their endings: LF, CRLF or CR. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** Without the characters that stay at both ends, as long as that leaves whole lines of several apart. */
function trimmed(before: string, { span, newText }: TextEdit): TextEdit {
  const old = before.slice(span.start, span.end);
  if (/[\r\n]./.test(old) || /\n./.test(newText) || old.includes('\r')) return { span, newText };
  let start = 0;
  while (start < old.length && start < newText.length && old[start] === newText[start]) start++;
  let end = 0;
  while (end < old.length - start && end < newText.length - start && old.at(-1 - end) === newText.at(-1 - end)) end++;
  return {
    span: { start: span.start + start, end: span.end - end },
    newText: newText.slice(start, newText.length - end),
  };
}
