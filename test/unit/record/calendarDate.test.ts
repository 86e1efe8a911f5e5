import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { momentOf } from '../../../src/core/lifecycle/recordCourse';
import { distance, told } from '../../../src/core/lifecycle/dateWords';
import { compareDates, dateOfInstant, dayNumber, formatDate, readDate } from '../../../src/core/text/calendarDate';

const at = (text: string) => {
  const result = readDate(text);
  assert.equal(result.kind, 'date', text);
  return result.kind === 'date' ? result.date : assert.fail();
};

describe('calendar dates', () => {
  it('reads a day, a day with a time, and ISO 8601', () => {
    assert.deepEqual(at('2026-02-09'), { year: 2026, month: 2, day: 9, minutes: undefined });
    assert.equal(at('2026-02-09 14:30:00 UTC').minutes, 870);
    assert.equal(at('2026-02-09T14:30Z').minutes, 870);
    assert.equal(at('2026-02-09 (by phone)').minutes, undefined);
  });

  const zones: [string, number | undefined, number | undefined][] = [
    ['2026-05-12 15:00 +02:00', 900, 120],
    ['2026-05-12T15:00:30-0530', 900, -330],
    ['2026-05-12 15:00:00 -07:00', 900, -420],
    ['2026-05-12 15:00 UTC+2', 900, 120],
    ['2026-05-12 15:00 UTC +02:00', 900, 120],
    ['2026-05-12 15:00 GMT-05:30', 900, -330],
    ['2026-05-12 15:00 UTC-16:00', 900, undefined],
    ['2026-05-12 02:00 UTC-04:00 UTC', 120, undefined],
    ['2026-05-12 02:00 UTC - 04:00 UTC', 120, undefined],
    ['2026-05-12 15:00 CEST', 900, 120],
    ['2026-05-12 02:00–04:00 CET', 120, 60],
    ['2026-05-12 02:00-04:00 UTC', 120, undefined],
    ['2026-05-12 02:00-04:00', 120, undefined],
    ['2026-05-12 15:00 Z', 900, undefined],
    ['2026-05-12 15:00 (by phone)', 900, undefined],
    // By clocks that nobody can tell without a calendar: the day is what is left.
    ['2026-05-12 15:00 Europe/Berlin', undefined, undefined],
    ['2026-05-12 02:00–04:00 (America/New_York)', undefined, undefined],
    ['2026-05-12 15:00 XYZT', undefined, undefined],
    ['2026-05-12 03:00 PM', undefined, undefined],
  ];
  for (const [text, minutes, offset] of zones) {
    it(`reads the clocks of ${text}`, () => {
      assert.deepEqual([at(text).minutes, at(text).offset], [minutes, offset]);
      assert.equal(formatDate(at(text)), '2026-05-12');
    });
  }

  it('orders moments of two zones as they happened, and days as they were written', () => {
    assert.ok(compareDates(at('2026-05-12 15:00 +02:00'), at('2026-05-12 13:30 UTC')) < 0);
    assert.ok(compareDates(at('2026-05-02 23:30 -05:00'), at('2026-05-03 05:10 UTC')) < 0);
    assert.equal(compareDates(at('2026-05-28 22:30 -07:00'), at('2026-05-28')), 0);
  });

  it('tells times with their clocks, and the distance of moments as it was', () => {
    const [start, approval] = [at('2026-05-13 00:30 +02:00'), at('2026-05-12 23:00 UTC')];
    assert.equal(told(start, approval), '2026-05-13 00:30 +02:00');
    assert.equal(told(approval, start), '2026-05-12 23:00 UTC');
    assert.equal(distance(start, approval), 'before');
    assert.equal(momentOf(start), '2026-05-13T00:30+02:00');
    assert.deepEqual(at(momentOf(start)), start);
  });

  for (const text of ['2026-02-30', '2026-13-01', '2026-2-9', '2025-02-29', '2026-02-09 25:00', '0000-01-01']) {
    it(`knows that ${text} is in no calendar or not in the form`, () => {
      assert.equal(readDate(text).kind, 'impossible');
    });
  }

  for (const text of ['YYYY-MM-DD', '09.02.2026', 'soon', '', '２０２６-02-09', '12026-02-09']) {
    it(`takes ${JSON.stringify(text)} for no date`, () => {
      assert.equal(readDate(text).kind, 'none');
    });
  }

  it('orders a day against a time of the same day as equal', () => {
    assert.equal(compareDates(at('2026-02-09'), at('2026-02-09 23:00')), 0);
    assert.ok(compareDates(at('2026-02-09 10:00'), at('2026-02-09 23:00')) < 0);
    assert.ok(compareDates(at('2026-03-01'), at('2026-02-28 23:59')) > 0);
  });

  it('counts days and writes dates as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700000, max: 2_900_000 }), (day) => {
        const date = dateOfInstant(day * 86_400_000);
        fc.pre(date.year >= 1 && date.year <= 9999);
        assert.equal(dayNumber(date), day);
        assert.deepEqual({ ...at(formatDate(date)), minutes: date.minutes }, date);
      }),
    );
  });
});
