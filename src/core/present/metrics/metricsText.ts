import { printable } from '../../text/printable';
import type { Distribution } from './distribution';
import { tellValue, type MetricUnit } from './metric';
import type { MetricReport, MetricsReport, NamedRecord } from './metricsReport';

/** How the text is written. */
export interface MetricsTextStyle {
  readonly color: boolean;
  /** The records behind each value, and those without one, are listed. */
  readonly records: boolean;
}

/** The metrics for people: a block each, with a line for each quarter. */
export function metricsText(report: MetricsReport, { color, records }: MetricsTextStyle): string {
  const paint = (text: string, code: number): string => (color ? `\u001b[${String(code)}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  for (const metric of report.metrics) {
    const { label, meaning, unit, all, quarters, points } = metric;
    lines.push(paint(label, 1), paint(`  ${meaning}`, 2));
    if (points.length > 0) {
      const [head = '', ...rows] = tableLines([
        heads,
        ...quarters.map(({ quarter, values }) => [quarter, ...cells(values, unit)]),
        ...(quarters.length > 1 ? [['All', ...cells(all, unit)]] : []),
      ]);
      lines.push(paint(head, 2), ...rows);
    } else {
      lines.push(`  No value${report.quarter === null ? ' yet' : ` in ${report.quarter}`}.`);
    }
    if (records)
      for (const { record, value, on, sources } of points)
        lines.push(
          `  ${printable(nameOf(record))}  ${tellValue(value, unit)} on ${on} ${paint(`(${printable(sources)})`, 2)}`,
        );
    lines.push(...without(metric, records, paint), '');
  }
  const { quarters, quarter } = report;
  const measured = report.records.length;
  lines.push(
    `${String(measured)} record${measured === 1 ? '' : 's'} measured${quarter === null ? '' : `, of which counts what was over in ${quarter}`}${quarters.length === 0 ? '' : `; there are values from ${quarters[0] ?? ''} to ${quarters.at(-1) ?? ''}`}.`,
  );
  return `${lines.join('\n')}\n`;
}

const heads = ['', 'records', 'median', 'middle half', '90 % up to', 'range'];
/** What a column is wide at least, so that most tables stand below each other. */
const columnWidths = [9, 9, 13, 21, 13, 0];

function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = columnWidths.map((width, at) => Math.max(width, ...rows.map((row) => (row[at] ?? '').length + 2)));
  return rows.map((row) => `  ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join('')}`.trimEnd());
}

function cells(values: Distribution, unit: MetricUnit): string[] {
  const tell = (value: number | null): string => (value === null ? '' : tellValue(value, unit));
  const span = (from: number | null, to: number | null): string =>
    from === to ? tell(from) : `${tell(from)} – ${tell(to)}`;
  return [
    String(values.count),
    tell(values.median),
    span(values.lowerQuartile, values.upperQuartile),
    tell(values.p90),
    span(values.min, values.max),
  ];
}

function without(
  { notMeasurable, open, notApplicable }: MetricReport,
  records: boolean,
  paint: (text: string, code: number) => string,
): string[] {
  const counts = [
    ...(open > 0 ? [`${String(open)} still to come`] : []),
    ...(notApplicable > 0 ? [`${String(notApplicable)} never have it`] : []),
  ];
  const lines = counts.length > 0 ? [paint(`  ${counts.join(', ')}`, 2)] : [];
  if (notMeasurable.length === 0) return lines;
  if (records)
    return [
      ...lines,
      ...notMeasurable.map(
        ({ record, because }) => `  ${printable(nameOf(record))}  not measurable, because ${printable(because)}`,
      ),
    ];
  const reasons = new Map<string, number>();
  for (const { because } of notMeasurable) reasons.set(general(because), (reasons.get(general(because)) ?? 0) + 1);
  return [
    ...lines,
    ...[...reasons].map(([because, count]) => `  ${String(count)} not measurable, because ${printable(because)}`),
  ];
}

/** A reason without the dates of one record, so that the same ones are shown once. */
function general(because: string): string {
  return because.replace(/ \(\d{4}-\d{2}-\d{2}\)/g, '');
}

function nameOf({ id, path }: NamedRecord): string {
  return id ?? path;
}
