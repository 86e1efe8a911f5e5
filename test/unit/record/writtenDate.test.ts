import { strict as assert } from 'node:assert';
import { formatDate, formatTime } from '../../../src/core/text/calendarDate';
import { anyDate, findDate, readAnyDate, readDayWithoutYear } from '../../../src/core/text/writtenDate';
import { chg, cr } from './reading';

const told = (text: string): string => {
  const date = anyDate(text);
  return date ? [formatDate(date), formatTime(date)].filter((part) => part !== undefined).join(' ') : 'none';
};

describe('dates as people write them', () => {
  const forms: [string, string][] = [
    ['2026-11-27', '2026-11-27'],
    ['2026-2-9', '2026-02-09'],
    ['2026/11/27', '2026-11-27'],
    ['27/11/2026', '2026-11-27'],
    ['11/27/2026', '2026-11-27'],
    ['06/06/2026', '2026-06-06'],
    ['27.11.2026', '2026-11-27'],
    ['27. 11. 2026', '2026-11-27'],
    ['27-11-2026', '2026-11-27'],
    ['Nov 27, 2026', '2026-11-27'],
    ['November 27th 2026', '2026-11-27'],
    ['27 Nov 2026', '2026-11-27'],
    ['27th of November 2026', '2026-11-27'],
    ['27-Nov-2026', '2026-11-27'],
    ['Friday, 27 November 2026', '2026-11-27'],
    ['Fri, Nov 27, 2026', '2026-11-27'],
    ['Freitag, den 27. November 2026', '2026-11-27'],
    ['3. März 2026', '2026-03-03'],
    ['3 août 2026', '2026-08-03'],
    ['3 de diciembre de 2026', '2026-12-03'],
    ['3 de março de 2026', '2026-03-03'],
    ['2026年11月27日', '2026-11-27'],
    ['27/11/2026 14:30 UTC', '2026-11-27 14:30 UTC'],
    ['Nov 27, 2026 at 14:30 +02:00', '2026-11-27 14:30 +02:00'],
    ['27.11.2026, 02:10', '2026-11-27 02:10 UTC'],
    ['27 Nov 2026 (by phone)', '2026-11-27'],
    ['05/06/2026', 'none'],
    ['30.02.2026', 'none'],
    ['31/31/2026', 'none'],
    ['2026-02-09 25:00', 'none'],
    ['27/11/2026 25:00', 'none'],
    ['Version 12 2026', 'none'],
    ['Marzipan 5, 2026', 'none'],
    ['24/11/26', 'none'],
    ['soon', 'none'],
  ];
  for (const [text, date] of forms)
    it(`reads ${text} as ${date}`, () => {
      assert.equal(told(text), date);
    });

  it('knows both days that 05/06/2026 may be', () => {
    const read = readAnyDate('05/06/2026');
    assert.deepEqual(read.kind === 'ambiguous' && read.days.map(formatDate), ['2026-06-05', '2026-05-06']);
  });

  const found: [string, string | undefined][] = [
    ['Dana Field (Date: 27/11/2026)', '27/11/2026'],
    ['approved by Dana on Friday, 27 November 2026 in #changes', 'Friday, 27 November 2026'],
    ['see CR-2026-11-27-001', undefined],
    ['release 1.27.11.2026', undefined],
    ['on 05/06/2026', undefined],
    ['no date at all', undefined],
  ];
  for (const [text, date] of found)
    it(`finds ${date ?? 'no date'} in "${text}"`, () => {
      const read = findDate(text);
      assert.equal(read && text.slice(read.start, read.end), date);
    });

  const from = { year: 2026, month: 11, day: 24, minutes: undefined };
  const yearless: [string, string | undefined][] = [
    ['24.11. written', '2026-11-24'],
    ['26.11.', '2026-11-26'],
    ['Nov 26', '2026-11-26'],
    ['26 November', '2026-11-26'],
    ['26/11', '2026-11-26'],
    ['11/26', '2026-11-26'],
    ['23.11.', undefined],
    ['5/12', undefined],
    ['05.01.', undefined],
    ['31.11.', undefined],
    ['1.24', undefined],
  ];
  for (const [text, date] of yearless)
    it(`reads ${text} from 2026-11-24 on as ${date ?? 'no day'}`, () => {
      const day = readDayWithoutYear(text, from);
      assert.equal(day && formatDate(day), date);
    });

  it('gives a day without a year the year of the record', () => {
    const start = '\n\n## Implementation Tracking\n\n**Implementation Start**: 11.02.\n';
    assert.equal(cr(`# CR-2026-02-09-001${start}`).answer('implementation-start')?.date?.year, 2026);
    const other = '# CR-2026-02-09-001\n\n**Created**: 2025-12-30';
    assert.equal(cr(`${other}${start}`).answer('implementation-start')?.date, undefined);
  });

  it('reads the fields of a record in any form, in front matter too', () => {
    assert.equal(cr('# CR-2026-02-09-001\n\n**Created**: Feb 9, 2026\n').answer('created')?.date?.day, 9);
    assert.equal(cr('---\ncreated: 09.02.2026\n---\n\n# CR-2026-02-09-001\n').answer('created')?.date?.day, 9);
    assert.equal(chg('**Date**: 27/11/2026\n').answer('created')?.date?.month, 11);
  });
});
