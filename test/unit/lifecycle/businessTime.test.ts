import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { readBusinessHours, weekdays, type WrittenBusinessHours } from '../../../src/core/lifecycle/businessHours';
import { businessMinutes } from '../../../src/core/lifecycle/businessTime';
import { instantOf } from '../../../src/core/lifecycle/zonedTime';

const hours = (written: WrittenBusinessHours, zone = 'UTC') => readBusinessHours(written, zone) ?? assert.fail();
const minutes = (moment: string): number => Date.parse(moment) / 60_000;
const between = (from: string, to: string, written: WrittenBusinessHours = {}, zone = 'UTC'): number =>
  businessMinutes(minutes(from), minutes(to), hours(written, zone));

describe('business time', () => {
  it('counts Monday to Friday, nine to five, where nothing else is said', () => {
    assert.equal(between('2026-02-09T08:00Z', '2026-02-09T20:00Z'), 8 * 60);
    assert.equal(between('2026-02-09T10:30Z', '2026-02-09T11:15Z'), 45);
    assert.equal(between('2026-02-07T00:00Z', '2026-02-09T00:00Z'), 0);
    assert.equal(between('2026-02-06T16:00Z', '2026-02-09T10:00Z'), 120);
  });

  it('counts the days, hours and holidays of a policy', () => {
    const late = { days: ['Sat', 'Sun'], from: '22:00', to: '24:00', holidays: ['2026-02-08'] } as const;
    assert.equal(between('2026-02-06T00:00Z', '2026-02-14T00:00Z', late), 2 * 60);
    assert.equal(between('2026-12-24T09:00Z', '2026-12-28T09:00Z', { holidays: ['2026-12-25'] }), 8 * 60);
  });

  it('goes by the clocks of the zone, summer and winter', () => {
    assert.equal(between('2026-02-09T08:00Z', '2026-02-09T09:00Z', {}, 'Europe/Berlin'), 60);
    assert.equal(between('2026-07-06T07:00Z', '2026-07-06T08:00Z', {}, 'Europe/Berlin'), 60);
    assert.equal(between('2026-07-06T15:00Z', '2026-07-06T16:00Z', {}, 'Europe/Berlin'), 0);
    assert.equal(between('2026-02-08T22:00Z', '2026-02-09T04:00Z', {}, 'Asia/Kathmandu'), 45);
  });

  it('is an hour longer or shorter when the clocks are changed within the hours', () => {
    const night = { days: ['Sun'], from: '01:00', to: '04:00' } as const;
    assert.equal(between('2026-03-28T12:00Z', '2026-03-29T12:00Z', night, 'Europe/Berlin'), 2 * 60);
    assert.equal(between('2026-10-24T12:00Z', '2026-10-25T12:00Z', night, 'Europe/Berlin'), 4 * 60);
    assert.equal(between('2026-10-31T12:00Z', '2026-11-01T12:00Z', night, 'America/New_York'), 4 * 60);
    assert.equal(between('2026-03-28T12:00Z', '2026-03-29T12:00Z', night), 3 * 60);
  });

  it('takes a time that is left out as the moment of the change, and one that comes twice as both', () => {
    const at = (time: string, which: 'first' | 'last') =>
      new Date(instantOf(minutes(`${time}Z`), 'Europe/Berlin', which) * 60_000).toISOString();
    assert.equal(at('2026-03-29T02:30', 'first'), '2026-03-29T01:00:00.000Z');
    assert.equal(at('2026-03-29T02:30', 'last'), '2026-03-29T01:00:00.000Z');
    assert.equal(at('2026-10-25T02:30', 'first'), '2026-10-25T00:30:00.000Z');
    assert.equal(at('2026-10-25T02:30', 'last'), '2026-10-25T01:30:00.000Z');
  });

  it('needs an hour of business a day at least', () => {
    assert.equal(readBusinessHours({ from: '17:00', to: '09:00' }, 'UTC'), undefined);
    assert.equal(readBusinessHours({ from: '09:00', to: '09:59' }, 'UTC'), undefined);
  });

  it('counts no longer than it has to, however far the dates are apart', () => {
    const all = hours({}, 'Europe/Berlin');
    assert.ok(businessMinutes(minutes('0001-01-01T00:00Z'), minutes('9999-12-31T00:00Z'), all, 241) >= 241);
  });

  it('adds up: what lies between two moments is the sum of its parts, and no more than the clock on the wall', () => {
    const moment = fc.integer({ min: minutes('2026-03-20T00:00Z'), max: minutes('2026-04-20T00:00Z') });
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    const days = fc.subarray([...weekdays], { minLength: 1 });
    fc.assert(
      fc.property(moment, moment, moment, zone, days, (a, b, c, where, some) => {
        const [from = 0, middle = 0, to = 0] = [a, b, c].sort((x, y) => x - y);
        const kept = hours({ days: some }, where);
        const whole = businessMinutes(from, to, kept);
        assert.equal(businessMinutes(from, middle, kept) + businessMinutes(middle, to, kept), whole);
        assert.ok(whole >= 0 && whole <= to - from);
      }),
    );
  });
});
