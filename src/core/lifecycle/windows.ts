import { dayNumber, formatDate, readDate } from '../text/calendarDate';
import { timeOfDay, weekdays, type Weekday } from './businessHours';
import { instantOf } from './zonedTime';
import { dayIn, dayOfNumber, minute } from './instants';

/** On which days a window is. */
export type Rhythm =
  /** The `place`th weekday of each month; −1: the last one. */
  | { readonly kind: 'monthly'; readonly place: 1 | 2 | 3 | 4 | 5 | -1; readonly weekday: Weekday }
  | { readonly kind: 'weekly'; readonly weekday: Weekday }
  | { readonly kind: 'daily' }
  /** One ISO day. */
  | { readonly kind: 'once'; readonly day: string };

/** When changes may be made: the same time of day on some days (Change Windows). */
export interface ChangeWindow {
  readonly name: string;
  readonly on: Rhythm;
  /** Minutes after midnight by the clocks of the zone. A window that does not end behind its start ends on the next day. */
  readonly from: number;
  readonly to: number;
  /** What it is for; empty where it is not told. */
  readonly use: string;
}

/** Days on which nothing is to be changed, the first and the last among them. */
export interface Freeze {
  readonly name: string;
  /** ISO days by the clocks of the zone. */
  readonly from: string;
  readonly to: string;
  /** Empty where it is not told. */
  readonly reason: string;
}

/** When changes may be made and when not, by the clocks of a zone. */
export interface Schedule {
  readonly zone: string;
  /** None where nobody has said any. */
  readonly windows: readonly ChangeWindow[];
  readonly freezes: readonly Freeze[];
}

/** A window on one of its days, as long as the clocks of the zone make it (reading 49). */
export interface WindowOccurrence {
  readonly window: ChangeWindow;
  /** The ISO day on which it begins, by the clocks of the zone. */
  readonly day: string;
  /** Milliseconds since 1970. Where the clocks skip the whole window, both are the moment at which they do. */
  readonly start: number;
  readonly end: number;
  /** How long it is, and how long it is on other days. */
  readonly minutes: number;
  readonly usualMinutes: number;
}

/** The window of the process: planned maintenance (reading 48). */
export const standardWindow: ChangeWindow = {
  name: 'Standard Window',
  on: { kind: 'monthly', place: 1, weekday: 'Sun' },
  from: 2 * 60,
  to: 4 * 60,
  use: 'Planned maintenance, updates',
};

const places = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1 } as const;

/** How rhythms are written, for messages. */
export const rhythmExamples =
  '"first Sunday of the month", "last Friday", "every Tuesday", "every day" or "2026-03-01"';

/** Reads `first Sunday of the month`, `last Fri`, `every Tuesday`, `every day` or an ISO day; undefined for anything else. */
export function readRhythm(text: string): Rhythm | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'every day' || words === 'daily') return { kind: 'daily' };
  if (isDay(words)) return { kind: 'once', day: words };
  const [, place = '', name = ''] = /^(\w+) (\w+)(?: of (?:the|each|every) month)?$/.exec(words) ?? [];
  const weekday = weekdayNamed(name);
  if (!weekday) return undefined;
  if (place === 'every') return words.endsWith('month') ? undefined : { kind: 'weekly', weekday };
  return Object.hasOwn(places, place)
    ? { kind: 'monthly', place: places[place as keyof typeof places], weekday }
    : undefined;
}

/** A rhythm as it is written in a policy. */
export function tellRhythm(rhythm: Rhythm): string {
  switch (rhythm.kind) {
    case 'daily':
      return 'every day';
    case 'weekly':
      return `every ${fullNames[rhythm.weekday]}`;
    case 'once':
      return rhythm.day;
    case 'monthly': {
      const place = Object.entries(places).find(([, value]) => value === rhythm.place)?.[0] ?? '';
      return `${place} ${fullNames[rhythm.weekday]} of the month`;
    }
  }
}

/** `first Sunday of the month, 02:00–04:00`. */
export function tellWindow({ on, from, to }: ChangeWindow): string {
  return `${tellRhythm(on)}, ${timeOfDay(from)}–${timeOfDay(to)}`;
}

/**
 * The windows that begin on the days from `first` to `last` (ISO, both included), in the order in which they begin. A
 * window that the clocks skip is among them, with no length, so that nobody waits for it in vain.
 */
export function windowsBetween(
  windows: readonly ChangeWindow[],
  zone: string,
  first: string,
  last: string,
): WindowOccurrence[] {
  const found: WindowOccurrence[] = [];
  for (let day = numberOf(first); day <= numberOf(last); day++)
    for (const window of windows) if (isOn(window.on, day)) found.push(occurrence(window, zone, day));
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The first window from a moment on, within two years; undefined where none comes. */
export function nextWindow(
  windows: readonly ChangeWindow[],
  zone: string,
  instant: number,
): WindowOccurrence | undefined {
  const today = numberOf(dayIn(zone, instant));
  for (let from = today - 1; from < today + 2 * 366; from += 31) {
    const found = windowsBetween(windows, zone, dayOfNumber(from), dayOfNumber(from + 30));
    const next = found.find(({ end, minutes }) => end > instant && minutes > 0);
    if (next) return next;
  }
  return undefined;
}

/** What is unusual about the length of a window, in one sentence; undefined where nothing is. */
export function oddLength({ minutes, usualMinutes }: WindowOccurrence): string | undefined {
  if (minutes === usualMinutes) return undefined;
  if (minutes === 0) return 'The clocks are set forward over it: it does not take place.';
  return `The clocks are changed in it: ${tellMinutes(minutes)} instead of ${tellMinutes(usualMinutes)}.`;
}

/** `2 h`, `90 min`, `1 h 30 min`. */
export function tellMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${String(rest)} min`;
  return rest === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(rest)} min`;
}

/** The freezes that hold on an ISO day. */
export function freezesOn(freezes: readonly Freeze[], day: string): readonly Freeze[] {
  return freezes.filter(({ from, to }) => from <= day && day <= to);
}

function occurrence(window: ChangeWindow, zone: string, day: number): WindowOccurrence {
  const { from, to } = window;
  const usualMinutes = to > from ? to - from : to + 24 * 60 - from;
  const midnight = day * 24 * 60;
  const start = instantOf(midnight + from, zone, 'first');
  const end = Math.max(start, instantOf(midnight + from + usualMinutes, zone, 'last'));
  return {
    window,
    day: dayOfNumber(day),
    start: start * minute,
    end: end * minute,
    minutes: end - start,
    usualMinutes,
  };
}

function isOn(rhythm: Rhythm, day: number): boolean {
  switch (rhythm.kind) {
    case 'daily':
      return true;
    case 'once':
      return rhythm.day === dayOfNumber(day);
    case 'weekly':
      return weekdayOf(day) === rhythm.weekday;
    case 'monthly': {
      if (weekdayOf(day) !== rhythm.weekday) return false;
      const inMonth = Number(dayOfNumber(day).slice(8));
      if (rhythm.place === -1) return dayOfNumber(day + 7).slice(5, 7) !== dayOfNumber(day).slice(5, 7);
      return Math.ceil(inMonth / 7) === rhythm.place;
    }
  }
}

/** The day of the week of a count of days since 1970-01-01, which was a Thursday. */
function weekdayOf(day: number): Weekday {
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? 'Mon';
}

const fullNames: Readonly<Record<Weekday, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
};

function weekdayNamed(name: string): Weekday | undefined {
  return weekdays.find((day) => day.toLowerCase() === name || fullNames[day].toLowerCase() === name);
}

/** Days since 1970 of an ISO day. @throws RangeError for what is none */
export function numberOf(day: string): number {
  const read = readDate(day);
  if (read.kind !== 'date') throw new RangeError(`${day} is no day.`);
  return dayNumber(read.date);
}

/** Whether a text is one ISO day of the calendar, and nothing else. */
export function isDay(text: string): boolean {
  const read = readDate(text);
  return read.kind === 'date' && text === formatDate(read.date);
}
