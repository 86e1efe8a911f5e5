import type { CalendarEntry, CalendarView, MonthDay, MonthView } from '../calendar';
import { printable } from '../../text/printable';

/** How the text is written. */
export interface CalendarTextStyle {
  readonly color: boolean;
}

const letters: Readonly<Record<CalendarEntry['kind'], string>> = {
  window: 'W',
  freeze: 'F',
  scheduled: 'S',
  approval: 'D',
  notification: 'N',
  review: 'R',
};

const words: Readonly<Record<CalendarEntry['kind'], string>> = {
  window: 'window',
  freeze: 'freeze',
  scheduled: 'scheduled',
  approval: 'decision due',
  notification: 'notification due',
  review: 'review due',
};

/** A month for people: its weeks with a letter for what is on a day, and what it is as a list. */
export function calendarText(view: CalendarView, month: MonthView, { color }: CalendarTextStyle): string {
  const paint = (text: string, code: number): string => (color ? `\u001b[${String(code)}m${text}\u001b[0m` : text);
  const lines = [
    `${paint(month.label, 1)} (${printable(view.zone)})`,
    '',
    paint(
      ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
        .map((name) => name.padEnd(7))
        .join('')
        .trimEnd(),
      2,
    ),
    ...month.weeks.map((week) =>
      week
        .map((day) => dayCell(day, paint))
        .join('')
        .trimEnd(),
    ),
    '',
  ];
  const entries = view.entries.filter(
    ({ firstDay, lastDay }) => firstDay.slice(0, 7) <= month.month && lastDay.slice(0, 7) >= month.month,
  );
  if (entries.length === 0) lines.push('Nothing is scheduled, due or frozen.');
  for (const { kind, title, record, firstDay, lastDay, start, time, notes, isConcern } of entries) {
    const when = start !== null || firstDay === lastDay ? `${firstDay} ${time}` : `${firstDay} to ${lastDay.slice(5)}`;
    const what = record ? `${record.id ?? record.path}  ${title}` : title;
    const detail = notes.join(' ');
    lines.push(`${when.padEnd(24)}${words[kind].padEnd(18)}${printable(what)}`);
    if (detail !== '') lines.push(paint(`${' '.repeat(24)}${printable(detail)}`, isConcern ? 33 : 2));
  }
  return `${lines.join('\n')}\n`;
}

/** Seven columns wide: the number, in brackets today, and the letters of what is on the day. */
function dayCell(
  { number, isInMonth, isToday, entries }: MonthDay,
  paint: (text: string, code: number) => string,
): string {
  if (!isInMonth) return ' '.repeat(7);
  const kinds = [...new Set(entries.map(({ kind }) => letters[kind]))].join('').slice(0, 3);
  const text = `${isToday ? `[${String(number)}]` : String(number).padStart(2)}${kinds}`;
  const cell = text.padEnd(7);
  return isToday ? paint(cell, 7).replace(/( +)(\u001b\[0m)$/, '$2$1') : cell;
}
