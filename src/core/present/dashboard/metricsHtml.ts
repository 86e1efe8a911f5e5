import { metricChart } from './metricChart';
import { element, staticMarkup, type Markup } from '../svg/markup';
import type { Distribution } from '../metrics/distribution';
import { headlineOf, tellValue, type MetricUnit } from '../metrics/metric';
import type { MetricReport, MetricsReport } from '../metrics/metricsReport';
import { card, disclosure, recordName, section, table } from './htmlParts';

/** The metrics: a card each with its values over time, the records behind them, and those that have none. */
export function metricsSection({ metrics, quarter }: MetricsReport): Markup {
  return section(
    'metrics',
    quarter === null ? 'Metrics by quarter' : `Metrics of ${quarter}`,
    element(
      'p',
      { class: 'muted small intro' },
      'A value counts in the quarter in which it was over. Dots are values, the bar is the median; from four values on the box is the middle half and the dashed bar what nine of ten do not pass. Counts are bubbles with the number of records.',
    ),
    element('div', { class: 'cards' }, metrics.map(metricCard)),
  );
}

function metricCard(metric: MetricReport): Markup {
  const { label, meaning, unit, all, quarters, points, notMeasurable, open, notApplicable } = metric;
  const others = [
    ...(open > 0 ? [`${String(open)} still to come`] : []),
    ...(notApplicable > 0 ? [`${String(notApplicable)} never have it`] : []),
  ].join(', ');
  const headline = headlineOf(
    metric,
    points.map(({ value }) => value),
    all,
  );
  return card(
    label,
    element('p', { class: 'muted small' }, meaning),
    headline
      ? element('p', { class: 'median' }, `${headline.value} `, element('span', {}, headline.what))
      : element('p', { class: 'empty' }, 'No value yet.'),
    points.length === 0 ? undefined : staticMarkup(metricChart(metric, { kind: 'embedded' })),
    points.length === 0 ? undefined : disclosure('By quarter', quarterTable(label, quarters, all, unit)),
    points.length === 0
      ? undefined
      : disclosure(
          `Records behind it (${String(points.length)})`,
          table(
            `${label}: values`,
            [{ head: 'Record' }, { head: 'Value', kind: 'number' }],
            points.map(({ record, value, on, sources }) => [
              [recordName(record), element('div', { class: 'muted small' }, `${on} · ${sources}`)],
              tellValue(value, unit),
            ]),
            '',
          ),
        ),
    notMeasurable.length === 0
      ? undefined
      : disclosure(
          `Not measurable (${String(notMeasurable.length)})`,
          table(
            `${label}: not measurable, because …`,
            [{ head: 'Record' }, { head: 'Because' }],
            notMeasurable.map(({ record, because }) => [recordName(record), because]),
            '',
          ),
        ),
    others === '' ? undefined : element('p', { class: 'legend' }, `${others}.`),
  );
}

function quarterTable(label: string, quarters: MetricReport['quarters'], all: Distribution, unit: MetricUnit): Markup {
  const tell = (value: number | null): string => (value === null ? '' : tellValue(value, unit));
  const row = (name: string, values: Distribution): string[] => [
    name,
    String(values.count),
    tell(values.median),
    values.lowerQuartile === values.upperQuartile
      ? tell(values.median)
      : `${tell(values.lowerQuartile)} – ${tell(values.upperQuartile)}`,
    tell(values.p90),
  ];
  return table(
    `${label} by quarter`,
    [
      { head: 'Quarter', kind: 'nowrap' },
      { head: 'n', kind: 'number' },
      { head: 'Median', kind: 'number' },
      { head: 'Middle half', kind: 'number' },
      { head: '90 % up to', kind: 'number' },
    ],
    [...quarters.map(({ quarter, values }) => row(quarter, values)), ...(quarters.length > 1 ? [row('All', all)] : [])],
    '',
  );
}
