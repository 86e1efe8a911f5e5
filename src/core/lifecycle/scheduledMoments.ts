import { formatDate, minuteNumber, tellsClocks, type CalendarDate } from '../text/calendarDate';
import { instantOf } from './zonedTime';
import { dayIn, instantOfDate, minute } from './instants';

/** When a change is to be made, or was made. */
export interface ScheduledMoment {
  /** ISO day, by the clocks of the zone. */
  readonly day: string;
  /** Milliseconds since 1970; undefined where only a day was written. */
  readonly start: number | undefined;
}

/**
 * The moments that a date may mean, as it was written: one; or two where it has a time without the clocks and the policy
 * goes by others than UTC: by the clocks of the policy, which is likelier, and by UTC. What is wrong by only one of them
 * is not told.
 */
export function scheduledMoments(
  date: CalendarDate,
  written: string,
  zone: string,
): readonly [ScheduledMoment, ...ScheduledMoment[]] {
  if (date.minutes === undefined) return [{ day: formatDate(date), start: undefined }];
  const told = instantOfDate(date);
  const moment = { day: dayIn(zone, told), start: told };
  if (zone === 'UTC' || tellsClocks(written)) return [moment];
  const local = instantOf(minuteNumber(date), zone, 'first') * minute;
  return [{ day: dayIn(zone, local), start: local }, moment];
}
