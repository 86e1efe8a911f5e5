import { todayIn } from '../../lifecycle/today';
import { isPlaceholder } from '../../process/placeholder';
import { dateOfInstant, formatDate, readDate } from '../../text/calendarDate';
import { slice, type Span } from '../../text/span';
import type { Completion, LanguageFacts } from './completion';
import type { Cursor } from './cursor';
import { offer } from './offer';

/** Today in the zone of the policy and, where a time is asked for, this moment in UTC. */
export function dateCompletions(
  cursor: Cursor,
  written: Span,
  { now, zone }: Pick<LanguageFacts, 'now' | 'zone'>,
  form: { readonly withTime: boolean; readonly placeholder?: string | undefined },
): Completion[] {
  const text = slice(cursor.text, written);
  const isWhole = isPlaceholder(text, form.placeholder) || readDate(text).kind === 'date';
  const place = { cursor, written, isWhole };
  const today = offer(place, {
    kind: 'date',
    label: formatDate(todayIn(zone, now)),
    detail: `today, ${zone}`,
    words: `${formatDate(todayIn(zone, now))} today`,
  });
  if (!form.withTime) return [today];
  const moment = momentOf(now);
  return [offer(place, { kind: 'date', label: moment, detail: 'now', words: `${moment} now` }), today];
}

/** `2026-03-13 14:05:09 UTC`. */
function momentOf(now: number): string {
  const date = dateOfInstant(now);
  const two = (number: number): string => String(number).padStart(2, '0');
  const minutes = date.minutes ?? 0;
  const seconds = Math.floor(now / 1000) % 60;
  return `${formatDate(date)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds)} UTC`;
}
