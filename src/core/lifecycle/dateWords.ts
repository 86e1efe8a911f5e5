import { compareDates, dayNumber, formatDate, formatTime, type CalendarDate } from '../text/calendarDate';

const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "two days before", "one day after", "hours before" for two moments of one day. */
export function distance(from: CalendarDate, to: CalendarDate): string {
  const days = dayNumber(from) - dayNumber(to);
  const side = compareDates(from, to) < 0 ? 'before' : 'after';
  // By the clocks of two zones, the earlier of two moments may fall on the later day.
  if (days === 0 || days < 0 !== (side === 'before')) return side;
  const count = Math.abs(days);
  return `${numbers[count] ?? String(count)} ${count === 1 ? 'day' : 'days'} ${side}`;
}

/** A date as messages show it: the day, with the time where both of the two that are compared fall on one day, or on two zones. */
export function told(date: CalendarDate, beside: CalendarDate): string {
  const time = formatTime(date);
  const isClear = dayNumber(date) !== dayNumber(beside) && (date.offset ?? 0) === (beside.offset ?? 0);
  return time === undefined || isClear ? formatDate(date) : `${formatDate(date)} ${time}`;
}
