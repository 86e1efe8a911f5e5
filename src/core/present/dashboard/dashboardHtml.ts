import { timeIn, dayIn } from '../../lifecycle/instants';
import { counted } from '../../text/counted';
import type { Count, PortfolioView } from '../portfolio';
import { element, type Markup } from '../svg/markup';
import { htmlPage, type PageFrame } from '../report/page';
import { calendarSection } from './calendarHtml';
import type { Dashboard } from './dashboard';
import { dashboardStyle } from './dashboardStyle';
import { card, disclosure, list, recordName, section, table } from './htmlParts';
import { metricsSection } from './metricsHtml';
import { riskPart } from './riskHtml';
import { waitingPart } from './waitingHtml';

/** The dashboard as one page for a wiki or an artifact: nothing of it comes from elsewhere, nothing of it is a script. */
export function dashboardHtml(dashboard: Dashboard, name: string, sha256: PageFrame['sha256']): string {
  const { portfolio, metrics, now, zone, calendar, month } = dashboard;
  const parts = [
    ['now', 'At a glance'],
    ['risk', 'Risk'],
    ['waiting', 'Waiting and due'],
    ['calendar', 'Calendar'],
    ['metrics', 'Metrics'],
  ] as const;
  return htmlPage(
    { title: `${name} – governance dashboard`, style: dashboardStyle(), sha256 },
    element(
      'header',
      {},
      element('h1', {}, 'Governance dashboard'),
      element('p', { class: 'lead' }, `${name} · ${dayIn(zone, now)} ${timeIn(zone, now)} (${zone})`),
      element(
        'nav',
        { 'aria-label': 'Parts of the page' },
        element(
          'ul',
          {},
          parts.map(([id, title]) => element('li', {}, element('a', { href: `#${id}` }, title))),
        ),
      ),
    ),
    element(
      'main',
      {},
      section('now', 'At a glance', figures(portfolio), glance(portfolio)),
      section('risk', 'Risk of open records', riskPart(portfolio)),
      section('waiting', 'Waiting and due', waitingPart(portfolio)),
      calendarSection(calendar, month),
      metricsSection(metrics),
    ),
    element(
      'footer',
      {},
      element('p', {}, `Made by Changegate from ${counted(portfolio.total + portfolio.archived, 'record')}.`),
    ),
  );
}

function figures({ total, open, archived, waiting, due, overlaps, hasMoreOverlaps }: PortfolioView): Markup {
  const overdue = due.filter(({ isOverdue }) => isOverdue).length;
  const figure = (label: string, value: number | string, isAlert = false): Markup =>
    element(
      'div',
      { class: isAlert && value !== 0 ? 'alert' : undefined },
      element('dt', {}, label),
      element('dd', {}, String(value)),
    );
  return element(
    'dl',
    { class: 'figures' },
    figure(archived > 0 ? `records, ${String(archived)} more archived` : 'records', total),
    figure('open', open),
    figure('proposed, to be decided', waiting),
    figure('overdue', overdue, true),
    figure(
      overlaps.length === 1 ? 'overlap of files' : 'overlaps of files',
      hasMoreOverlaps ? `> ${String(overlaps.length)}` : overlaps.length,
    ),
  );
}

function glance({ total, open, byStatus, byAge, byRisk, byType }: PortfolioView): Markup {
  return element(
    'div',
    { class: 'cards pair' },
    barCard('By status', `All ${counted(total, 'record')}`, 'Status', byStatus),
    barCard('By risk', `${counted(open, 'open record')}, as declared`, 'Risk', byRisk),
    barCard('By age', `${counted(open, 'open record')}, since their request`, 'Age', byAge),
    barCard('By type', counted(open, 'open record'), 'Type', byType),
  );
}

/** Bars that are a table: whoever does not see them reads the numbers. */
function barCard(title: string, about: string, head: string, counts: readonly Count[]): Markup {
  const most = Math.max(1, ...counts.map(({ records }) => records.length));
  if (counts.length === 0) return card(title, element('p', { class: 'empty' }, 'No record.'));
  return card(
    title,
    element(
      'table',
      { class: 'bars' },
      element('caption', {}, about),
      element(
        'thead',
        { class: 'unseen' },
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, head),
          element('td', {}),
          element('th', { scope: 'col' }, 'Records'),
        ),
      ),
      element(
        'tbody',
        {},
        counts.map(({ label, records }) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, label),
            element('td', {}, barOf(records.length / most)),
            element('td', { class: 'number' }, String(records.length)),
          ),
        ),
      ),
    ),
    disclosure(
      'Records',
      table(
        `${title}: records`,
        [{ head }, { head: 'Records' }],
        counts.map(({ label, records }) => [label, list(records.map((record) => recordName(record)))]),
        '',
      ),
    ),
  );
}

/** A share of the width of its cell; without words, so that it can be stretched. */
function barOf(share: number): Markup {
  const percent = `${String(Math.max(1, Math.round(share * 1000) / 10))}%`;
  return element(
    'svg',
    { class: 'bar', 'aria-hidden': 'true' },
    element('rect', { width: '100%', height: 12, rx: 3, class: 'track' }),
    element('rect', { width: percent, height: 12, rx: 3, class: 'fill' }),
  );
}
