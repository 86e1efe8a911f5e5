import { dateOfInstant, formatDate } from '../text/calendarDate';
import { weekdays, type BusinessHours } from './businessHours';
import { instantOf, localDay } from './zonedTime';

const day = 24 * 60;

/**
 * How many minutes of business lie between two moments, both in minutes since 1970 UTC, by the rules of the zone: a day
 * on which the clocks are changed is longer or shorter by that hour if it falls into the hours. Counting ends at
 * `enough`, so that it takes no longer than it has to.
 */
export function businessMinutes(from: number, to: number, hours: BusinessHours, enough = Infinity): number {
  if (to <= from) return 0;
  let minutes = 0;
  const last = localDay(to, hours.zone);
  for (let each = localDay(from, hours.zone); each <= last && minutes < enough; each++) {
    if (!isBusinessDay(each, hours)) continue;
    const opens = Math.max(from, instantOf(each * day + hours.from, hours.zone, 'first'));
    const closes = Math.min(to, instantOf(each * day + hours.to, hours.zone, 'last'));
    minutes += Math.max(0, closes - opens);
  }
  return minutes;
}

/** Whether a day, counted from 1970-01-01, is one of business. */
function isBusinessDay(number: number, { days, holidays }: BusinessHours): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = weekdays[(((number + 3) % 7) + 7) % 7];
  if (weekday === undefined || !days.includes(weekday)) return false;
  return holidays.size === 0 || !holidays.has(formatDate(dateOfInstant(number * day * 60_000)));
}
