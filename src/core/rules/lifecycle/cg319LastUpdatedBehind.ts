import { keys } from '../../process/fieldKeys';
import { dayNumber, formatDate, type CalendarDate } from '../../text/calendarDate';
import { readAnyDate } from '../../text/writtenDate';
import { plainSpan } from '../../record/plainText';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { overwrite } from '../../change/answerEdits';

export const lastUpdatedBehind = defineRule({
  code: 'CG319',
  name: 'last-updated-behind',
  severity: 'information',
  summary: 'Last Updated is not before the newest row of the history.',
  source: 'CR Document Structure, Last Updated; reading 35',
  fix: { what: 'Writes the day of the newest row.' },
  appliesTo: ['change-request'],
  *check({ record, today }) {
    const updated = record.answer(keys.lastUpdated);
    if (!updated?.date || updated.form === 'front-matter') return;
    let newest: (typeof record.history)[number] | undefined;
    let day: CalendarDate | undefined;
    for (const row of record.history) {
      const { date } = row.date;
      if (date && dayNumber(date) <= dayNumber(today) && (!day || dayNumber(date) > dayNumber(day))) {
        day = date;
        newest = row;
      }
    }
    if (!day || !newest || dayNumber(day) <= dayNumber(updated.date)) return;
    const { start } = plainSpan(updated.document.text, updated.span);
    const read = readAnyDate(updated.document.text.slice(start, updated.span.end));
    if (read.kind !== 'date') return;
    const written = { start, end: start + read.length };
    yield finding(
      updated,
      `Last Updated is ${formatDate(updated.date)}, but the history goes on to ${formatDate(day)}.`,
    )
      .related(at(newest.document, newest.date.span), 'the newest row of the history')
      .fix(`Write ${formatDate(day)}`, () => overwrite(record, { ...updated, span: written }, formatDate(day)));
  },
});
