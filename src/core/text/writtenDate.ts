import { isCalendarDate } from './calendarDate';

/** A day in another form than the process writes it. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** How many characters of the text it takes. */
  readonly length: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Forms with the places of year, month and day among their groups; slashes are read in `slashes`. */
const forms: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, [1, 2, 3]],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, [3, 2, 1]],
  [/^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?!\d)/i, [3, 2, 1]],
  [/^([a-z]{3,9})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})(?!\d)/i, [3, 1, 2]],
];

/** Whether a text begins with something that is meant as a day: digits with separators, or a month by name. */
export function looksLikeDate(text: string): boolean {
  return /^\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}/.test(text) || forms.some(([form]) => form.test(text));
}

/**
 * The day that a text begins with, written in another form than YYYY-MM-DD, where only one day can be meant:
 * `2026-2-9`, `2026/02/09`, `09.02.2026`, `9 February 2026`. Of `02/09/2026` either number may be the month.
 */
export function readWrittenDate(text: string): WrittenDate | undefined {
  for (const [form, [year, month, day]] of forms) {
    const match = form.exec(text);
    if (match) return dateOf(match[year], match[month], match[day], match[0].length);
  }
  return slashes(text);
}

/** `31/01/2026` and `01/31/2026`: only where one of the numbers can be no month. */
function slashes(text: string): WrittenDate | undefined {
  const match = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text);
  if (!match) return undefined;
  const [all, first, second, year] = match;
  if (Number(first) > 12) return dateOf(year, second, first, all.length);
  return Number(second) > 12 || first === second ? dateOf(year, first, second, all.length) : undefined;
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  length: number,
): WrittenDate | undefined {
  const named = months.indexOf((month ?? '').slice(0, 3).toLowerCase());
  const date = { year: Number(year), month: named >= 0 ? named + 1 : Number(month), day: Number(day), length };
  return isCalendarDate(date) ? date : undefined;
}
