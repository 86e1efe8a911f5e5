/** A day of the Gregorian calendar, with a time of day where one was written. */
export interface CalendarDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
  /** Minutes after midnight; undefined where only the day was written, or by clocks that nobody can tell. */
  readonly minutes: number | undefined;
  /** How many minutes the clocks by which it was written are ahead of UTC; none where they are UTC. */
  readonly offset?: number;
}

/** A date at the beginning of a text: `2026-02-09`, `2026-02-09 14:30:00 UTC`, `2026-02-09T14:30Z`, `2026-02-09 14:30 +02:00`. */
export type DateResult =
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly length: number }
  /** Digits in the form of a date that is not in the calendar: 2026-02-30. */
  | { readonly kind: 'impossible'; readonly length: number }
  | { readonly kind: 'none' };

const pattern = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:(T| +T?)(\d{1,2}):(\d{2})(:\d{2}(?:\.\d+)?)?)?/i;

/** `UTC`, `Z`. */
const universal = /^ ?(?:UTC|GMT|Z)(?![\p{L}\d])/iu;
/** What may stand behind `UTC`: `+2`, ` +02:00`, `-05:30`. `14:00 UTC-16:00 UTC` is a stretch. */
const ahead = /^ ?([+-])(\d{1,2})(?::?(\d{2}))?(?![\p{L}\d:])(?! ?(?:UTC|GMT)(?!\p{L}))/iu;
const numeric = /^( ?)([+-])(\d{2}):?(\d{2})(?!\d)/;
/** Clocks are at most so many minutes ahead of UTC, or behind it. */
const farthest = 14 * 60;
/** The clocks of a place, also behind the end of a stretch: `02:00–04:00 Europe/Berlin`, `09:00 CEST`, `9:00 pm`. */
const named = /^(?: ?[-–—] ?\d{1,2}:\d{2})? ?\(?([A-Z]\p{L}+\/[\p{L}_/]+|[A-Z]{3,5}|[AaPp]\.?[Mm])(?![\p{L}\d])/u;

/** Hours by which clocks that go by an unmistakable name are ahead of UTC. */
const clocks: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  CET: 1,
  MEZ: 1,
  CEST: 2,
  MESZ: 2,
  EET: 2,
  EEST: 3,
  JST: 9,
  AEST: 10,
  AEDT: 11,
  EST: -5,
  EDT: -4,
  PST: -8,
  PDT: -7,
};

/** Reads the date that a text begins with. ASCII digits only; never guesses another order of day and month. */
export function readDate(text: string): DateResult {
  const match = pattern.exec(text);
  if (!match) return { kind: 'none' };
  const [all, year, month, day, joint, hour, minute, seconds] = match;
  const zone =
    hour === undefined ? { length: 0, offset: 0 } : zoneBehind(text.slice(all.length, all.length + 60), joint, seconds);
  const date: CalendarDate = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    minutes: hour === undefined || zone.offset === undefined ? undefined : Number(hour) * 60 + Number(minute),
    ...(zone.offset === undefined || zone.offset === 0 ? {} : { offset: zone.offset }),
  };
  const strict = month?.length === 2 && day?.length === 2;
  const isTime = hour === undefined || (Number(hour) < 24 && Number(minute) < 60);
  const length = all.length + zone.length;
  return strict && isTime && isCalendarDate(date) ? { kind: 'date', date, length } : { kind: 'impossible', length };
}

/** Whether a text that begins with a date and a time says by which clocks; where it does not, it is read as UTC. */
export function tellsClocks(text: string): boolean {
  const written = text.replace(/^[*_`\s]+/, '');
  const [all, , , , joint, , , seconds] = pattern.exec(written) ?? [];
  return all !== undefined && zoneBehind(written.slice(all.length, all.length + 60), joint, seconds).isTold;
}

/** By which clocks a time was written: UTC where nothing says otherwise; without an offset where nobody can tell. */
function zoneBehind(
  rest: string,
  joint: string | undefined,
  seconds: string | undefined,
): { readonly length: number; readonly offset: number | undefined; readonly isTold: boolean } {
  const utc = universal.exec(rest)?.[0];
  if (utc !== undefined) {
    const sum = /z$/i.test(utc) ? undefined : ahead.exec(rest.slice(utc.length));
    const offset = sum ? signed(sum[1], sum[2], sum[3]) : 0;
    return sum && Math.abs(offset) <= farthest
      ? { length: utc.length + sum[0].length, offset, isTold: true }
      : { length: utc.length, offset: 0, isTold: true };
  }
  const number = numeric.exec(rest);
  // `02:00-04:00` is a stretch; only in ISO form, or with seconds, a minus right behind the time begins an offset.
  const isIso = joint?.toUpperCase() === 'T' || seconds !== undefined;
  if (number && (isIso || number[1] === ' ' || number[2] === '+')) {
    const offset = signed(number[2], number[3], number[4]);
    if (Math.abs(offset) <= farthest) return { length: number[0].length, offset, isTold: true };
  }
  const name = named.exec(rest)?.[1];
  if (name === undefined) return { length: 0, offset: 0, isTold: false };
  const hours = Object.hasOwn(clocks, name) ? clocks[name] : undefined;
  return { length: 0, offset: hours === undefined ? undefined : hours * 60, isTold: true };
}

/** An offset in minutes. */
function signed(sign = '+', hours = '0', minutes = '0'): number {
  const offset = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -offset : offset;
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

/** Minutes since 1970 of a date, in UTC. @param unknown for a day without a time, how far into it to count */
export function minuteNumber(date: CalendarDate, unknown = 0): number {
  return dayNumber(date) * 24 * 60 + (date.minutes === undefined ? unknown : date.minutes - (date.offset ?? 0));
}

/**
 * Negative if `a` is before `b`, 0 if they may be the same moment, positive if after. Times count only where both
 * have one, by their clocks: a day without a time is before or after another day, never before or after a time of the
 * same day.
 */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  if (a.minutes !== undefined && b.minutes !== undefined) return minuteNumber(a) - minuteNumber(b);
  return dayNumber(a) - dayNumber(b);
}

/** Whether two dates are the same day, with the same time or without one. */
export function isSameDate(a: CalendarDate | undefined, b: CalendarDate | undefined): boolean {
  if (!a || !b) return a === b;
  return dayNumber(a) === dayNumber(b) && a.minutes === b.minutes && (a.offset ?? 0) === (b.offset ?? 0);
}

/** `14:30 UTC`, `14:30 +02:00`; undefined for a day without a time. */
export function formatTime({ minutes, offset = 0 }: CalendarDate): string | undefined {
  if (minutes === undefined) return undefined;
  return `${clock(minutes)} ${offset === 0 ? 'UTC' : formatOffset(offset)}`;
}

/** `+02:00`. */
export function formatOffset(offset: number): string {
  return `${offset < 0 ? '-' : '+'}${clock(Math.abs(offset))}`;
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
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
