import { timeIn, dayIn } from '../../lifecycle/instants';
import { counted } from '../../text/counted';
import type { Dashboard } from '../dashboard/dashboard';
import { everything } from './asked';
import { calendarSections } from './calendarPage';
import { dashboardPage } from './dashboardPage';
import type { Known } from './known';
import { facts } from './parts';
import { overviewStrings } from './strings';
import { html, pageHtml, section } from '../page/html';
import { pageStyle } from '../page/pageStyle';
import { staticMarkup } from '../svg/markup';
import { htmlPage, type PageFrame } from '../report/page';

/** The dashboard as one page for a wiki or an artifact: nothing of it comes from elsewhere, nothing of it is a script. */
export function dashboardHtml(dashboard: Dashboard, known: Known, name: string, sha256: PageFrame['sha256']): string {
  const { portfolio, now, zone, calendar, month } = dashboard;
  const strings = overviewStrings();
  const shown = { strings, asked: everything, isLive: false };
  const [head, ...parts] = dashboardPage(dashboard, known, shown).parts;
  const at = parts.findIndex(({ id }) => id === 'metrics');
  const all = [
    ...parts.slice(0, at),
    section('calendar', strings.calendar, { class: 'whole' }, facts(strings.clocks(zone))),
    ...calendarSections(month, calendar, [calendar.first, calendar.last], shown, { title: month.label }),
    ...parts.slice(at),
  ];
  const links = (['matrix', 'waits', 'records', 'due', 'overlaps', 'metrics'] as const).map((id) =>
    html('li', {}, html('a', { href: `#part.${id}` }, strings.cards[id])),
  );
  const top = html(
    'nav',
    { class: 'head', 'aria-label': strings.dashboard },
    facts(`${name} · ${dayIn(zone, now)} ${timeIn(zone, now)} (${zone})`),
    html('ul', { class: 'links' }, links),
  );
  const made = `Made by Changegate from ${counted(portfolio.total + portfolio.archived, 'record')}.`;
  return htmlPage(
    { title: `${name} – governance dashboard`, style: pageStyle('own'), sha256 },
    html(
      'main',
      { class: 'overview' },
      staticMarkup(pageHtml({ parts: head ? [head] : [] }).html),
      top,
      staticMarkup(pageHtml({ parts: all }).html),
      html('footer', { class: 'made' }, made),
    ),
  );
}
