/** A half-open stretch of a text, in UTF-16 code units from its beginning. All of the core measures in spans. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span `[start, end)`. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** The text that a span covers. */
export function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Whether `outer` covers all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans have a code unit in common, or touch where one of them is empty. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The span without the blanks (space, tab, carriage return, line feed) at both of its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10;
}
