import type { Span } from '../text/span';
import type { DocumentEdit } from '../change/documentEdit';
import type { SuppressedRule, Suppression } from './suppression';

/**
 * The edits that take rules out of a suppression: all of the comment if no other rule is left, with its line if it
 * stands alone on it. What ended it for these rules goes with them.
 */
export function removeRules(suppression: Suppression, gone: readonly SuppressedRule[]): DocumentEdit[] {
  return joined([...removeFrom(suppression, gone), ...removeEnds(suppression, gone)]);
}

/** What is taken out of one text, without overlaps: of two comments at its end each takes the line ending between them. */
function joined(edits: readonly DocumentEdit[]): DocumentEdit[] {
  const result: DocumentEdit[] = [];
  for (const each of [...edits].sort((one, other) => one.edit.span.start - other.edit.span.start)) {
    const last = result.at(-1);
    if (last && each.edit.span.start < last.edit.span.end) {
      const end = Math.max(last.edit.span.end, each.edit.span.end);
      result[result.length - 1] = { ...last, edit: { ...last.edit, span: { start: last.edit.span.start, end } } };
    } else result.push(each);
  }
  return result;
}

function removeEnds(suppression: Suppression, gone: readonly SuppressedRule[]): DocumentEdit[] {
  if (suppression.scope !== 'from-here') return [];
  const ends = new Set(gone.flatMap(({ counterpart }) => counterpart ?? []));
  return [...ends].flatMap((end) => {
    const rules = end.rules.filter(
      ({ rule, counterpart }) => counterpart === suppression && gone.some((each) => each.rule === rule),
    );
    return rules.length > 0 ? removeFrom(end, rules) : [];
  });
}

function removeFrom({ document, rules, span }: Suppression, gone: readonly SuppressedRule[]): DocumentEdit[] {
  const { text } = document;
  const edit = (place: Span): DocumentEdit => ({ document, edit: { span: place, newText: '' } });
  if (rules.every((each) => gone.includes(each))) return [edit(wholePlace(text, span))];
  return gone.map((each) => {
    const index = rules.indexOf(each);
    const next = rules[index + 1];
    const before = rules[index - 1];
    if (next) return edit({ start: each.span.start, end: next.span.start });
    return edit({ start: before ? before.span.end : each.span.start, end: each.span.end });
  });
}

/** The comment with its line, and one of two blank lines around it; or with the blanks before it, behind other words. */
function wholePlace(text: string, { start, end }: Span): Span {
  const lineStart = beginOfLine(text, start);
  const lineEnd = endOfLine(text, end);
  if (text.slice(lineStart, start).trim() !== '' || text.slice(end, lineEnd).trim() !== '') {
    let from = start;
    while (from > lineStart && /[ \t]/.test(text.charAt(from - 1))) from--;
    return { start: from, end };
  }
  const next = afterEnding(text, lineEnd);
  if (next === lineEnd) return { start: beforeEnding(text, lineStart), end: lineEnd };
  const above = beforeEnding(text, lineStart);
  const isBlankAbove = lineStart === 0 || text.slice(beginOfLine(text, above), above).trim() === '';
  if (next === text.length && isBlankAbove && lineStart > 0) return { start: beginOfLine(text, above), end: next };
  const below = endOfLine(text, next);
  const isBlankBelow = below < text.length && text.slice(next, below).trim() === '';
  return { start: lineStart, end: isBlankAbove && isBlankBelow ? afterEnding(text, below) : next };
}

function isEnding(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

function beginOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isEnding(text, at - 1)) at--;
  return at;
}

function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isEnding(text, at)) at++;
  return at;
}

function afterEnding(text: string, offset: number): number {
  if (offset >= text.length) return offset;
  return text.startsWith('\r\n', offset) ? offset + 2 : offset + 1;
}

function beforeEnding(text: string, offset: number): number {
  if (offset === 0) return 0;
  return text.slice(offset - 2, offset) === '\r\n' ? offset - 2 : offset - 1;
}
