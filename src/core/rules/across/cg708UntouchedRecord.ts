import { keys } from '../../process/fieldKeys';
import { compareDates, dayNumber, formatDate, type CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord } from '../../record/record';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const untouchedRecord = defineRule({
  code: 'CG708',
  name: 'untouched-record',
  severity: 'information',
  summary: 'A record does not stay in a status longer than the policy says, without anybody touching it.',
  source: 'CR metrics: time from request to approval, from approval to implementation',
  fix: { noneBecause: 'Whether it goes on or is given up only a person can say.' },
  *check({ record, today, untouched }) {
    const { status } = record;
    const limit = status?.value && untouched?.get(status.value.id);
    const last = limit === undefined ? undefined : lastTouched(record);
    if (!status || limit === undefined || !last) return;
    const days = dayNumber(today) - dayNumber(last);
    if (days <= limit) return;
    yield finding(
      status,
      `${status.value?.id ?? ''} since ${formatDate(last)}: nobody has touched the record for ${String(days)} days; the policy allows ${String(limit)}.`,
    );
  },
});

/** The latest day that the record tells of itself; days in the future are none. */
function lastTouched({ answer, history }: ChangeRecord): CalendarDate | undefined {
  const days = [answer(keys.lastUpdated)?.date, answer(keys.created)?.date, ...history.map(({ date }) => date.date)];
  return days
    .filter((day) => day !== undefined)
    .sort(compareDates)
    .at(-1);
}
