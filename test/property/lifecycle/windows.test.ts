import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { dayIn } from '../../../src/core/lifecycle/instants';
import {
  oddLength,
  readRhythm,
  standardWindow,
  tellRhythm,
  windowsBetween,
  type ChangeWindow,
} from '../../../src/core/lifecycle/windows';
import { weekdays } from '../../../src/core/lifecycle/businessHours';

const zones = Intl.supportedValuesOf('timeZone');
const rhythm = fc.oneof(
  fc.record(
    {
      kind: fc.constant('monthly' as const),
      place: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, -1 as const),
      weekday: fc.constantFrom(...weekdays),
    },
    { noNullPrototype: true },
  ),
  fc.record({ kind: fc.constant('weekly' as const), weekday: fc.constantFrom(...weekdays) }, { noNullPrototype: true }),
  fc.constant({ kind: 'daily' as const }),
);

describe('change windows in all zones of the world', () => {
  it('have a real length: that of the clocks, never less than an hour', () => {
    const odd = new Set<number>();
    for (const zone of zones) {
      for (const found of windowsBetween([standardWindow], zone, '2025-01-01', '2026-12-31')) {
        assert.equal(found.minutes, (found.end - found.start) / 60_000);
        assert.ok(found.minutes >= 60 && found.minutes <= 180, `${zone} ${found.day}`);
        assert.equal(dayIn(zone, found.start), found.day, zone);
        if (oddLength(found) !== undefined) odd.add(found.minutes);
      }
    }
    assert.ok(odd.size > 0);
  }).timeout(60_000);

  it('come in their order, on days of their rhythm, and take no more than a day', () => {
    const window = fc.record({
      on: rhythm,
      from: fc.integer({ min: 0, max: 1439 }),
      to: fc.integer({ min: 0, max: 1440 }),
    });
    fc.assert(
      fc.property(window, fc.constantFrom(...zones), fc.integer({ min: 0, max: 11 }), (given, zone, month) => {
        fc.pre(given.from !== given.to);
        const first = `2026-${String(month + 1).padStart(2, '0')}-01`;
        const each: ChangeWindow = { name: 'x', use: '', ...given };
        const found = windowsBetween([each], zone, first, `${first.slice(0, 8)}28`);
        for (const [index, { start, end, minutes, usualMinutes }] of found.entries()) {
          assert.ok(end >= start && Math.abs(minutes - usualMinutes) <= 120);
          assert.ok(start >= (found[index - 1]?.start ?? 0));
        }
        if (each.on.kind === 'daily') assert.equal(found.length, 28);
        if (each.on.kind === 'weekly') assert.equal(found.length, 4);
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('are read back as they are written', () => {
    fc.assert(
      fc.property(rhythm, (each) => {
        assert.deepEqual(readRhythm(tellRhythm(each)), each);
      }),
    );
  });
});
