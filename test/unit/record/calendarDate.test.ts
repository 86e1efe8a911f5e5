import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { compareDates, dateOfInstant, dayNumber, formatDate, readDate } from '../../../src/core/record/calendarDate';

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
