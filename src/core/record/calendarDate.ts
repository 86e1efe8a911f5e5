/** A day of the Gregorian calendar, with a time of day where one was written. */
export interface CalendarDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
  /** Minutes after midnight UTC; undefined where only the day was written. */
  readonly minutes: number | undefined;
}

/** A date at the beginning of a text: `2026-02-09`, `2026-02-09 14:30:00 UTC`, `2026-02-09T14:30Z`. */
export type DateResult =
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly length: number }
  /** Digits in the form of a date that is not in the calendar: 2026-02-30. */
  | { readonly kind: 'impossible'; readonly length: number }
  | { readonly kind: 'none' };

const pattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?(?:UTC|GMT|Z))?)?/i;

/** Reads the date that a text begins with. ASCII digits only; never guesses another order of day and month. */
export function readDate(text: string): DateResult {
  const match = pattern.exec(text);
  if (!match) return { kind: 'none' };
  const [all, year, month, day, hour, minute] = match;
  const date = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    minutes: hour === undefined ? undefined : Number(hour) * 60 + Number(minute),
  };
  const strict = month?.length === 2 && day?.length === 2;
  const clock = date.minutes === undefined || (Number(hour) < 24 && Number(minute) < 60);
  return strict && clock && isCalendarDate(date)
    ? { kind: 'date', date, length: all.length }
    : { kind: 'impossible', length: all.length };
}

/** Whether year, month and day exist together; years 1 to 9999. */
export function isCalendarDate({ year, month, day }: Pick<CalendarDate, 'year' | 'month' | 'day'>): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01, for comparing and for differences. */
export function dayNumber({ year, month, day }: Pick<CalendarDate, 'year' | 'month' | 'day'>): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/**
 * Negative if `a` is before `b`, 0 if they may be the same moment, positive if after. Times count only where both
 * have one: a day without a time is before or after another day, never before or after a time of the same day.
 */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  const days = dayNumber(a) - dayNumber(b);
  if (days !== 0 || a.minutes === undefined || b.minutes === undefined) return days;
  return a.minutes - b.minutes;
}

/** `2026-02-09`. */
export function formatDate({ year, month, day }: Pick<CalendarDate, 'year' | 'month' | 'day'>): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day, in UTC, of milliseconds since 1970, with its time. */
export function dateOfInstant(milliseconds: number): CalendarDate {
  const date = new Date(milliseconds);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    minutes: date.getUTCHours() * 60 + date.getUTCMinutes(),
  };
}
