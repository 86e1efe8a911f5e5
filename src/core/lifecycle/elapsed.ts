import type { Period } from '../process/period';
import { minuteNumber, type CalendarDate } from '../text/calendarDate';
import type { BusinessHours } from './businessHours';
import { businessMinutes } from './businessTime';

const day = 24 * 60;

/**
 * The most minutes that can lie between two moments: a day without a time is taken from its first minute where it
 * begins a stretch, and to its last where it ends one. What is shorter than a limit by this count is shorter for sure.
 */
export function mostElapsed(from: CalendarDate, to: CalendarDate): number {
  return minuteNumber(to, day) - minuteNumber(from, 0);
}

/** The fewest minutes that can lie between two moments; what is longer than a limit by this count is so for sure. */
export function leastElapsed(from: CalendarDate, to: CalendarDate): number {
  return minuteNumber(to, 0) - minuteNumber(from, day);
}

/** Whether more than a period lies between two moments for sure, by the clock of the period (reading 47). */
export function isLonger(
  [from, to]: readonly [CalendarDate, CalendarDate],
  { minutes, clock }: Period,
  hours: BusinessHours,
): boolean {
  if (clock === 'wall') return leastElapsed(from, to) > minutes;
  return businessMinutes(minuteNumber(from, day), minuteNumber(to, 0), hours, minutes + 1) > minutes;
}

/** Whether less than a period lies between two moments for sure. */
export function isShorter(
  [from, to]: readonly [CalendarDate, CalendarDate],
  { minutes, clock }: Period,
  hours: BusinessHours,
): boolean {
  if (clock === 'wall') return mostElapsed(from, to) < minutes;
  return businessMinutes(minuteNumber(from, 0), minuteNumber(to, day), hours, minutes) < minutes;
}
