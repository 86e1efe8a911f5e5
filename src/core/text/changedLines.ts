/** A half-open stretch of lines, counted from zero. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** Lines of the text before that give way to lines of the text after; one of the two may be empty. */
export interface LineChange {
  readonly before: LineSpan;
  readonly after: LineSpan;
}

/**
 * How many lines may differ before the shortest way is no longer looked for. The work grows with the lines times the
 * differences, the memory with the square of the differences: at the limit a few million small steps.
 */
const mostDifferences = 1000;

/**
 * The changes that make one list of lines into the other, in order, none touching another. They are the fewest (Myers'
 * greedy algorithm between the common beginning and end); where more than a thousand lines differ, all between is one
 * change.
 */
export function changedLines(before: readonly string[], after: readonly string[]): LineChange[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let left = before.length;
  let right = after.length;
  while (left > start && right > start && before[left - 1] === after[right - 1]) {
    left--;
    right--;
  }
  if (left === start && right === start) return [];
  const whole = { before: { start, end: left }, after: { start, end: right } };
  if (left === start || right === start) return [whole];
  const trace = furthest(before.slice(start, left), after.slice(start, right));
  if (!trace) return [whole];
  return changesAlong(trace, left - start, right - start).map((change) => ({
    before: { start: change.before.start + start, end: change.before.end + start },
    after: { start: change.after.start + start, end: change.after.end + start },
  }));
}

/**
 * For every number of differences, how far each diagonal comes with it: `trace[d][k + d]` is the line of the text
 * before that is reached on diagonal `k` (line before minus line after) with `d` differences.
 */
function furthest(before: readonly string[], after: readonly string[]): Int32Array[] | undefined {
  const trace: Int32Array[] = [];
  const most = Math.min(mostDifferences, before.length + after.length);
  for (let differences = 0; differences <= most; differences++) {
    const last = trace.at(-1);
    const reached = new Int32Array(2 * differences + 1);
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let line = last ? stepFrom(last, differences - 1, diagonal).line : 0;
      while (line < before.length && line - diagonal < after.length && before[line] === after[line - diagonal]) line++;
      reached[diagonal + differences] = line;
      if (line >= before.length && line - diagonal >= after.length) {
        trace.push(reached);
        return trace;
      }
    }
    trace.push(reached);
  }
  return undefined;
}

/** The better of the two ways onto a diagonal: a line of the text after comes in, or one of the text before goes. */
function stepFrom(
  last: Int32Array,
  differences: number,
  diagonal: number,
): { readonly line: number; readonly comesIn: boolean } {
  const at = (k: number): number => (Math.abs(k) > differences ? -1 : (last[k + differences] ?? -1));
  const above = at(diagonal + 1);
  const aside = at(diagonal - 1);
  return aside < above ? { line: above, comesIn: true } : { line: aside + 1, comesIn: false };
}

/** Walks the trace back from the end and joins the steps that touch. */
function changesAlong(trace: readonly Int32Array[], lines: number, otherLines: number): LineChange[] {
  const changes: LineChange[] = [];
  let diagonal = lines - otherLines;
  for (let differences = trace.length - 1; differences > 0; differences--) {
    const last = trace[differences - 1];
    if (!last) break;
    const { line, comesIn } = stepFrom(last, differences - 1, diagonal);
    const step: LineChange = comesIn
      ? { before: { start: line, end: line }, after: { start: line - diagonal - 1, end: line - diagonal } }
      : { before: { start: line - 1, end: line }, after: { start: line - diagonal, end: line - diagonal } };
    const next = changes.at(-1);
    if (next?.before.start === step.before.end && next.after.start === step.after.end) {
      changes[changes.length - 1] = {
        before: { start: step.before.start, end: next.before.end },
        after: { start: step.after.start, end: next.after.end },
      };
    } else changes.push(step);
    diagonal += comesIn ? 1 : -1;
  }
  return changes.reverse();
}
