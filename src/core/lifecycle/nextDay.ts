import { dayIn, minute } from './instants';

/** Longer than any day, in minutes. */
const longest = 26 * 60;

/** The first moment of the next day by the clocks of a zone, in milliseconds since 1970; days have 23 to 25 hours. */
export function nextDay(zone: string, now: number): number {
  const today = dayIn(zone, now);
  let before = Math.floor(now / minute);
  let after = before + longest;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(zone, middle * minute) === today) before = middle;
    else after = middle;
  }
  return after * minute;
}
