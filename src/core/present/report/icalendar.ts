import { dayOfNumber } from '../../lifecycle/instants';
import { numberOf } from '../../lifecycle/windows';
import type { CalendarEntry, CalendarView } from '../calendar';

/** How a calendar is written. */
export interface CalendarFile {
  /** What it is called; also part of every UID, so that two workspaces in one calendar do not meet. */
  readonly name: string;
  /** When it is written, in milliseconds since 1970: the DTSTAMP of every entry. */
  readonly now: number;
}

const categories: Readonly<Record<CalendarEntry['kind'], string>> = {
  window: 'Change window',
  freeze: 'Freeze',
  scheduled: 'Scheduled change',
  approval: 'Approval due',
  notification: 'Notification due',
  review: 'Review due',
};

/**
 * A calendar as RFC 5545 wants it: CRLF, lines of at most 75 octets, texts escaped. Times are written in UTC, which needs
 * no rules of time zones; days are days. A window that does not take place is left out.
 */
export function icalendar({ entries, zone }: CalendarView, { name, now }: CalendarFile): string {
  const stamp = utc(now);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Changegate//Change calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    `X-WR-TIMEZONE:${escapeText(zone)}`,
    ...entries.filter(takesPlace).flatMap((entry) => eventLines(entry, name, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function takesPlace({ kind, start, end }: CalendarEntry): boolean {
  return kind !== 'window' || start !== end;
}

function eventLines(entry: CalendarEntry, name: string, stamp: string): string[] {
  const { kind, key, title, firstDay, lastDay, start, end, record, notes } = entry;
  const summary = kind === 'freeze' ? `Freeze: ${title}` : title;
  const about = record ? [[record.id, record.status].filter((each) => each !== null).join(' · '), record.path] : [];
  const description = [...notes, ...about].filter((line) => line !== '').join('\n');
  return [
    'BEGIN:VEVENT',
    `UID:${uid(key, name)}`,
    `DTSTAMP:${stamp}`,
    ...(start === null
      ? [`DTSTART;VALUE=DATE:${compact(firstDay)}`, `DTEND;VALUE=DATE:${compact(dayOfNumber(numberOf(lastDay) + 1))}`]
      : [`DTSTART:${utc(start)}`, ...(end === null || end === start ? [] : [`DTEND:${utc(end)}`])]),
    `SUMMARY:${escapeText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    `CATEGORIES:${escapeText(categories[kind])}`,
    `TRANSP:${kind === 'scheduled' ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

/** The same for the same entry on every day and every machine. ASCII; characters with a meaning are written as their numbers. */
function uid(key: string, name: string): string {
  return `${slug(key)}@${slug(name)}.changegate`;
}

function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, (other) =>
      /^[ _./-]+$/.test(other)
        ? '-'
        : `-${[...other].map((each) => (each.codePointAt(0) ?? 0).toString(36)).join('-')}-`,
    );
  return plain.replace(/-+/g, '-').replace(/^-|-$/g, '').slice(0, 200);
}

/** RFC 5545, 3.3.11: backslash, comma, semicolon and line feed; no other control characters. */
function escapeText(text: string): string {
  return text
    .replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ');
}

/** RFC 5545, 3.1: lines of at most 75 octets; the next one begins with a blank. No character is cut in two. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** `20260301T010000Z`. */
function utc(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}

function compact(day: string): string {
  return day.replace(/-/g, '');
}
