import type { CalendarEntry, CalendarView } from '../calendar';
import { csv, type CsvCell } from '../report/csv';

const kinds: Readonly<Record<CalendarEntry['kind'], string>> = {
  window: 'change window',
  freeze: 'freeze',
  scheduled: 'scheduled change',
  approval: 'decision due',
  notification: 'notification due',
  review: 'review due',
};

/** A calendar as a table: one row an entry, in the order in which they begin; times by the clocks of its zone. */
export function calendarCsv({ entries, zone }: CalendarView): string {
  const head = ['first_day', 'last_day', 'time', 'zone', 'kind', 'title', 'id', 'path', 'status', 'concern', 'notes'];
  const rows = entries.map(({ firstDay, lastDay, time, kind, title, record, isConcern, notes }): CsvCell[] => [
    ...[firstDay, lastDay, time, zone, kinds[kind], title],
    ...[record?.id ?? null, record?.path ?? null, record?.status ?? null],
    ...[isConcern ? 'yes' : 'no', notes.join(' ')],
  ]);
  return csv([head, ...rows]);
}
