import { formatDate, isSameDate } from '../../text/calendarDate';
import { plainSpan } from '../../record/plainText';
import { anyDate, readWrittenDate } from '../../text/writtenDate';
import { slice, type Span } from '../../text/span';
import type { Drift, DriftFinder } from './drift';

/** `9 February 2026`, `2026/02/09`, `13.02.2026` become `2026-02-09`, where only one day can be meant. */
export const dateForm: DriftFinder = function* ({ answers, history }, document) {
  for (const { document: home, field, span, form, filled } of answers) {
    if (home !== document || form === 'front-matter' || !filled) continue;
    if (field.answer !== 'date' && field.answer !== 'date-time') continue;
    const drift = rewritten(document.text, plainSpan(document.text, span));
    if (drift) yield drift;
  }
  for (const { document: home, date } of history) {
    const drift = home === document && !date.placeholder ? rewritten(document.text, date.span) : undefined;
    if (drift) yield drift;
  }
};

function rewritten(text: string, span: Span): Drift | undefined {
  const words = slice(text, span);
  const written = readWrittenDate(words);
  if (!written) return undefined;
  const newText = formatDate(written);
  // Digits in the right order with an impossible time behind them are for a person to correct.
  if (words.startsWith(newText)) return undefined;
  // What stands between day and time may be read behind one form only: "13.02.2026, 14:00".
  if (!isSameDate(anyDate(words), anyDate(newText + words.slice(written.length)))) return undefined;
  const place = { start: span.start, end: span.start + written.length };
  return { edits: [{ span: place, newText }], givesUp: slice(text, place) };
}
