import { element } from './dom';
import type { Block, Day, DayMark } from './protocol/overview';

type Month = Extract<Block, { readonly kind: 'month' }>;

/** A month as a grid of days: one stop of Tab, on today or the first of the month; arrows go from day to day. */
export function monthPart({ caption, weekdays, weeks }: Month): HTMLElement {
  const days = weeks.flat();
  const stop =
    days.find(({ isChosen }) => isChosen) ??
    days.find(({ isToday, isInMonth }) => isToday && isInMonth) ??
    days.find(({ isInMonth }) => isInMonth);
  return element(
    'table',
    { class: 'month', role: 'grid', 'aria-label': caption },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...weekdays.map(({ short, long }) => element('th', { scope: 'col', 'aria-label': long }, short)),
      ),
    ),
    element('tbody', {}, ...weeks.map((week) => element('tr', {}, ...week.map((day) => dayPart(day, day === stop))))),
  );
}

function dayPart(day: Day, isStop: boolean): HTMLElement {
  const looks = [
    day.isInMonth ? '' : 'beside',
    day.isToday ? 'today' : '',
    day.isFrozen ? 'frozen' : '',
    day.isChosen ? 'chosen' : '',
  ].filter((each) => each !== '');
  return element(
    'td',
    {
      role: 'gridcell',
      class: looks.length === 0 ? undefined : looks.join(' '),
      tabindex: isStop ? 0 : -1,
      'data-day': day.day,
      'data-choose': day.choose,
      'data-key': `day.${day.day}`,
      'aria-selected': String(day.isChosen),
      'aria-current': day.isToday ? 'date' : undefined,
    },
    element('span', { class: 'unseen' }, day.label),
    element('span', { class: 'day', 'aria-hidden': 'true' }, String(day.number)),
    ...day.marks.map(markPart),
  );
}

function markPart({ letter, kind, lines, isConcern }: DayMark): HTMLElement {
  return element(
    'span',
    { class: isConcern ? `mark ${kind} bad` : `mark ${kind}`, 'aria-hidden': 'true' },
    element('span', { class: 'letter' }, letter),
    ...lines.map((line) => element('span', { class: 'word' }, line)),
  );
}

/** What keys do on a day: the day that they lead to, ISO; undefined for every other key. */
export function dayAfterKey(day: string, key: string): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const at = (y: number, m: number, d: number): string => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  // Monday is the first day of the week.
  const weekday = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
  const inMonth = (by: number): string => {
    const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
    return at(year, month + by, Math.min(date, last));
  };
  switch (key) {
    case 'ArrowLeft':
      return at(year, month, date - 1);
    case 'ArrowRight':
      return at(year, month, date + 1);
    case 'ArrowUp':
      return at(year, month, date - 7);
    case 'ArrowDown':
      return at(year, month, date + 7);
    case 'Home':
      return at(year, month, date - weekday);
    case 'End':
      return at(year, month, date + 6 - weekday);
    case 'PageUp':
      return inMonth(-1);
    case 'PageDown':
      return inMonth(1);
    default:
      return undefined;
  }
}
