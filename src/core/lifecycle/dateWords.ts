import { compareDates, dayNumber, formatDate, type CalendarDate } from '../record/calendarDate';

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

/** «two days before», «one day after», «hours before» for two moments of one day. */
export function distance(from: CalendarDate, to: CalendarDate): string {
  const days = dayNumber(from) - dayNumber(to);
  const side = days < 0 || (days === 0 && compareDates(from, to) < 0) ? 'before' : 'after';
  if (days === 0) return side;
  const count = Math.abs(days);
  return `${numbers[count] ?? String(count)} ${count === 1 ? 'day' : 'days'} ${side}`;
}

/** A date as it is told: the day, with the time where both of the two that are compared fall on one day. */
export function told(date: CalendarDate, beside: CalendarDate): string {
  if (date.minutes === undefined || dayNumber(date) !== dayNumber(beside)) return formatDate(date);
  const time = [Math.floor(date.minutes / 60), date.minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `${formatDate(date)} ${time} UTC`;
}
