import { formatDate, type CalendarDate } from '../text/calendarDate';
import type { DocumentDefinition, Process } from './process';

/** What is known of a document when it is made. */
export interface Beginning {
  /** The ID of the record; a document that is not the record itself needs none. */
  readonly id?: string;
  /** The moment, in UTC; without a time of day only the day is written. */
  readonly now: CalendarDate;
}

/**
 * What a new document says without asking anybody, for `renderTemplate`: its ID, the status that every record begins
 * with, the dates, and one row of history (reading 34).
 */
export function initialAnswers(
  process: Process,
  documentId: DocumentDefinition['id'],
  { id, now }: Beginning,
): Record<string, string> {
  const today = formatDate(now);
  const known: Record<string, string | undefined> = { id, today, now: `${today}${timeOf(now)}` };
  const answers: Record<string, string> = id === undefined ? {} : { id };
  for (const { key, document, initial } of process.fields) {
    if (document !== documentId || initial === undefined) continue;
    const text = initial.replace(/\{(id|today|now)\}/g, (mark, name: string) => known[name] ?? mark);
    if (!/\{(?:id|today|now)\}/.test(text)) answers[key] = text;
  }
  return answers;
}

function timeOf({ minutes }: CalendarDate): string {
  if (minutes === undefined) return '';
  const two = (number: number): string => String(number).padStart(2, '0');
  return ` ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00 UTC`;
}
