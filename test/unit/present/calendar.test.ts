import { strict as assert } from 'node:assert';
import {
  calendarView,
  lastDayOf,
  monthAfter,
  monthCalendar,
  monthView,
  readMonth,
  type CalendarEntry,
} from '../../../src/core/present/calendar';
import { readRhythm, standardWindow } from '../../../src/core/lifecycle/windows';
import { changeRecord, inputOf } from './portfolioRecords';

const lastSunday = { ...standardWindow, name: 'Last Sunday', on: readRhythm('last Sunday') ?? assert.fail(), use: '' };
const freeze = { name: 'Easter sale', from: '2026-03-30', to: '2026-04-06', reason: 'Three times the load' };

function told({ kind, firstDay, time, title, notes, isConcern }: CalendarEntry): string {
  return `${firstDay} ${time} ${kind} ${title}${notes.length > 0 ? ` (${notes.join(' ')})` : ''}${isConcern ? ' !' : ''}`;
}

describe('the calendar of changes', () => {
  it('49: shows windows in the zone of the policy with their real length', () => {
    const input = inputOf([], { zone: 'Europe/Berlin', windows: [standardWindow, lastSunday] });
    assert.deepEqual(calendarView(input, '2026-03-01', '2026-03-31').entries.map(told), [
      '2026-03-01 02:00–04:00 window Standard Window (2 h. Planned maintenance, updates.)',
      '2026-03-29 03:00–04:00 window Last Sunday (The clocks are changed in it: 1 h instead of 2 h.) !',
    ]);
  });

  it('48: says of what is scheduled whether it is in a window, in a freeze, or has passed', () => {
    const approved = '**Status**: APPROVED\n**Scheduled**:';
    const input = inputOf(
      [
        changeRecord('CHG-20260301-001', 'Normal', `${approved} 2026-03-29 02:30:00 UTC`, 'In the window.'),
        changeRecord('CHG-20260301-002', 'Normal', `${approved} 2026-03-28 02:30:00 UTC`, 'Outside.'),
        changeRecord('CHG-20260301-003', 'Normal', `${approved} 2026-03-31`, 'Frozen.'),
        changeRecord('CHG-20260301-004', 'Emergency', '**Status**: IN_PROGRESS\n**Scheduled**: 2026-03-31', 'Urgent.'),
        changeRecord('CHG-20260301-005', 'Standard', '**Status**: PROPOSED\n**Scheduled**: 2026-03-10', 'Passed.'),
        changeRecord('CHG-20260301-006', 'Normal', '**Status**: CANCELLED\n**Scheduled**: 2026-03-10', 'Given up.'),
      ],
      { windows: [lastSunday], freezes: [freeze] },
    );
    const entries = calendarView(input, '2026-03-01', '2026-04-30').entries.filter(({ kind }) => kind === 'scheduled');
    assert.deepEqual(entries.map(told), [
      '2026-03-10  scheduled Passed (It has passed, and no implementation is recorded.) !',
      '2026-03-28 02:30 scheduled Outside (Outside of the change windows.) !',
      '2026-03-29 02:30 scheduled In the window (In the window "Last Sunday".)',
      '2026-03-31  scheduled Frozen (In the freeze "Easter sale". Outside of the change windows.) !',
      '2026-03-31  scheduled Urgent',
    ]);
    assert.equal(entries[2]?.end, Date.parse('2026-03-29T04:00:00Z'));
  });

  it('takes a time that does not say by which clocks as one of the zone, or of UTC where only that has a window', () => {
    const approved = '**Status**: APPROVED\n**Scheduled**:';
    const input = inputOf(
      [
        changeRecord('CHG-20260601-001', 'Normal', `${approved} 2026-06-28 02:30`, 'In the window.'),
        changeRecord('CHG-20260601-002', 'Normal', `${approved} 2026-06-28 00:30`, 'Meant as UTC.'),
        changeRecord('CHG-20260601-003', 'Normal', `${approved} 2026-06-28 02:30 UTC`, 'Too late.'),
        changeRecord('CHG-20260601-004', 'Normal', `${approved} 2026-06-28 09:30`, 'Outside.'),
      ],
      { zone: 'Europe/Berlin', windows: [lastSunday] },
    );
    const entries = calendarView(input, '2026-06-01', '2026-06-30').entries.filter(({ kind }) => kind === 'scheduled');
    assert.deepEqual(entries.map(told), [
      '2026-06-28 02:30 scheduled In the window (In the window "Last Sunday".)',
      '2026-06-28 02:30 scheduled Meant as UTC (In the window "Last Sunday".)',
      '2026-06-28 04:30 scheduled Too late (Outside of the change windows.) !',
      '2026-06-28 09:30 scheduled Outside (Outside of the change windows.) !',
    ]);
  });

  it('shows a freeze on each of its days, and what ends behind midnight on the day on which it begins', () => {
    const evening = { ...lastSunday, name: 'Evening', from: 22 * 60, to: 60 };
    const input = inputOf([], { windows: [evening], freezes: [freeze] });
    const { weeks, label } = monthView(monthCalendar(input, '2026-03'), '2026-03');
    assert.equal(label, 'March 2026');
    assert.deepEqual(
      weeks.map((week) => week.length),
      [7, 7, 7, 7, 7, 7],
    );
    const days = weeks.flat();
    assert.deepEqual([days[0]?.day, days.at(-1)?.day], ['2026-02-23', '2026-04-05']);
    assert.deepEqual(
      days.filter(({ entries }) => entries.some(({ kind }) => kind === 'window')).map(({ day }) => day),
      ['2026-03-29'],
    );
    assert.deepEqual(
      days.filter(({ isFrozen }) => isFrozen).map(({ day }) => day),
      ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05'],
    );
    assert.deepEqual(
      days.filter(({ isToday }) => isToday).map(({ day }) => day),
      ['2026-03-13'],
    );
  });

  it('46: shows when reviews are due, by the clocks of the zone', () => {
    const emergency = changeRecord(
      'CHG-20260312-001',
      'Emergency',
      '**Status**: IN_PROGRESS\n**Implemented**: 2026-03-13 23:30:00 UTC\n**Notified**: 2026-03-13 23:40:00 UTC',
    );
    const input = inputOf([emergency], { zone: 'Europe/Berlin', windows: [] });
    assert.deepEqual(calendarView(input, '2026-03-01', '2026-03-31').entries.map(told), [
      '2026-03-15 00:30 review Review: Restore the page (Due within 24 hours of the implementation on 2026-03-13.)',
    ]);
  });

  it('counts months over years', () => {
    assert.deepEqual(
      [monthAfter('2026-12'), monthAfter('2026-01', -1), monthAfter('2026-03', 11)],
      ['2027-01', '2025-12', '2027-02'],
    );
    assert.deepEqual(['2024-02', '2026-02', '2026-12'].map(lastDayOf), ['2024-02-29', '2026-02-28', '2026-12-31']);
    assert.deepEqual(['2026-03', ' 2026-12 ', '2026-13', '2026-3', '0000-01', ''].map(readMonth), [
      '2026-03',
      '2026-12',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
