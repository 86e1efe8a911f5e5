import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { dayIn } from '../../core/lifecycle/instants';
import { calendarText } from '../../core/present/report/calendarText';
import { calendarCsv } from '../../core/present/dashboard/calendarCsv';
import { calendarHtml } from '../../core/present/overview/calendarHtml';
import { icalendar } from '../../core/present/report/icalendar';
import { calendarView, lastDayOf, monthAfter, monthCalendar, monthView, readMonth } from '../../core/present/calendar';
import { knownOf } from '../../core/present/overview/known';
import type { PortfolioInput } from '../../core/present/portfolio';
import { UsageError, type Command } from './command';
import { openGovernance } from './governance';
import { readOptions } from './options';
import { writeOutput } from './output';
import { portfolioInput } from './portfolioInput';

const help = `changegate calendar [--month MONTH] [--ics FILE | --html FILE | --csv FILE] [--name TEXT] [--root DIR]

Shows when changes are made: change windows with their real length, freezes, scheduled change records, and what is due.

  --month     2026-03; default: the month of today, in the zone of the policy
  --ics       writes an iCalendar file (RFC 5545) instead, "-" for the terminal: from that month on a year of windows,
              and all that records have scheduled or due
  --html      writes the month as one page that needs nothing but itself
  --csv       writes the month as a table, one row an entry
  --name      what that calendar is called, and what keeps it apart from others; default: the name of the folder
  --root      the folder of the workspace

With SOURCE_DATE_EPOCH in the environment it is that moment, and the same records give the same bytes.

Exit codes: 0 written, 2 failed.
`;

export const calendarCommand: Command = {
  summary: 'Show change windows, freezes and what is due',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      month: { type: 'string' },
      ics: { type: 'string' },
      html: { type: 'string' },
      csv: { type: 'string' },
      name: { type: 'string' },
      root: { type: 'string' },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0] ?? ''}" is not expected here.`);
    const [format, second] = (['ics', 'html', 'csv'] as const).filter((each) => values[each] !== undefined);
    if (format && second) throw new UsageError(`One of --${format} and --${second} is expected.`);
    const named = values.month === undefined ? undefined : readMonth(values.month);
    if (values.month !== undefined && named === undefined)
      throw new UsageError(`--month is "${values.month}"; a month is written as 2026-03.`);
    const governance = await openGovernance(terminal, values.root);
    const input = await portfolioInput(governance);
    const month = named ?? dayIn(input.policy.zone, input.now).slice(0, 7);
    const name = values.name ?? basename(governance.root);
    if (format) {
      writeOutput(written(format, input, month, name), values[format], terminal);
      return 0;
    }
    const view = monthCalendar(input, month);
    terminal.out(calendarText(view, monthView(view, month), { color: terminal.color }));
    return 0;
  },
};

function written(format: 'ics' | 'html' | 'csv', input: PortfolioInput, month: string, name: string): string {
  if (format === 'ics') {
    const year = calendarView(input, `${month}-01`, lastDayOf(monthAfter(month, 11)), 'all-records');
    return icalendar(year, { name, now: input.now });
  }
  const view = calendarView(input, `${month}-01`, lastDayOf(month));
  if (format === 'csv') return calendarCsv(view);
  const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64');
  return calendarHtml(knownOf(input, name), month, name, sha256);
}
