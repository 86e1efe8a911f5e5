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

/** The last row before one of these, in their order, that names a status of the process. */
export function rowBefore(rows: readonly HistoryRow[], index: number): HistoryRow | undefined {
  for (let at = index - 1; at >= 0; at--) if (rows[at]?.status.value) return rows[at];
  return undefined;
}

/**
 * Whether a row takes up again what was over: a completed or cancelled record at all, a rejected one otherwise than as a
 * draft (reading 28). Rows are in their order; notes between them make no difference.
 */
export function isReopened(rows: readonly HistoryRow[], index: number): boolean {
  const from = rowBefore(rows, index)?.status.value;
  const to = rows[index]?.status.value;
  if (!from || !to || from === to) return false;
  return from.final || (from.role === 'rejected' && to.stage !== 'draft');
}

/** Negative if the first row is before the second one, 0 if that is not known, positive if after. */
export function order(a: HistoryRow | undefined, b: HistoryRow | undefined): number {
  return a?.date.date && b?.date.date ? compareDates(a.date.date, b.date.date) : 0;
}
