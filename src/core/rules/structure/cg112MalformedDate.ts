import { formatDate, readDate } from '../../text/calendarDate';
import { plainSpan, plainText } from '../../record/plainText';
import { isPlaceholder } from '../../process/placeholder';
import { slice } from '../../text/span';
import type { ChangeRecord, Place } from '../../record/record';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding, type DraftFinding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';
import { looksLikeDate, readAnyDate, readWrittenDate } from '../../text/writtenDate';

export const malformedDate = defineRule({
  code: 'CG112',
  name: 'malformed-date',
  severity: 'warning',
  summary: 'A date is a day of the calendar; the process writes YYYY-MM-DD.',
  source: 'CR Document Structure; reading 35',
  fix: { what: 'Writes the day as YYYY-MM-DD, where only one day can be meant.' },
  *check({ record }) {
    for (const { place, what, isDue, isRead } of dates(record)) {
      const words = slice(place.document.text, place.span);
      if (readDate(words).kind === 'date' || isNoDate(words)) continue;
      if (looksLikeDate(words)) yield malformed(place, what, words);
      // A word where no day is due yet ("after the freeze") is an intention, and nobody's mistake.
      else if (isDue && !isRead)
        yield finding(place, `${what} is ${quoted(words)}; a date in the form YYYY-MM-DD is expected.`);
    }
  },
});

function malformed(place: Place, what: string, words: string): DraftFinding {
  const read = readAnyDate(words);
  if (read.kind === 'ambiguous') {
    // Only a person can say which number is the month: nothing is made of such a day, and no fix guesses.
    const meant = read.days.map(formatDate).join(' or ');
    return finding(place, `${what} is ${quoted(words)}, which may be ${meant}.`).as('information');
  }
  const written = readWrittenDate(words);
  if (!written) {
    const isForm = /^\d{4}-\d{1,2}-\d{1,2}(?!\d)/.test(words);
    const wrong = isForm ? ', which is no day of the calendar' : '; a date in the form YYYY-MM-DD is expected';
    return finding(place, `${what} is ${quoted(words)}${wrong}.`);
  }
  const date = formatDate(written);
  const { start } = place.span;
  if (words.startsWith(date)) {
    return finding(place, `${what} is ${quoted(words)}, which has no possible time of day.`);
  }
  const draft = finding(place, `${what} is ${quoted(words)}; the process writes ${date}.`).as('hint');
  return draft.safeFix(`Write ${date}`, () => [
    replace(at(place.document, { start, end: start + written.length }), date),
  ]);
}

/** Words that answer a date field without a date. */
function isNoDate(words: string): boolean {
  return (
    plainText(words) === '' ||
    isPlaceholder(words) ||
    /^(?:n\/?a|none|not\s|pending|tbd|unknown|[-–—]+$|open$|planned|scheduled|see\s)/i.test(words)
  );
}

interface DatePlace {
  readonly place: Place;
  readonly what: string;
  /** A day has to be there: words instead of one will not do. */
  readonly isDue: boolean;
  /** A day was read here, of whatever form. */
  readonly isRead: boolean;
}

function dates(record: ChangeRecord): DatePlace[] {
  const fields = record.answers.filter(
    ({ field, filled }) => filled && (field.answer === 'date' || field.answer === 'date-time'),
  );
  return [
    ...fields.map(({ document, span, field, date }) => ({
      isRead: date !== undefined,
      place: at(document, plainSpan(document.text, span)),
      what: field.label,
      isDue: record.isDue(field),
    })),
    ...record.history.map(({ document, date, status }) => ({
      place: at(document, date.span),
      what: `The date of ${status.value?.id ?? quoted(status.text)} in the history`,
      isDue: false,
      isRead: date.date !== undefined,
    })),
  ];
}
