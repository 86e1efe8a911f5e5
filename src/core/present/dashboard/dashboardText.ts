import { dayIn, timeIn } from '../../lifecycle/instants';
import { counted } from '../../text/counted';
import type { Count } from '../portfolio';
import { headlineOf } from '../metrics/metric';
import type { NamedRecord } from '../metrics/metricsReport';
import { printable } from '../../text/printable';
import type { Dashboard } from './dashboard';

/** How the text is written. */
export interface DashboardTextStyle {
  readonly color: boolean;
}

/** The dashboard for people at a terminal: what is open, what waits, what is due, and the median of each metric. */
export function dashboardText({ now, zone, portfolio, metrics }: Dashboard, { color }: DashboardTextStyle): string {
  const paint = (text: string, code: number): string => (color ? `\u001b[${String(code)}m${text}\u001b[0m` : text);
  const { total, open, archived, waits, due, overlaps } = portfolio;
  const lines: string[] = [
    `${counted(total, 'record')}, ${String(open)} open${archived > 0 ? `, ${String(archived)} more in the archive` : ''} (${dayIn(zone, now)} ${timeIn(zone, now)} ${zone})`,
  ];
  const block = (title: string, rows: readonly string[]): void => {
    if (rows.length > 0) lines.push('', paint(title, 1), ...rows.map((row) => `  ${printable(row)}`));
  };
  block('By status', bars(portfolio.byStatus));
  block('Open, by age', bars(portfolio.byAge));
  block('Open, by risk', bars(portfolio.byRisk));
  block('Open, by type', bars(portfolio.byType));
  block(
    'Waits for',
    waits.flatMap(({ whom, records }) => [
      whom,
      ...records.map(({ record, days }) => `  ${told(record)}${days === null ? '' : `, ${counted(days, 'day')}`}`),
    ]),
  );
  block(
    'Due',
    due.map(
      ({ kind, record, day, isOverdue, because }) =>
        `${day}  ${kind.padEnd(12)}  ${told(record)} (${isOverdue ? 'overdue; ' : ''}${because})`,
    ),
  );
  block('Overlaps', [
    ...overlaps
      .slice(0, 20)
      .map(
        ({ records: [a, b], files }) =>
          `${nameOf(a)} and ${nameOf(b)}: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}`,
      ),
    ...(overlaps.length > 20
      ? [`and ${portfolio.hasMoreOverlaps ? 'more than ' : ''}${String(overlaps.length - 20)} more`]
      : []),
  ]);
  block(
    metrics.quarter === null ? 'Metrics' : `Metrics of ${metrics.quarter}`,
    metrics.metrics.map((metric) => {
      const { label, points, all, notMeasurable } = metric;
      const headline = headlineOf(
        metric,
        points.map(({ value }) => value),
        all,
      );
      const value = headline ? `${headline.value} ${headline.what}` : 'no value';
      const without = notMeasurable.length === 0 ? '' : `; ${String(notMeasurable.length)} not measurable`;
      return `${label.padEnd(40)}${value}${without}`;
    }),
  );
  return `${lines.join('\n')}\n`;
}

function bars(counts: readonly Count[]): string[] {
  const width = Math.max(0, ...counts.map(({ label }) => label.length));
  const digits = Math.max(0, ...counts.map(({ records }) => String(records.length).length));
  return counts.map(({ label, records }) => {
    const names = records.map(nameOf);
    const some = names.length > 4 ? [...names.slice(0, 4), '…'] : names;
    return `${label.padEnd(width)}  ${String(records.length).padStart(digits)}  ${some.join(' ')}`;
  });
}

function told({ id, path, title }: NamedRecord): string {
  return `${id ?? path}${title === null ? '' : ` ${title}`}`;
}

function nameOf({ id, path }: NamedRecord): string {
  return id ?? path;
}
