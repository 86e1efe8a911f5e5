import { dayIn } from '../../lifecycle/instants';
import {
  daysShown,
  lastDayOf,
  monthView,
  type CalendarEntry,
  type CalendarView,
  type MonthDay,
  type MonthView,
} from '../calendar';
import { acting, html, section, type PagePart } from '../page/html';
import { calendarTogether } from '../portfolioTogether';
import type { Markup } from '../svg/markup';
import type { Asked } from './asked';
import { headPart, type Known, type OverviewView } from './known';
import { chipsPart, listPart, runButton, type Entry, type Group, type Shown } from './parts';
import type { OverviewStrings } from './strings';

/** How many entries are shown at once. */
const most = 25;

/** How many lines a day has room for. */
const mostLines = 3;

/** What is rare and what concerns one record stands before what comes every week. */
const kindOrder = ['freeze', 'scheduled', 'approval', 'notification', 'review', 'window'] as const;

/** The month that is asked for, else that of today. */
export function monthOf({ folders, now }: Known, { month }: Asked): string {
  return month === '' ? dayIn(folders[0]?.input.policy.zone ?? 'UTC', now).slice(0, 7) : month;
}

/** The calendar as its page shows it. */
export function calendarPage(known: Known, shown: Shown): OverviewView {
  const { asked, strings } = shown;
  const month = monthOf(known, asked);
  const all = calendarTogether(known.folders, ...daysShown(month));
  const kinds = kindOrder.filter((kind) => asked.chosen.includes(`kind:${kind}`));
  const calendar: CalendarView = {
    ...all,
    entries: kinds.length === 0 ? all.entries : all.entries.filter(({ kind }) => kinds.some((each) => each === kind)),
  };
  const view = monthView(calendar, month);
  const { label } = view;
  const day = asked.chosen.find((each) => each.startsWith('day:'))?.slice('day:'.length);
  const days = day === undefined ? ([`${month}-01`, lastDayOf(month)] as const) : ([day, day] as const);
  return {
    parts: [
      headPart(
        label,
        `${strings.calendar} · ${strings.clocks(all.zone)}`,
        known,
        shown,
        runButton('previous', strings.previous, '‹'),
        runButton('today', strings.today),
        runButton('next', strings.next, '›'),
        runButton('export', strings.exportAs),
      ),
      ...calendarSections(view, calendar, days, shown, { title: label, isUnseen: true, legendOf: all }),
    ],
    spoken: label,
  };
}

/** A month, and what happens on some days as a list. */
export function calendarSections(
  month: MonthView,
  calendar: CalendarView,
  days: readonly [first: string, last: string],
  shown: Shown,
  how: { readonly title: string; readonly isUnseen?: boolean; readonly legendOf?: CalendarView },
): PagePart[] {
  const { strings } = shown;
  const { title, isUnseen = false, legendOf = calendar } = how;
  const groups = groupsOf(calendar, days, strings);
  return [
    section('month', title, { class: 'large', isUnseen }, monthPart(month, shown), legend(legendOf, shown)),
    section(
      'list',
      strings.cards.list,
      { class: 'small' },
      listPart('list', title, groups, strings.nothingScheduled, most, shown),
    ),
  ];
}

/** What the letters mean; each shows its kind alone. */
function legend({ entries }: CalendarView, shown: Shown): Markup {
  const { asked, strings } = shown;
  const chips = kindOrder
    .map((kind) => ({ kind, choose: `kind:${kind}` }))
    .filter(({ kind, choose }) => entries.some((entry) => entry.kind === kind) || asked.chosen.includes(choose))
    .map(({ kind, choose }) => {
      const [letter, , many] = strings.kinds[kind];
      return { choose, label: `${letter}  ${many}` };
    });
  return chipsPart(strings.show, chips, 'month.1', shown);
}

/** A month as a grid of days: one stop of Tab, on today or the first of the month; arrows go from day to day. */
function monthPart({ weeks, label }: MonthView, shown: Shown): Markup {
  const { asked, strings, isLive } = shown;
  const days = weeks.flat();
  const stop =
    days.find(({ day }) => asked.chosen.includes(`day:${day}`)) ??
    days.find(({ isToday, isInMonth }) => isToday && isInMonth) ??
    days.find(({ isInMonth }) => isInMonth);
  return html(
    'table',
    { class: 'month', role: isLive ? 'grid' : undefined, 'aria-label': label },
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        strings.weekdays.map(({ short, long }) => html('th', { scope: 'col', 'aria-label': long }, short)),
      ),
    ),
    html(
      'tbody',
      {},
      weeks.map((week) =>
        html(
          'tr',
          {},
          week.map((day) => dayPart(day, day === stop, shown)),
        ),
      ),
    ),
  );
}

function dayPart(day: MonthDay, isStop: boolean, { asked, strings, isLive }: Shown): Markup {
  const choose = `day:${day.day}`;
  const isChosen = asked.chosen.includes(choose);
  const told = day.entries.map(({ kind, title, time }) =>
    [strings.kinds[kind][1], title, time].filter((each) => each !== '').join(' '),
  );
  const looks = [
    day.isInMonth ? '' : 'beside',
    day.isToday ? 'today' : '',
    day.isFrozen ? 'frozen' : '',
    isChosen ? 'chosen' : '',
  ].filter((each) => each !== '');
  return html(
    'td',
    {
      class: looks.length === 0 ? undefined : looks.join(' '),
      'aria-current': day.isToday ? 'date' : undefined,
      ...(isLive && {
        role: 'gridcell',
        tabindex: isStop ? 0 : -1,
        'data-day': day.day,
        ...acting({ act: 'choose', what: choose }, `day.${day.day}`),
        'aria-selected': String(isChosen),
      }),
    },
    html('span', { class: 'unseen' }, [tellDay(day.day), ...told].join(', ')),
    html('span', { class: 'day', 'aria-hidden': 'true' }, String(day.number)),
    marksOf(day.entries, strings),
  );
}

/** A mark for each kind; the lines of all of them together are not more than the day has room for. */
function marksOf(entries: readonly CalendarEntry[], strings: OverviewStrings): Markup[] {
  let room = mostLines;
  const left = entries.length - mostLines;
  return kindOrder.flatMap((kind): Markup[] => {
    const some = entries.filter((entry) => entry.kind === kind);
    if (some.length === 0) return [];
    const isConcern = some.some((entry) => entry.isConcern);
    const lines = some.slice(0, room).map(({ title, time }) => `${time === '' ? '' : `${time.slice(0, 5)} `}${title}`);
    const wasLast = room > 0 && some.length >= room && left > 0;
    room = Math.max(0, room - some.length);
    const count = some.length > 1 ? String(some.length) : '';
    return [
      html(
        'span',
        { class: isConcern ? `mark ${kind} bad` : `mark ${kind}`, 'aria-hidden': 'true' },
        html('span', { class: 'letter' }, `${strings.kinds[kind][0]}${count}${isConcern ? '!' : ''}`),
        [...lines, ...(wasLast ? [strings.more(left)] : [])].map((line) => html('span', { class: 'word' }, line)),
      ),
    ];
  });
}

/** The entries of some days, day by day. */
function groupsOf(
  { entries, today }: CalendarView,
  [first, last]: readonly [first: string, last: string],
  strings: OverviewStrings,
): Group[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    // What has a time belongs to the day on which it begins.
    const end = entry.start === null ? entry.lastDay : entry.firstDay;
    if (entry.firstDay > last || end < first) continue;
    const on = entry.firstDay < first ? first : entry.firstDay;
    const same = groups.get(on);
    if (same) same.push(entryOf(entry, strings));
    else groups.set(on, [entryOf(entry, strings)]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, some]) => ({ title: tellDay(on), note: on === today ? strings.today : '', entries: some }));
}

function entryOf(entry: CalendarEntry, strings: OverviewStrings): Entry {
  const { kind, key, title, time, firstDay, lastDay, record, notes, isConcern } = entry;
  const [concern, ...others] = isConcern ? notes : [undefined, ...notes];
  const value = time !== '' ? time : firstDay === lastDay ? '' : strings.until(tellDay(lastDay));
  return {
    key,
    title,
    detail: [strings.kinds[kind][1], others.join(' ')].filter((each) => each !== '').join(' · '),
    ...(value === '' ? {} : { value }),
    concern,
    ...(record ? { status: record, opens: record.path, id: record.id } : {}),
  };
}

/** `Tue 3 March`. */
function tellDay(day: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}
