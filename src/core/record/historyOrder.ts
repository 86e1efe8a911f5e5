import { compareDates } from '../text/calendarDate';
import type { ChangeRecord, HistoryRow } from './record';

/** The rows of the history from the first to the last, also where it is kept with the newest row on top. */
export function historyInOrder({ history }: Pick<ChangeRecord, 'history'>): readonly HistoryRow[] {
  return isNewestFirst(history) ? [...history].reverse() : history;
}

/**
 * Whether a history has its newest row on top: its dates only go back, over more than two rows or down to the draft.
 * Two rows that go back are else a slip of the pen.
 */
export function isNewestFirst(history: readonly HistoryRow[]): boolean {
  const dated = history.filter(({ date }) => date.date);
  const goesBack = dated.every((row, index) => index === 0 || order(dated[index - 1], row) >= 0);
  if (!goesBack || order(dated[0], dated.at(-1)) <= 0) return false;
  return dated.length > 2 || history.at(-1)?.status.value?.role === 'draft';
}

/** Negative if the first row is before the second one, 0 if that is not known, positive if after. */
export function order(a: HistoryRow | undefined, b: HistoryRow | undefined): number {
  return a?.date.date && b?.date.date ? compareDates(a.date.date, b.date.date) : 0;
}
