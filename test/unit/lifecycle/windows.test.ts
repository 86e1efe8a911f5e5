import { strict as assert } from 'node:assert';
import { dueAfter } from '../../../src/core/lifecycle/deadlines';
import { readBusinessHours } from '../../../src/core/lifecycle/businessHours';
import { readPeriod } from '../../../src/core/process/period';
import {
  freezesOn,
  nextWindow,
  oddLength,
  readRhythm,
  standardWindow,
  tellMinutes,
  tellRhythm,
  tellWindow,
  windowsBetween,
  type ChangeWindow,
} from '../../../src/core/lifecycle/windows';

const lastSunday: ChangeWindow = { ...standardWindow, on: { kind: 'monthly', place: -1, weekday: 'Sun' } };

/** `2026-03-29 01:00–02:00 60` in UTC. */
function told(window: ChangeWindow, zone: string, first: string, last = first): string[] {
  return windowsBetween([window], zone, first, last).map(({ day, start, end, minutes }) => {
    const time = (instant: number): string => new Date(instant).toISOString().slice(11, 16);
    return `${day} ${time(start)}–${time(end)} ${String(minutes)}`;
  });
}

describe('change windows', () => {
  it('49: are the first Sunday of the month, 02:00–04:00 in the zone of the policy', () => {
    assert.equal(tellWindow(standardWindow), 'first Sunday of the month, 02:00–04:00');
    assert.deepEqual(told(standardWindow, 'UTC', '2026-01-01', '2026-04-30'), [
      '2026-01-04 02:00–04:00 120',
      '2026-02-01 02:00–04:00 120',
      '2026-03-01 02:00–04:00 120',
      '2026-04-05 02:00–04:00 120',
    ]);
    assert.deepEqual(told(standardWindow, 'Europe/Berlin', '2026-07-01', '2026-07-31'), ['2026-07-05 00:00–02:00 120']);
    assert.deepEqual(told(standardWindow, 'America/Los_Angeles', '2026-01-04'), ['2026-01-04 10:00–12:00 120']);
  });

  it('49: last an hour when 02:00 does not exist, and three when it comes twice', () => {
    assert.deepEqual(told(lastSunday, 'Europe/Berlin', '2026-03-29'), ['2026-03-29 01:00–02:00 60']);
    assert.deepEqual(told(lastSunday, 'Europe/Berlin', '2026-10-25'), ['2026-10-25 00:00–03:00 180']);
    // In the United States the clocks go back on the first Sunday of November, at 02:00, before the window: no change.
    assert.deepEqual(told(standardWindow, 'America/New_York', '2026-11-01'), ['2026-11-01 07:00–09:00 120']);
    // On Lord Howe Island by half an hour, on the first Sundays of April and October.
    assert.deepEqual(told(standardWindow, 'Australia/Lord_Howe', '2026-10-04'), ['2026-10-04 15:30–17:00 90']);
    const [short] = windowsBetween([lastSunday], 'Europe/Berlin', '2026-03-29', '2026-03-29');
    assert.equal(short && oddLength(short), 'The clocks are changed in it: 1 h instead of 2 h.');
  });

  it('49: say that they do not take place where the clocks skip them whole', () => {
    const night = { ...lastSunday, to: 3 * 60 };
    const [skipped] = windowsBetween([night], 'Europe/Berlin', '2026-03-29', '2026-03-29');
    assert.equal(skipped?.minutes, 0);
    assert.equal(skipped && oddLength(skipped), 'The clocks are set forward over it: it does not take place.');
    const after = nextWindow([night], 'Europe/Berlin', Date.parse('2026-03-28T00:00:00Z'));
    assert.equal(after?.day, '2026-04-26');
    // Samoa had no 30 December 2011, a Friday.
    assert.deepEqual(
      windowsBetween([{ ...standardWindow, on: { kind: 'daily' } }], 'Pacific/Apia', '2011-12-29', '2011-12-31').map(
        ({ minutes }) => minutes,
      ),
      [120, 0, 120],
    );
  });

  it('go on to the next day where they do not end behind their start', () => {
    const evening: ChangeWindow = {
      name: 'Evening',
      on: { kind: 'weekly', weekday: 'Tue' },
      from: 22 * 60,
      to: 60,
      use: '',
    };
    assert.deepEqual(told(evening, 'UTC', '2026-03-01', '2026-03-10'), [
      '2026-03-03 22:00–01:00 180',
      '2026-03-10 22:00–01:00 180',
    ]);
  });

  it('are found by the rhythm that a policy writes', () => {
    for (const text of [
      'first Sunday of the month',
      'last Friday of the month',
      'every Tuesday',
      'every day',
      '2026-03-01',
      'fifth Monday of the month',
    ]) {
      const rhythm = readRhythm(text);
      assert.equal(rhythm && tellRhythm(rhythm), text);
    }
    assert.deepEqual(readRhythm('FIRST  sun'), standardWindow.on);
    for (const text of [
      'Sunday',
      'sixth Sunday',
      'every Sunday of the month',
      'first Someday',
      '2026-02-30',
      '',
      'constructor Sunday',
    ])
      assert.equal(readRhythm(text), undefined, text);
    const fifth: ChangeWindow = { ...standardWindow, on: { kind: 'monthly', place: 5, weekday: 'Sun' } };
    assert.deepEqual(
      windowsBetween([fifth], 'UTC', '2026-01-01', '2026-05-31').map(({ day }) => day),
      ['2026-03-29', '2026-05-31'],
    );
  });

  it('come next after a moment, the one that is on among them', () => {
    const at = (moment: string): string | undefined => nextWindow([standardWindow], 'UTC', Date.parse(moment))?.day;
    assert.equal(at('2026-03-01T03:59:00Z'), '2026-03-01');
    assert.equal(at('2026-03-01T04:00:00Z'), '2026-04-05');
    assert.equal(nextWindow([], 'UTC', 0), undefined);
    assert.equal(
      nextWindow([{ ...standardWindow, on: { kind: 'once', day: '2020-01-01' } }], 'UTC', Date.parse('2026-01-01')),
      undefined,
    );
  });

  it('tell lengths in hours and minutes', () => {
    assert.deepEqual([45, 60, 90, 180].map(tellMinutes), ['45 min', '1 h', '1 h 30 min', '3 h']);
  });
});

describe('freezes', () => {
  it('hold from their first day to their last', () => {
    const freeze = { name: 'Year end', from: '2026-12-18', to: '2027-01-03', reason: '' };
    const on = (day: string): number => freezesOn([freeze], day).length;
    assert.deepEqual(['2026-12-17', '2026-12-18', '2027-01-03', '2027-01-04'].map(on), [0, 1, 1, 0]);
  });
});

describe('the end of a period', () => {
  const hours = readBusinessHours({ holidays: ['2026-03-16'] }, 'Europe/Berlin') ?? assert.fail();
  const after = (from: string, text: string): string => {
    const period = readPeriod(text) ?? assert.fail();
    return new Date(dueAfter(from, period, hours)).toISOString().slice(0, 16);
  };

  it('counts from the moment, and a day without a time from its end', () => {
    assert.equal(after('2026-03-03T02:50Z', '24 hours'), '2026-03-04T02:50');
    assert.equal(after('2026-03-03', '24 hours'), '2026-03-05T00:00');
  });

  it('47: counts business hours by the clocks of the zone, over weekends and holidays', () => {
    // A Friday, 15:00 in Berlin: two hours are left; Monday is a holiday, so two more on Tuesday from 09:00.
    assert.equal(after('2026-03-13T14:00Z', '4 business hours'), '2026-03-17T10:00');
    assert.equal(after('2026-03-13T08:00Z', '4 business hours'), '2026-03-13T12:00');
  });
});
