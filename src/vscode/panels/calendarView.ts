import { dayIn } from '../../core/lifecycle/instants';
import {
  daysShown,
  lastDayOf,
  monthView,
  type CalendarEntry,
  type CalendarView,
  type MonthDay,
} from '../../core/present/calendar';
import { calendarTogether } from '../../core/present/portfolioTogether';
import type { Block, Day, DayMark, Entry, Group } from '../../webview/protocol/overview';
import type { Asked } from './asked';
import type { OverviewStrings } from './overviewStrings';
import { folderSelect, listBlock, policyNotices, statusOf, type Known, type OverviewView } from './overviewView';

/** How many entries are told at once. */
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
export function calendarPageView(known: Known, asked: Asked, strings: OverviewStrings): OverviewView {
  const month = monthOf(known, asked);
  const all = calendarTogether(known.folders, ...daysShown(month));
  const kinds = kindOrder.filter((kind) => asked.chosen.includes(`kind:${kind}`));
  const calendar: CalendarView = {
    ...all,
    entries: kinds.length === 0 ? all.entries : all.entries.filter(({ kind }) => kinds.some((each) => each === kind)),
  };
  const { label, weeks } = monthView(calendar, month);
  const groups = groupsOf(calendar, month, asked, strings);
  return {
    head: {
      title: label,
      facts: `${strings.calendar} · ${strings.clocks(all.zone)}`,
      notices: policyNotices(known, strings),
      selects: folderSelect(known, asked, strings),
      acts: [
        { act: 'previous', label: strings.previous, sign: '‹' },
        { act: 'today', label: strings.today },
        { act: 'next', label: strings.next, sign: '›' },
        { act: 'export', label: strings.exportAs },
      ],
    },
    sections: [
      {
        id: 'month',
        title: ` ${label}`,
        size: 'large',
        blocks: [
          {
            kind: 'month',
            caption: label,
            weekdays: strings.weekdays,
            weeks: weeks.map((week) => week.map((day) => dayOf(day, asked, strings))),
          },
          legend(all, asked, strings),
        ],
      },
      {
        id: 'list',
        title: strings.cards.list,
        size: 'small',
        blocks: [listBlock('list', label, groups, strings.nothingScheduled, asked, most)],
      },
    ],
    spoken: label,
  };
}

/** What the letters mean; each shows its kind alone. */
function legend({ entries }: CalendarView, asked: Asked, strings: OverviewStrings): Block {
  const chips = kindOrder
    .filter((kind) => entries.some((entry) => entry.kind === kind) || asked.chosen.includes(`kind:${kind}`))
    .map((kind) => {
      const [letter, , many] = strings.kinds[kind];
      return { choose: `kind:${kind}`, isChosen: asked.chosen.includes(`kind:${kind}`), label: `${letter}  ${many}` };
    });
  return { kind: 'chips', caption: strings.show, chips };
}

function dayOf(day: MonthDay, { chosen }: Asked, strings: OverviewStrings): Day {
  const told = day.entries.map(({ kind, title, time }) =>
    [strings.kinds[kind][1], title, time].filter(Boolean).join(' '),
  );
  return {
    choose: `day:${day.day}`,
    isChosen: chosen.includes(`day:${day.day}`),
    day: day.day,
    number: day.number,
    isInMonth: day.isInMonth,
    isToday: day.isToday,
    isFrozen: day.isFrozen,
    label: [tellDay(day.day), ...told].join(', '),
    marks: marksOf(day.entries, strings),
  };
}

/** A mark for each kind; the lines of all of them together are not more than the day has room for. */
function marksOf(entries: readonly CalendarEntry[], strings: OverviewStrings): DayMark[] {
  let room = mostLines;
  const left = entries.length - mostLines;
  return kindOrder.flatMap((kind): DayMark[] => {
    const some = entries.filter((entry) => entry.kind === kind);
    if (some.length === 0) return [];
    const isConcern = some.some((entry) => entry.isConcern);
    const lines = some.slice(0, room).map(({ title, time }) => `${time === '' ? '' : `${time.slice(0, 5)} `}${title}`);
    const wasLast = room > 0 && some.length >= room && left > 0;
    room = Math.max(0, room - some.length);
    const count = some.length > 1 ? String(some.length) : '';
    return [
      {
        letter: `${strings.kinds[kind][0]}${count}${isConcern ? '!' : ''}`,
        kind,
        lines: wasLast ? [...lines, strings.more(left)] : lines,
        isConcern,
      },
    ];
  });
}

/** The entries of the month, or of the day that was chosen, day by day. */
function groupsOf(
  { entries, today }: CalendarView,
  month: string,
  { chosen }: Asked,
  strings: OverviewStrings,
): Group[] {
  const day = chosen.find((each) => each.startsWith('day:'))?.slice('day:'.length);
  const [first, last] = day === undefined ? [`${month}-01`, lastDayOf(month)] : [day, day];
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
    ...(concern === undefined ? {} : { concern }),
    ...(record ? { status: statusOf(record), opens: record.path } : {}),
  };
}

/** `Tue 3 March`. */
function tellDay(day: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}
