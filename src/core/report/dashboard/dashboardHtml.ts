import { timeIn, dayIn } from '../../lifecycle/instants';
import { lookOf } from '../../view/statusLook';
import type { Count, DueDate, Overlap, PortfolioView, Wait } from '../../view/portfolio';
import type { PortfolioMatrix } from '../../view/portfolioMatrix';
import { element, fragment, type Content, type Markup } from '../../view/svg/markup';
import { htmlPage, type PageFrame } from '../page';
import { calendarSection } from './calendarHtml';
import type { Dashboard } from './dashboard';
import { dashboardStyle } from './dashboardStyle';
import { card, disclosure, list, longTable, recordName, section, table } from './htmlParts';
import { metricsSection } from './metricsHtml';

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
      element('p', {}, `Made by Changegate from ${countOf(portfolio.total + portfolio.archived, 'record')}.`),
    ),
  );
}

function figures({ total, open, archived, byStatus, due, overlaps, hasMoreOverlaps }: PortfolioView): Markup {
  const proposed = byStatus.find(({ key }) => key === 'PROPOSED')?.records.length ?? 0;
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
    figure('proposed, to be decided', proposed),
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
    barCard('By status', `All ${countOf(total, 'record')}`, 'Status', byStatus),
    barCard('By risk', `${countOf(open, 'open record')}, as declared`, 'Risk', byRisk),
    barCard('By age', `${countOf(open, 'open record')}, since their request`, 'Age', byAge),
    barCard('By type', countOf(open, 'open record'), 'Type', byType),
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

function riskPart({ matrices, open }: PortfolioView): Markup {
  if (matrices.length === 0)
    return element('p', { class: 'empty' }, open === 0 ? 'No record is open.' : 'No risk is recorded.');
  return element(
    'div',
    { class: 'cards pair loose' },
    matrices.map((matrix) => matrixCards(matrix, matrices.length)),
  );
}

function matrixCards(matrix: PortfolioMatrix, count: number): Markup {
  const { processes, rows, unplaced, placed } = matrix;
  const of = count > 1 ? ` (${processes.join(', ')})` : '';
  const cells = rows.flatMap((row) => row.cells).filter(({ records }) => records.length > 0);
  return fragment(
    card(
      `Probability × impact${of}`,
      element(
        'p',
        { class: 'muted small' },
        `Each open record in the cell of its highest risk; ${String(placed)} of ${String(placed + unplaced.length)} have one.`,
      ),
      matrixTable(matrix),
    ),
    card(
      `Highest risks${of}`,
      longTable(
        'From the highest score',
        [{ head: 'Score', kind: 'nowrap' }, { head: 'Record and risk' }],
        [...cells]
          .sort((a, b) => b.score - a.score)
          .flatMap(({ score, band, records }) =>
            records.map(({ record, risk }): Content[] => [
              `${String(score)} ${band.toLowerCase()}`,
              [recordName(record), element('div', { class: 'muted small' }, risk)],
            ]),
          ),
        'No open record has a risk with probability and impact.',
        8,
      ),
      unplaced.length === 0
        ? undefined
        : disclosure(
            `${String(unplaced.length)} without a scored risk`,
            table(
              'Open records without a risk that has probability and impact',
              [{ head: 'Record' }, { head: 'Declared', kind: 'nowrap' }],
              unplaced.map(({ record, risk }) => [
                recordName(record),
                risk === null ? 'not assessed' : lookOf(risk).label.toLowerCase(),
              ]),
              '',
            ),
          ),
    ),
  );
}

/** The matrix as a table with the tones of the bands; the words stand in the cells as well. */
function matrixTable({ levels, rows }: PortfolioMatrix): Markup {
  return element(
    'table',
    { class: 'matrix', 'aria-label': 'Open records by probability (rows) and impact (columns)' },
    element(
      'tbody',
      {},
      rows.map(({ probability, cells }, index) =>
        element(
          'tr',
          {},
          element(
            'th',
            { scope: 'row' },
            index === 0 ? element('span', { class: 'axis' }, 'Probability') : undefined,
            probability,
          ),
          cells.map(({ tone, score, band, records }) =>
            element(
              'td',
              { class: `tone${String(tone)}` },
              element('span', { class: 'band' }, `${String(score)} ${band.toLowerCase()}`),
              element(
                'span',
                { class: records.length === 0 ? 'count none' : 'count' },
                records.length === 0 ? '–' : String(records.length),
              ),
            ),
          ),
        ),
      ),
    ),
    element(
      'tfoot',
      {},
      element(
        'tr',
        {},
        element('td', {}),
        levels.map(({ name }) => element('th', { scope: 'col' }, name)),
      ),
      element('tr', {}, element('td', {}), element('td', { class: 'axis', colspan: levels.length }, 'Impact')),
    ),
  );
}

const dueWords: Readonly<Record<DueDate['kind'], string>> = {
  approval: 'Decide',
  notification: 'Notify the CTO',
  review: 'Review',
  scheduled: 'Make the change',
};

function waitingPart({ waits, due, overlaps }: PortfolioView): Markup {
  return element(
    'div',
    { class: 'cards pair loose' },
    element('div', { class: 'stack' }, waitsCard(waits), overlapsCard(overlaps)),
    card(
      'Due',
      longTable(
        'By day',
        [{ head: 'Day', kind: 'nowrap' }, { head: 'What' }],
        due.map(({ kind, record, day, isOverdue, because }) => [
          [day, isOverdue ? element('div', { class: 'late' }, 'Overdue') : undefined],
          [`${dueWords[kind]}: `, recordName(record), element('div', { class: 'muted small' }, because)],
        ]),
        'Nothing is due.',
        10,
      ),
    ),
  );
}

function waitsCard(waits: readonly Wait[]): Markup {
  return card(
    'What waits for whom',
    longTable(
      'Approvals, and records that have to be completed before others',
      [{ head: 'Waits for' }, { head: 'Records' }],
      waits.map(({ whom, kind, records }) => [
        kind === 'role' ? whom : element('span', { class: 'id' }, whom),
        list(
          records.map(({ record, days }) => [
            recordName(record),
            days === null ? undefined : [' ', element('span', { class: 'muted nowrap' }, `(${countOf(days, 'day')})`)],
          ]),
        ),
      ]),
      'Nothing waits.',
      10,
    ),
  );
}

function overlapsCard(overlaps: readonly Overlap[]): Markup {
  return card(
    'Overlaps',
    longTable(
      'Open records that name the same files',
      [{ head: 'Records', kind: 'half' }, { head: 'Files' }],
      overlaps.map(({ records, files }) => [
        list(records.map((record) => recordName(record))),
        list([...files.slice(0, 8), ...(files.length > 8 ? [`and ${String(files.length - 8)} more`] : [])]),
      ]),
      'No two open records name the same file.',
      6,
    ),
  );
}

function countOf(count: number, thing: string): string {
  return `${String(count)} ${thing}${count === 1 ? '' : 's'}`;
}
