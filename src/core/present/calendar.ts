import type { RecordSummary } from '../workspace/recordSummary';
import type { Deadline } from '../lifecycle/deadlines';
import { dateOfMoment, dayIn, dayLength, dayOfNumber, minute, timeIn } from '../lifecycle/instants';
import { scheduledMoments, type ScheduledMoment } from '../lifecycle/scheduledMoments';
import {
  freezesOn,
  numberOf,
  oddLength,
  tellMinutes,
  windowsBetween,
  type Freeze,
  type WindowOccurrence,
} from '../lifecycle/windows';
import { named, type NamedRecord } from './metrics/metricsReport';
import { dueDates, type DueDate, type PortfolioInput } from './portfolio';

/** Something in the calendar of changes. All texts are plain. */
export interface CalendarEntry {
  readonly kind: 'window' | 'freeze' | 'scheduled' | Exclude<Deadline['kind'], 'scheduled'>;
  /** Stable over time, so that a calendar that knows it updates it: `review CHG-20260303-001`. */
  readonly key: string;
  readonly title: string;
  /** ISO days by the clocks of the zone, the first and the last. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Milliseconds since 1970; null: whole days. */
  readonly start: number | null;
  /** Null: whole days, or an end that nobody told. */
  readonly end: number | null;
  /** `02:00–04:00` by the clocks of the zone; empty for whole days. */
  readonly time: string;
  /** Null for windows and freezes. */
  readonly record: NamedRecord | null;
  /** What there is to know, a sentence each. */
  readonly notes: readonly string[];
  /** Something is wrong with it: overdue, in a freeze, outside of the windows, without its usual length. */
  readonly isConcern: boolean;
}

/** The calendar over some days. */
export interface CalendarView {
  /** The zone whose clocks it shows. */
  readonly zone: string;
  /** ISO days, both included. */
  readonly first: string;
  readonly last: string;
  readonly today: string;
  /** In the order in which they begin; whole days before times. */
  readonly entries: readonly CalendarEntry[];
}

/** A month as weeks from Monday to Sunday. */
export interface MonthView {
  /** `2026-03`. */
  readonly month: string;
  /** `March 2026`. */
  readonly label: string;
  readonly weeks: readonly (readonly MonthDay[])[];
}

/** A day of a month, or one beside it that fills its week. */
export interface MonthDay {
  readonly day: string;
  readonly number: number;
  readonly isInMonth: boolean;
  readonly isToday: boolean;
  readonly isFrozen: boolean;
  readonly entries: readonly CalendarEntry[];
}

/**
 * Everything that touches the days from `first` to `last` (ISO, both included); with `all-records` also what records have
 * scheduled and due on any other day.
 */
export function calendarView(
  input: PortfolioInput,
  first: string,
  last: string,
  scope: 'days' | 'all-records' = 'days',
): CalendarView {
  const { policy, now } = input;
  const { zone } = policy;
  // A window that began the evening before may reach into the first day.
  const windows = windowsBetween(policy.windows, zone, dayOfNumber(numberOf(first) - 1), last);
  const all = [
    ...policy.freezes.map(freezeEntry),
    ...windows.map((window) => windowEntry(window, zone, policy.freezes)),
    ...scheduledEntries(input),
    ...dueDates(input).flatMap((due) => dueEntry(due, zone)),
  ];
  const entries = all
    .filter(
      ({ firstDay, lastDay, record }) =>
        (scope === 'all-records' && record !== null) || (firstDay <= last && lastDay >= first),
    )
    .sort(byStart);
  return { zone, first, last, today: dayIn(zone, now), entries: withOwnKeys(entries) };
}

/** The calendar of a month (`2026-03`) with the days beside it that fill its weeks. */
export function monthCalendar(input: PortfolioInput, month: string): CalendarView {
  return calendarView(input, ...daysShown(month));
}

/** The first and the last ISO day that a month is shown with: those beside it that fill its weeks are among them. */
export function daysShown(month: string): readonly [first: string, last: string] {
  const { first, last } = daysOfWeeks(month);
  return [dayOfNumber(first), dayOfNumber(last)];
}

/** A month of a calendar that covers it, see {@link monthCalendar}. */
export function monthView({ entries, today }: CalendarView, month: string): MonthView {
  const { first, last } = daysOfWeeks(month);
  const days = Array.from({ length: last - first + 1 }, (_, index): MonthDay => {
    const day = dayOfNumber(first + index);
    // What has a time stands on the day on which it begins, also where it ends behind midnight.
    const some = entries.filter(({ firstDay, lastDay, start }) =>
      start === null ? firstDay <= day && day <= lastDay : firstDay === day,
    );
    return {
      day,
      number: Number(day.slice(8)),
      isInMonth: day.startsWith(month),
      isToday: day === today,
      isFrozen: some.some(({ kind }) => kind === 'freeze'),
      entries: some,
    };
  });
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return { month, label: tellMonth(month), weeks };
}

/** Reads `2026-03`. */
export function readMonth(text: string): string | undefined {
  return /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/.test(text.trim()) ? text.trim() : undefined;
}

/** The month after another one, or some months after it. */
export function monthAfter(month: string, count = 1): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  return dayOfNumber(numberOf(`${monthAfter(month)}-01`) - 1);
}

/** `March 2026`. */
function tellMonth(month: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
  return format.format(numberOf(`${month}-01`) * dayLength);
}

/** From the Monday of its first week to the Sunday of its last one, in days since 1970. */
function daysOfWeeks(month: string): { readonly first: number; readonly last: number } {
  const first = numberOf(`${month}-01`);
  const last = numberOf(lastDayOf(month));
  // 1970-01-01 was a Thursday.
  const sinceMonday = (day: number): number => (((day + 3) % 7) + 7) % 7;
  return { first: first - sinceMonday(first), last: last + 6 - sinceMonday(last) };
}

function freezeEntry({ name, from, to, reason }: Freeze): CalendarEntry {
  return {
    kind: 'freeze',
    key: `freeze ${from} ${name}`,
    title: name,
    firstDay: from,
    lastDay: to,
    start: null,
    end: null,
    time: '',
    record: null,
    notes: reason === '' ? [] : [sentence(reason)],
    isConcern: false,
  };
}

function windowEntry(occurrence: WindowOccurrence, zone: string, freezes: readonly Freeze[]): CalendarEntry {
  const { window, day, start, end, minutes } = occurrence;
  const odd = oddLength(occurrence);
  const [frozen] = freezesOn(freezes, day);
  return {
    kind: 'window',
    key: `window ${day} ${window.name}`,
    title: window.name,
    firstDay: day,
    lastDay: dayIn(zone, Math.max(start, end - minute)),
    start,
    end,
    time: timesOf(start, end, zone),
    record: null,
    notes: [
      ...(frozen ? [`In the freeze "${frozen.name}".`] : []),
      ...(odd === undefined ? [`${tellMinutes(minutes)}.`] : [odd]),
      ...(window.use === '' ? [] : [sentence(window.use)]),
    ],
    isConcern: odd !== undefined || frozen !== undefined,
  };
}

function scheduledEntries({ records, processes, policy, now }: PortfolioInput): CalendarEntry[] {
  return records.flatMap((record) => {
    const { course, givenUp } = record;
    if (course.scheduled === null || givenUp) return [];
    const process = processes.find(({ id }) => id === record.processId);
    const overdue = process
      ? dueDates({ records: [record], processes: [process], policy, now }).some(
          ({ kind, isOverdue }) => kind === 'scheduled' && isOverdue,
        )
      : false;
    return [scheduledEntry(record, course.scheduled, overdue, policy)];
  });
}

function scheduledEntry(
  record: RecordSummary,
  on: string,
  overdue: boolean,
  { zone, windows, freezes }: PortfolioInput['policy'],
): CalendarEntry {
  const moments = scheduledMoments(dateOfMoment(on), on, zone);
  const windowOf = ({ day, start }: ScheduledMoment): WindowOccurrence | undefined =>
    windowsBetween(windows, zone, dayOfNumber(numberOf(day) - 1), day).find((each) =>
      start === undefined ? each.day === day : each.start <= start && start < each.end,
    );
  // A time that may mean two moments means the one that has a window.
  const moment = moments.find(windowOf) ?? moments[0];
  const { day, start = null } = moment;
  const inside = windowOf(moment);
  const [frozen] = freezesOn(freezes, day);
  const isEmergency = record.type === 'emergency';
  const needsWindow = record.type === 'normal' && windows.length > 0;
  const { deployed } = record.course;
  const concerns = [
    ...(frozen && !isEmergency ? [`In the freeze "${frozen.name}".`] : []),
    ...(needsWindow && !inside ? ['Outside of the change windows.'] : []),
    ...(overdue ? ['It has passed, and no implementation is recorded.'] : []),
  ];
  return {
    kind: 'scheduled',
    key: `scheduled ${nameOf(record)}`,
    title: titleOf(record),
    firstDay: day,
    lastDay: day,
    start,
    end: start !== null && inside ? inside.end : null,
    time: start === null ? '' : timesOf(start, start, zone),
    record: named(record),
    notes: [
      ...concerns,
      ...(inside ? [`In the window "${inside.window.name}".`] : []),
      ...(deployed === null ? [] : [`Implemented on ${deployed.slice(0, 10)}.`]),
    ],
    isConcern: concerns.length > 0 && deployed === null,
  };
}

const dueWords = {
  approval: 'Decide',
  notification: 'Notify the CTO',
  review: 'Review',
} as const;

function dueEntry(due: DueDate, zone: string): CalendarEntry[] {
  const { kind, record, day, isDay, isOverdue, because } = due;
  if (kind === 'scheduled') return [];
  return [
    {
      kind,
      key: `${kind} ${nameOf(record)}`,
      title: `${dueWords[kind]}: ${titleOf(record)}`,
      firstDay: day,
      lastDay: day,
      start: isDay ? null : due.due,
      end: isDay ? null : due.due,
      time: isDay ? '' : timeIn(zone, due.due),
      record,
      notes: [...(isOverdue ? ['Overdue.'] : []), `Due ${because}.`],
      isConcern: isOverdue,
    },
  ];
}

/** Words of a policy between sentences of ours. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

function timesOf(start: number, end: number, zone: string): string {
  return start === end ? timeIn(zone, start) : `${timeIn(zone, start)}–${timeIn(zone, end)}`;
}

function titleOf({ title, id, path }: Pick<NamedRecord, 'title' | 'id' | 'path'>): string {
  return title ?? id ?? path;
}

function nameOf({ id, path }: Pick<NamedRecord, 'id' | 'path'>): string {
  return id ?? path;
}

function byStart(a: CalendarEntry, b: CalendarEntry): number {
  if (a.firstDay !== b.firstDay) return a.firstDay < b.firstDay ? -1 : 1;
  return (a.start ?? -Infinity) - (b.start ?? -Infinity) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** Records may have the same ID, windows the same name: every entry still has a key of its own. */
function withOwnKeys(entries: readonly CalendarEntry[]): CalendarEntry[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const count = (counts.get(entry.key) ?? 0) + 1;
    counts.set(entry.key, count);
    return count === 1 ? entry : { ...entry, key: `${entry.key} ${entry.record?.path ?? String(count)}` };
  });
}
