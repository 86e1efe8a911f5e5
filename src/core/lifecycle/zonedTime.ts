import { dayNumber } from '../text/calendarDate';

const day = 24 * 60;

/** The day that a moment falls on by the clocks of a zone: days since 1970, of minutes since 1970 UTC. */
export function localDay(instant: number, zone: string): number {
  return Math.floor((instant + offsetAt(instant, zone)) / day);
}

/** How many minutes the clocks of a zone show after midnight; the moment in milliseconds since 1970. */
export function minutesIn(zone: string, now: number): number {
  const instant = Math.floor(now / 60_000);
  return (((instant + offsetAt(instant, zone)) % day) + day) % day;
}

/**
 * The moment at which the clocks of a zone show a time (minutes since 1970 by these clocks). A time that comes twice
 * has a first and a last moment; one that is left out counts as the moment of the change.
 */
export function instantOf(local: number, zone: string, which: 'first' | 'last'): number {
  const before = offsetAt(local - day, zone);
  const after = offsetAt(local + day, zone);
  const moments = [local - before, local - after].filter((moment) => moment + offsetAt(moment, zone) === local);
  if (moments.length > 0) return which === 'first' ? Math.min(...moments) : Math.max(...moments);
  let low = local - Math.max(before, after);
  let high = local - Math.min(before, after);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How many minutes the clocks of a zone are ahead of UTC at a moment. */
function offsetAt(instant: number, zone: string): number {
  if (zone === 'UTC') return 0;
  let format = formats.get(zone);
  if (!format) {
    const [two, numeric] = ['2-digit', 'numeric'] as const;
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: numeric,
      month: two,
      day: two,
      hour: two,
      minute: two,
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(instant * 60_000).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const local = dayNumber({ year: part('year'), month: part('month'), day: part('day') }) * day;
  return local + part('hour') * 60 + part('minute') - instant;
}
