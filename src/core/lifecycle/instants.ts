import { dateOfInstant, formatDate, minuteNumber, readDate, type CalendarDate } from '../text/calendarDate';
import { todayIn } from './today';

/** A minute and a day in milliseconds. */
export const minute = 60_000;
export const dayLength = 24 * 60 * minute;

/** The date that a moment of a record tells. @throws RangeError for what is no moment */
export function dateOfMoment(moment: string): CalendarDate {
  const read = readDate(moment);
  if (read.kind !== 'date') throw new RangeError(`${moment} is no moment.`);
  return read.date;
}

/** Milliseconds since 1970 of a date, in UTC; a day without a time counts from its first minute. */
export function instantOfDate(date: CalendarDate): number {
  return minuteNumber(date) * minute;
}

/** The ISO day on which a moment falls by the clocks of a zone. */
export function dayIn(zone: string, instant: number): string {
  return formatDate(todayIn(zone, instant));
}

/** `2026-02-09` of a count of days since 1970. */
export function dayOfNumber(number: number): string {
  return formatDate(dateOfInstant(number * dayLength));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `02:00` by the clocks of a zone. */
export function timeIn(zone: string, instant: number): string {
  let format = clocks.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
    });
    clocks.set(zone, format);
  }
  return format.format(instant);
}
