/** A stretch of time that a process allows or asks for. */
export interface Period {
  readonly minutes: number;
  /** `wall`: the clock on the wall; `business`: only the business hours of the policy count (reading 47). */
  readonly clock: 'wall' | 'business';
  /** As messages show it: `24 hours`, `an hour`, `one week`, `4 business hours`. */
  readonly words: string;
}

const units = { minute: 1, hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const;

/** The longest ones. Business hours are counted day by day. */
const longest = { wall: 52 * units.week, business: 1000 * units.hour } as const;

/** Reads `24 hours`, `1 week` or `4 business hours`; undefined for anything else and for what is too long. */
export function readPeriod(text: string): Period | undefined {
  const [, number, business, name] = /^([1-9]\d{0,5}) (business )?(minute|hour|day|week)s?$/i.exec(text.trim()) ?? [];
  const unit = (['minute', 'hour', 'day', 'week'] as const).find((each) => each === name?.toLowerCase());
  if (number === undefined || !unit) return undefined;
  const clock = business === undefined ? 'wall' : 'business';
  // How long a business day is the business hours say.
  if (clock === 'business' && (unit === 'day' || unit === 'week')) return undefined;
  const minutes = Number(number) * units[unit];
  if (minutes > longest[clock]) return undefined;
  const what = `${clock === 'business' ? 'business ' : ''}${unit}`;
  const one = clock === 'wall' && unit === 'hour' ? 'an' : 'one';
  return { minutes, clock, words: Number(number) === 1 ? `${one} ${what}` : `${number} ${what}s` };
}
