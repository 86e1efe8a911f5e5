import { isCalendarDate, readDate, type CalendarDate, type DateResult } from './calendarDate';
import { monthNamed, weekday } from './monthNames';

/** A day in another form than the process writes it. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** How many characters of the text it takes. */
  readonly length: number;
}

/** What a text begins with, in any form that people write. */
export type AnyDateResult =
  | DateResult
  /** `05/06/2026`: either number may be the month. `days`: the days that can be meant. */
  | { readonly kind: 'ambiguous'; readonly days: readonly WrittenDate[]; readonly length: number };

/** Forms with the places of year, month and day among their groups; slashes are read in `slashes`. */
const forms: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, [1, 2, 3]],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日/, [1, 2, 3]],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, [3, 2, 1]],
  [/^(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -](?:(?:of|de) )?(\p{L}{3,10})\.?,?[ -](?:de )?(\d{4})(?!\d)/iu, [3, 2, 1]],
  [/^(\p{L}{3,10})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})(?!\d)/iu, [3, 1, 2]],
];

const leading = new RegExp(`^${weekday}(?=[\\d\\p{L}])`, 'iu');

/** Whether a text begins with something that is meant as a day: digits with separators, or a month by name. */
export function looksLikeDate(text: string): boolean {
  return /^\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}/.test(text) || matchOf(text.replace(leading, '')) !== undefined;
}

/**
 * The day that a text begins with, written in another form than YYYY-MM-DD, where only one day can be meant:
 * `2026-2-9`, `2026/02/09`, `09.02.2026`, `Monday, 9 February 2026`. Of `02/09/2026` either number may be the month.
 */
export function readWrittenDate(text: string): WrittenDate | undefined {
  const before = leading.exec(text)?.[0].length ?? 0;
  const rest = text.slice(before);
  const match = matchOf(rest);
  const days = match ? match.days : slashes(rest);
  const [day] = days;
  return day && days.length === 1 ? { ...day, length: day.length + before } : undefined;
}

/**
 * Reads the date that a text begins with, in any form in which only one day can be meant, with the time behind it.
 * The form of the process comes first.
 */
export function readAnyDate(text: string): AnyDateResult {
  const iso = readDate(text);
  // A day has a number, which nearly all other words and placeholders have not.
  if (iso.kind === 'date' || !/\d/.test(text.slice(0, 60))) return iso;
  const days = iso.kind === 'none' ? slashes(text) : [];
  if (days.length > 1) return { kind: 'ambiguous', days, length: days[0]?.length ?? 0 };
  const written = readWrittenDate(text);
  if (!written) return iso;
  const day = isoOf(written);
  const rest = text.slice(written.length, written.length + 80);
  // What parts day and time is left out for reading, and counted for the length.
  const joint = /^,?\s+(?:(?:at|um|à)\s+)?(?=\d{1,2}:\d{2})/i.exec(rest)?.[0] ?? '';
  const read = readDate(joint === '' ? day + rest : `${day} ${rest.slice(joint.length)}`);
  if (read.kind === 'none') return iso;
  const hasTime = read.length > day.length;
  const extra = hasTime && joint !== '' ? joint.length - 1 : 0;
  return { ...read, length: read.length - day.length + written.length + extra };
}

/** The date that a text begins with, in any form in which only one day can be meant. */
export function anyDate(text: string): CalendarDate | undefined {
  const read = readAnyDate(text);
  return read.kind === 'date' ? read.date : undefined;
}

/** A date somewhere in a text. */
export interface FoundDate {
  readonly date: CalendarDate;
  readonly start: number;
  readonly end: number;
}

/** Where a date may begin: at a digit or a letter that begins a word. */
const beginnings = /(?<![\p{L}\p{N}./-])[\p{L}\d]/gu;

/** The longest text in which a date is looked for. */
const longest = 500;

/** The first date of a text, in any form in which only one day can be meant. Looks at the first 500 characters. */
export function findDate(text: string): FoundDate | undefined {
  const line = text.length > longest ? text.slice(0, longest) : text;
  if (!/\d/.test(line)) return undefined;
  for (const { index } of line.matchAll(beginnings)) {
    const read = readAnyDate(line.slice(index, index + 80));
    if (read.kind === 'date') return { date: read.date, start: index, end: index + read.length };
  }
  return undefined;
}

/**
 * `24.11.`, `24 Nov`, `Nov 24`, `24/11`: a day without its year, read as a day of the year in which `from` lies.
 * Undefined where that day is before `from`: nobody can tell then which year is meant.
 */
export function readDayWithoutYear(text: string, from: CalendarDate): WrittenDate | undefined {
  if (!/\d/.test(text.slice(0, 30))) return undefined;
  const match =
    /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?!\s?\d)/.exec(text) ??
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[ -](?<month>\p{L}{3,10})\b\.?/iu.exec(text) ??
    /^(?<month>\p{L}{3,10})\.?[ -](?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.-]\d)/iu.exec(text) ??
    /^(?<day>1[3-9]|2\d|3[01])\/(?<month>\d{1,2})(?![\d/])/.exec(text) ??
    /^(?<month>\d{1,2})\/(?<day>1[3-9]|2\d|3[01])(?![\d/])/.exec(text);
  const { day, month } = match?.groups ?? {};
  const read = match ? dateOf(String(from.year), month, day, match[0].length) : undefined;
  return read && (read.month - from.month || read.day - from.day) >= 0 ? read : undefined;
}

/** The form that a text begins with, and the day that it means; none where it is in no calendar. */
function matchOf(text: string): { readonly days: readonly WrittenDate[] } | undefined {
  for (const [form, [year, month, day]] of forms) {
    const match = form.exec(text);
    if (!match) continue;
    const named = match[month] ?? '';
    // "Version 12 2026" has the form, and names no month.
    if (/\p{L}/u.test(named) && monthNamed(named) === undefined) continue;
    const read = dateOf(match[year], named, match[day], match[0].length);
    return { days: read ? [read] : [] };
  }
  return undefined;
}

/** `31/01/2026`, `01/31/2026`: the days that can be meant, one where one of the numbers can be no month. */
function slashes(text: string): readonly WrittenDate[] {
  const match = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text);
  if (!match) return [];
  const [{ length }, first, second, year] = match;
  const days = [dateOf(year, second, first, length), dateOf(year, first, second, length)];
  const read = days.filter((day) => day !== undefined);
  return Number(first) === Number(second) ? read.slice(0, 1) : read;
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  length: number,
): WrittenDate | undefined {
  const date = { year: Number(year), month: monthNamed(month ?? '') ?? Number(month), day: Number(day), length };
  return isCalendarDate(date) ? date : undefined;
}

/** A day as a date without a time. */
export function dayOf({ year, month, day }: WrittenDate): CalendarDate {
  return { year, month, day, minutes: undefined };
}

function isoOf({ year, month, day }: WrittenDate): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
