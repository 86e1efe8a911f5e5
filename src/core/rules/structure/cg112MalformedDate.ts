import { formatDate, isCalendarDate, readDate } from '../../record/calendarDate';
import { plainText } from '../../record/plainText';
import { isPlaceholder } from '../../process/placeholder';
import type { ChangeRecord, Place } from '../../record/record';
import { at, quoted } from '../places';
import { defineRule, finding, replace, type DraftFinding } from '../rule';

export const malformedDate = defineRule({
  code: 'CG112',
  name: 'malformed-date',
  severity: 'error',
  summary: 'A date is a day of the calendar, written YYYY-MM-DD.',
  source: 'CR Document Structure; reading 35',
  fix: { what: 'Writes the digits that are missing, where only one day can be meant.' },
  *check({ record }) {
    for (const { document, span, text, label, what } of dates(record)) {
      const words = plainText(text);
      const read = readDate(words);
      if (read.kind === 'date' || isNoDate(words)) continue;
      const place = span.end > span.start ? at(document, span) : at(document, label);
      if (read.kind === 'none') {
        yield finding(place, `${what} is ${quoted(text)}; a date in the form YYYY-MM-DD is expected.`);
      } else {
        yield impossible(place, what, words, read.length);
      }
    }
  },
});

/** `2026-02-30`, `2026-2-9`, `2026-02-09 25:00`. */
function impossible(place: Place, what: string, words: string, length: number): DraftFinding {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(words);
  const date = { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) };
  if (!match || !isCalendarDate(date))
    return finding(place, `${what} is ${quoted(words)}, which is no day of the calendar.`);
  if (match[0] === formatDate(date))
    return finding(place, `${what} is ${quoted(words)}, which has no possible time of day.`);
  return finding(place, `${what} is ${quoted(words)}; the form ${formatDate(date)} is expected.`).safeFix(
    `Write ${formatDate(date)}`,
    [replace(place, formatDate(date) + words.slice(Math.min(length, match[0].length)))],
  );
}

/** Words that answer a date field without a date. */
function isNoDate(words: string): boolean {
  return (
    words === '' ||
    isPlaceholder(words) ||
    /^(?:n\/?a|none|not yet|pending|tbd|unknown|-|–|—|open|planned.*|not applicable)\.?$/i.test(words)
  );
}

interface DatePlace extends Place {
  readonly text: string;
  readonly label: Place['span'];
  readonly what: string;
}

function dates(record: ChangeRecord): DatePlace[] {
  const fields = record.answers.filter(
    ({ field, filled }) => filled && (field.answer === 'date' || field.answer === 'date-time'),
  );
  return [
    ...fields.map(({ document, span, text, label, field }) => ({ document, span, text, label, what: field.label })),
    ...record.history.map(({ document, date, status }) => ({
      document,
      span: date.span,
      text: date.text,
      label: date.span,
      what: `The date of ${status.value?.id ?? quoted(status.text)} in the history`,
    })),
  ];
}
