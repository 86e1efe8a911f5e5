import { dayIn, instantOfDate } from '../../lifecycle/instants';
import { formatDate, type CalendarDate } from '../../record/calendarDate';

/** The ISO day on which a change is scheduled, by the clocks of a zone; a day without a time is the day that was written. */
export function dayOfSchedule(date: CalendarDate, zone: string): string {
  return date.minutes === undefined ? formatDate(date) : dayIn(zone, instantOfDate(date));
}
