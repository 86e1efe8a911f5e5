import { headlineOf, tellValue } from '../../core/present/metrics/metric';
import type { MetricPoint, MetricReport, MetricsReport } from '../../core/present/metrics/metricsReport';
import { metricChart, pointPart } from '../../core/present/dashboard/metricChart';
import type { PictureTheme } from '../../core/present/svg/picture';
import type { Block, Entry, OverviewSection } from '../../webview/protocol/overview';
import type { Asked } from './asked';
import type { OverviewStrings } from './overviewStrings';
import { listBlock, plain } from './overviewView';

/** How the core draws for the page: parts can be reached by keys, and the page has the style. */
const theme: PictureTheme = { kind: 'embedded', prefix: 'overview', width: 'narrow', interactive: true };

/** How many records behind a metric are told at once. */
const most = 6;

/** The metrics: a heading, and a card each with its values over time and the records behind them. */
export function metricSections(
  { metrics }: MetricsReport,
  asked: Asked,
  strings: OverviewStrings,
): readonly OverviewSection[] {
  // Without a look at branches nobody knows of the files that were touched: that is no finding about the records.
  const shown = metrics.filter(({ key, points }) => key !== 'files-foreseen' || points.length > 0);
  return [
    {
      id: 'metrics',
      title: strings.cards.metrics,
      size: 'whole',
      blocks: [{ kind: 'text', text: strings.metricsHint }],
    },
    ...shown.map((metric) => metricSection(metric, asked, strings)),
  ];
}

function metricSection(metric: MetricReport, asked: Asked, strings: OverviewStrings): OverviewSection {
  const { key, label, meaning, all, points, notMeasurable, open, notApplicable } = metric;
  const headline = headlineOf(
    metric,
    points.map(({ value }) => value),
    all,
  );
  const others = strings.open(open, notApplicable);
  const told: Block[] =
    points.length === 0
      ? [{ kind: 'text', text: strings.noValue }]
      : [chart(metric), ...chosen(metric, asked), ...behind(metric, asked, strings)];
  return {
    id: `metric.${key}`,
    title: label,
    size: 'small',
    blocks: [
      ...(headline ? [{ kind: 'headline' as const, ...headline }] : []),
      ...told,
      ...missing(metric, notMeasurable.length, asked, strings),
      { kind: 'text', text: others === '' ? meaning : `${meaning} ${others}.` },
    ],
  };
}

/** What chooses a quarter, or one value of it. */
function pointKey(key: string, quarter: string, value?: number): string {
  return `point:${value === undefined ? `${key}:${quarter}` : pointPart(key, quarter, value)}`;
}

/** A value with one record opens it; one with several, and a quarter, tell them. */
function chart(metric: MetricReport): Block {
  const { key, quarters } = metric;
  return {
    kind: 'picture',
    svg: metricChart(metric, theme),
    parts: quarters.flatMap(({ quarter, points }) => {
      const byValue = new Map<number, MetricPoint[]>();
      for (const point of points) {
        const same = byValue.get(point.value);
        if (same) same.push(point);
        else byValue.set(point.value, [point]);
      }
      return [
        { part: `${key}:${quarter}`, choose: pointKey(key, quarter) },
        ...[...byValue].map(([value, [first, ...others]]) => ({
          part: pointPart(key, quarter, value),
          ...(first && others.length === 0 ? { opens: first.record.path } : { choose: pointKey(key, quarter, value) }),
        })),
      ];
    }),
  };
}

function entryOf({ record, value, on, sources }: MetricPoint, { unit }: MetricReport): Entry {
  return {
    key: record.path,
    title: record.title ?? record.id ?? record.path,
    detail: [record.id, on, sources].filter((each) => each !== null && each !== '').join(' · '),
    value: tellValue(value, unit),
    opens: record.path,
  };
}

/** The records behind what was chosen in the chart. */
function chosen(metric: MetricReport, asked: Asked): Block[] {
  const { key, label } = metric;
  const groups = metric.quarters.flatMap(({ quarter, points }) => {
    const some = points.filter(({ value }) =>
      [pointKey(key, quarter), pointKey(key, quarter, value)].some((each) => asked.chosen.includes(each)),
    );
    return some.length === 0
      ? []
      : [{ title: quarter, note: '', entries: some.map((point) => entryOf(point, metric)) }];
  });
  return groups.length === 0 ? [] : [listBlock(`chosen.${key}`, label, groups, '', asked, most)];
}

function behind(metric: MetricReport, asked: Asked, strings: OverviewStrings): Block[] {
  const { key, label, points } = metric;
  const entries = [...points].reverse().map((point) => entryOf(point, metric));
  return [
    {
      kind: 'fold',
      fold: `behind.${key}`,
      title: strings.behind(points.length),
      blocks: [listBlock(`behind.${key}`, label, plain(entries), '', asked, most)],
    },
  ];
}

function missing(
  { key, label, notMeasurable }: MetricReport,
  count: number,
  asked: Asked,
  strings: OverviewStrings,
): Block[] {
  if (count === 0) return [];
  const entries = notMeasurable.map(({ record, because }): Entry => ({
    key: record.path,
    title: record.title ?? record.id ?? record.path,
    detail: because,
    opens: record.path,
  }));
  return [
    {
      kind: 'fold',
      fold: `missing.${key}`,
      title: strings.notMeasurable(count),
      blocks: [listBlock(`missing.${key}`, label, plain(entries), '', asked, most)],
    },
  ];
}
