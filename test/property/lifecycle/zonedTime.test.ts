import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { instantOf, localDay } from '../../../src/core/lifecycle/zonedTime';

const minute = 60_000;
const day = 24 * 60;

/** What the clocks of a zone show at a moment; both in minutes since 1970. */
function shown(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(
    format.formatToParts(instant * minute).map(({ type, value }) => [type as string, Number(value)]),
  );
  const part = (type: string): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) / minute;
}

/** The clocks of a zone, as the platform knows them. */
function clocksOf(zone: string): Intl.DateTimeFormat {
  const [two, numeric] = ['2-digit', 'numeric'] as const;
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: two,
    day: two,
    hour: two,
    minute: two,
  });
}

/** Every quarter of an hour around a time; clocks are changed at no other minute. */
function quartersAround(local: number): number[] {
  const first = Math.floor(local / 15) * 15 - 2 * day;
  return Array.from({ length: (4 * day) / 15 }, (_, index) => first + index * 15 + (local % 15));
}

const zones = Intl.supportedValuesOf('timeZone');
const times = fc.integer({ min: Date.UTC(2005, 0) / minute, max: Date.UTC(2035, 0) / minute });

/** Times around a change of the clocks: of the last Sundays of March and October, and of a day that a zone left out. */
const nearChanges = fc.constantFrom(
  ...[
    '2026-03-29',
    '2026-10-25',
    '2026-03-08',
    '2026-11-01',
    '2026-04-05',
    '2026-10-04',
    '2011-12-30',
    '2011-12-31',
  ].map((text) => Date.parse(text) / minute),
);

describe('the clocks of a zone', () => {
  it('show a time at the moment that is found for it, and at none earlier or later', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.oneof(
          times,
          fc.tuple(nearChanges, fc.nat({ max: day - 1 })).map(([start, at]) => start + at),
        ),
        (zone, local) => {
          const clocks = clocksOf(zone);
          const moments = quartersAround(local).filter((instant) => shown(clocks, instant) === local);
          const found = [instantOf(local, zone, 'first'), instantOf(local, zone, 'last')];
          if (moments.length > 0) {
            assert.deepEqual(found, [Math.min(...moments), Math.max(...moments)], zone);
            return;
          }
          const [change = 0] = found;
          assert.equal(found[1], change);
          assert.ok(shown(clocks, change - 1) < local && shown(clocks, change) > local, `${zone} ${String(local)}`);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('tell the day of a moment', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), times, (zone, instant) => {
        assert.equal(localDay(instant, zone), Math.floor(shown(clocksOf(zone), instant) / day));
      }),
      { numRuns: 200 },
    );
  });
});
