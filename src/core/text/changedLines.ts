import { diffArrays } from 'diff';

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

/** How many lines may differ before the shortest way is no longer looked for: the work grows with their square. */
const mostDifferences = 1000;

/**
 * The changes that make one list of lines into the other, in order, none touching another. They are the fewest; where
 * more than a thousand lines differ, all between the common beginning and end is one change.
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
  const parts = diffArrays(before.slice(start, left), after.slice(start, right), { maxEditLength: mostDifferences });
  if (!parts) return [whole];
  const changes: LineChange[] = [];
  let [line, other] = [start, start];
  let isOpen = false;
  for (const { value, added, removed } of parts) {
    const from = { line, other };
    if (!added) line += value.length;
    if (!removed) other += value.length;
    if (added || removed) {
      const last = isOpen ? changes.pop() : undefined;
      changes.push({
        before: { start: last?.before.start ?? from.line, end: line },
        after: { start: last?.after.start ?? from.other, end: other },
      });
    }
    isOpen = added || removed;
  }
  return changes;
}
