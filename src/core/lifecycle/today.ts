import { dateOfInstant, type CalendarDate } from '../text/calendarDate';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a time zone, by the rules of that zone. `now` in milliseconds since 1970. */
export function todayIn(zone: string, now: number): CalendarDate {
  if (zone === 'UTC') return { ...dateOfInstant(now), minutes: undefined };
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  const part = (type: string): number => Number(format.formatToParts(now).find((each) => each.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day'), minutes: undefined };
}
