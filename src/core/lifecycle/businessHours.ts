/** The days of the week as a policy names them. */
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** When people are there. */
export interface BusinessHours {
  /** An IANA time zone. */
  readonly zone: string;
  readonly days: readonly Weekday[];
  /** Minutes after midnight by the clocks of the zone; `from` is at least an hour before `to`. */
  readonly from: number;
  readonly to: number;
  /** ISO days that nobody works on. */
  readonly holidays: ReadonlySet<string>;
}

/** Business hours as a policy writes them. */
export interface WrittenBusinessHours {
  readonly days?: readonly Weekday[] | null | undefined;
  /** `09:00`. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly holidays?: readonly string[] | null | undefined;
}

/** What holds where nothing else is said: Monday to Friday, 09:00 to 17:00. */
const usualBusinessHours = { days: weekdays.slice(0, 5), from: '09:00', to: '17:00' } as const;

/** The hours that a policy asks for; undefined where a day would have less than one. */
export function readBusinessHours(written: WrittenBusinessHours, zone: string): BusinessHours | undefined {
  const from = minutesOf(written.from ?? usualBusinessHours.from);
  const to = minutesOf(written.to ?? usualBusinessHours.to);
  if (to - from < 60) return undefined;
  return { zone, days: written.days ?? usualBusinessHours.days, from, to, holidays: new Set(written.holidays ?? []) };
}

/** The business hours of a zone where nothing else is said. */
export function usualHours(zone: string): BusinessHours {
  const { days, from, to } = usualBusinessHours;
  return { zone, days, from: minutesOf(from), to: minutesOf(to), holidays: new Set() };
}

/** `09:00` of 540 minutes. */
export function timeOfDay(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
