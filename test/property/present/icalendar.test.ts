import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { icalendar } from '../../../src/core/present/report/icalendar';
import type { CalendarEntry } from '../../../src/core/present/calendar';
import { readCalendar } from '../../unit/present/report/icalendarReader';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('END:VEVENT\r\nBEGIN:VEVENT', '\\n;,\\', '=1+1', 'x\r\n y'),
);

describe('any words in an iCalendar file', () => {
  it('stay words: they are read back, and cannot begin a property', () => {
    fc.assert(
      fc.property(words, words, words, (title, note, name) => {
        const entry: CalendarEntry = {
          kind: 'scheduled',
          key: `scheduled ${title}`,
          title,
          firstDay: '2026-03-01',
          lastDay: '2026-03-01',
          start: null,
          end: null,
          time: '',
          record: null,
          notes: [note],
          isConcern: false,
        };
        const view = { zone: 'UTC', first: '2026-03-01', last: '2026-03-31', today: '2026-03-01', entries: [entry] };
        const text = icalendar(view, { name, now: 0 });
        const { head, events } = readCalendar(text);
        assert.equal(events.length, 1);
        assert.equal(head.get('X-WR-CALNAME'), printed(name));
        assert.equal(events[0]?.get('SUMMARY'), printed(title));
        if (note !== '') assert.equal(events[0]?.get('DESCRIPTION'), printed(note));
        assert.match(events[0]?.get('UID') ?? '', /^[a-z0-9-]*@[a-z0-9-]*\.changegate$/);
      }),
    );
  });
});

/** What is left of words: line ends are one, and what steers a terminal or is no character becomes a blank or U+FFFD. */
function printed(text: string): string {
  return text
    .replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/\r\n|\r/g, '\n')
    .replace(
      /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+?(?=\n|[^\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|$)/gu,
      ' ',
    );
}
