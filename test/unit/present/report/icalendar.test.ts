import { strict as assert } from 'node:assert';
import { icalendar } from '../../../../src/core/present/report/icalendar';
import { calendarView } from '../../../../src/core/present/calendar';
import { changeRecord, inputOf } from '../portfolioRecords';
import { readCalendar } from './icalendarReader';

const input = inputOf(
  [
    changeRecord(
      'CHG-20260301-001',
      'Normal',
      '**Status**: APPROVED\n**Scheduled**: 2026-04-05 02:30:00 UTC',
      'Comma, semi;colon back\\slash',
    ),
  ],
  { freezes: [{ name: 'Easter sale', from: '2026-03-30', to: '2026-04-02', reason: '' }] },
);
const view = calendarView(input, '2026-03-01', '2026-04-30', 'all-records');
const file = icalendar(view, { name: 'Parcel company', now: input.now });

describe('the calendar as iCalendar', () => {
  it('has what RFC 5545 asks for', () => {
    const { head, events } = readCalendar(file);
    assert.deepEqual([...head.entries()].slice(0, 5), [
      ['BEGIN', 'VCALENDAR'],
      ['VERSION', '2.0'],
      ['PRODID', '-//Changegate//Change calendar//EN'],
      ['CALSCALE', 'GREGORIAN'],
      ['METHOD', 'PUBLISH'],
    ]);
    for (const event of events) assert.ok(['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'].every((name) => event.has(name)));
    assert.ok(events.every((event) => event.get('DTSTAMP') === '20260313T100000Z'));
  });

  it('tells times in UTC and days as days, the last one not among them', () => {
    assert.match(
      file,
      /DTSTART:20260405T023000Z\r\nDTEND:20260405T040000Z\r\nSUMMARY:Comma\\, semi\\;colon back\\\\slash\r\n/,
    );
    assert.match(file, /DTSTART;VALUE=DATE:20260330\r\nDTEND;VALUE=DATE:20260403\r\nSUMMARY:Freeze: Easter sale\r\n/);
  });

  it('gives each entry a name of its own, the same at any time and on any machine', () => {
    const uids = (text: string): (string | undefined)[] => readCalendar(text).events.map((event) => event.get('UID'));
    assert.deepEqual(uids(file), [
      'window-2026-03-01-standard-window@parcel-company.changegate',
      'freeze-2026-03-30-easter-sale@parcel-company.changegate',
      'window-2026-04-05-standard-window@parcel-company.changegate',
      'scheduled-chg-20260301-001@parcel-company.changegate',
    ]);
    const later = { ...input, now: input.now + 40 * 86_400_000 };
    assert.deepEqual(
      uids(
        icalendar(calendarView(later, '2026-03-01', '2026-04-30', 'all-records'), {
          name: 'Parcel company',
          now: later.now,
        }),
      ).slice(0, 4),
      uids(file),
    );
    assert.equal(new Set(uids(file)).size, 4);
  });

  it('tells two records with one ID apart', () => {
    const [record] = input.records;
    assert.ok(record);
    const twins = { ...input, records: [record, { ...record, path: 'docs/other/CHG-20260301-001.md' }] };
    const { events } = readCalendar(icalendar(calendarView(twins, '2026-04-01', '2026-04-30'), { name: 'x', now: 0 }));
    assert.equal(new Set(events.map((event) => event.get('UID'))).size, events.length);
  });
});
