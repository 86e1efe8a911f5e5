import type { CalendarEntry, CalendarView, MonthDay, MonthView } from '../calendar';
import { element, fragment, type Markup } from '../svg/markup';
import { htmlPage, type PageFrame } from '../report/page';
import { dashboardStyle } from './dashboardStyle';
import { card, longTable, recordName, section } from './htmlParts';

/** How an entry is called in a day of the month: a letter where there is little room, a word else. */
const marks: Readonly<Record<CalendarEntry['kind'], readonly [letter: string, word: string]>> = {
  window: ['W', 'Window'],
  freeze: ['F', 'Freeze'],
  scheduled: ['S', 'Change'],
  approval: ['D', 'Decide'],
  notification: ['N', 'Notify'],
  review: ['R', 'Review'],
};

/** The calendar of a month as one page for a wiki or an artifact: nothing of it comes from elsewhere. */
export function calendarHtml(
  calendar: CalendarView,
  month: MonthView,
  name: string,
  sha256: PageFrame['sha256'],
): string {
  return htmlPage(
    { title: `${name} – change calendar`, style: dashboardStyle(), sha256 },
    element(
      'header',
      {},
      element('h1', {}, 'Change calendar'),
      element('p', { class: 'lead' }, `${name} · ${month.label} (${calendar.zone})`),
    ),
    element('main', {}, calendarSection(calendar, month, month.label)),
  );
}

/** The calendar: a month, and what happens as a list; `listed` says when. */
export function calendarSection(calendar: CalendarView, month: MonthView, listed = 'The next six weeks'): Markup {
  return section(
    'calendar',
    'Calendar',
    element(
      'div',
      { class: 'cards pair loose' },
      card(
        month.label,
        element('p', { class: 'muted small' }, `Days and times by the clocks of ${calendar.zone}`),
        monthTable(month),
      ),
      card(
        listed,
        longTable(
          `${calendar.first} to ${calendar.last}`,
          [{ head: 'Day', kind: 'nowrap' }, { head: 'What' }],
          calendar.entries.map((entry) => [[entry.firstDay, detail(entry)], entryText(entry)]),
          'Nothing is scheduled, due or frozen.',
          12,
        ),
      ),
    ),
  );
}

/** Below the day: the time, or the last of several days. */
function detail({ time, firstDay, lastDay }: CalendarEntry): Markup | undefined {
  const text = time === '' && lastDay !== firstDay ? `to ${lastDay}` : time;
  return text === '' ? undefined : element('div', { class: 'muted small' }, text);
}

function entryText({ kind, title, record, notes, isConcern }: CalendarEntry): Markup {
  const [, word] = marks[kind];
  return fragment(
    record ? [`${word}: `, recordName(record)] : kind === 'freeze' ? `${word}: ${title}` : title,
    element('div', { class: isConcern ? 'small concern' : 'small muted' }, notes.join(' ')),
  );
}

function monthTable({ weeks, label }: MonthView): Markup {
  const weekdays = [
    ['Mo', 'Monday'],
    ['Tu', 'Tuesday'],
    ['We', 'Wednesday'],
    ['Th', 'Thursday'],
    ['Fr', 'Friday'],
    ['Sa', 'Saturday'],
    ['Su', 'Sunday'],
  ] as const;
  return fragment(
    element(
      'table',
      { class: 'month', 'aria-label': label },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          weekdays.map(([short, long]) => element('th', { scope: 'col', 'aria-label': long }, short)),
        ),
      ),
      element(
        'tbody',
        {},
        weeks.map((week) => element('tr', {}, week.map(dayCell))),
      ),
    ),
    element(
      'p',
      { class: 'legend letters' },
      'W window, F freeze, S scheduled change, D decision, N notification, R review.',
    ),
    element('p', { class: 'legend' }, 'Freezes are hatched; ! marks what needs a look.'),
  );
}

function dayCell({ number, day, isInMonth, isToday, isFrozen, entries }: MonthDay): Markup {
  const classes = [isInMonth ? '' : 'beside', isToday ? 'today' : '', isFrozen ? 'frozen' : ''].filter(
    (each) => each !== '',
  );
  const kinds = new Map<CalendarEntry['kind'], CalendarEntry[]>();
  for (const entry of entries) kinds.set(entry.kind, [...(kinds.get(entry.kind) ?? []), entry]);
  return element(
    'td',
    { class: classes.length === 0 ? undefined : classes.join(' '), 'aria-current': isToday ? 'date' : undefined },
    element('span', { class: 'day' }, String(number)),
    [...kinds].map(([kind, some]) => {
      const [letter, word] = marks[kind];
      const isConcern = some.some((each) => each.isConcern);
      const count = `${some.length > 1 ? ` ${String(some.length)}` : ''}${isConcern ? ' !' : ''}`;
      return element(
        'span',
        {
          class: isConcern ? 'mark concern' : 'mark',
          title: `${day}: ${some.map(({ title }) => title).join(', ')}`,
        },
        element('span', { class: 'letter', 'aria-hidden': 'true' }, `${letter}${count}`),
        element('span', { class: 'word' }, `${word}${count}`),
      );
    }),
  );
}
