import { headlineOf, tellValue } from '../metrics/metric';
import type { Distribution } from '../metrics/distribution';
import type { MetricPoint, MetricReport, MetricsReport } from '../metrics/metricsReport';
import { metricChart, pointPart } from '../dashboard/metricChart';
import { acting, disclosure, html, section, type Act, type PagePart } from '../page/html';
import { staticMarkup, type Content, type Markup } from '../svg/markup';
import { facts, listPart, plain, type Entry, type Shown } from './parts';

/** How many records behind a metric are shown at once. */
const most = 6;

/** The metrics: a heading, and a card each with its values over time and the records behind them. */
export function metricSections({ metrics, quarter }: MetricsReport, shown: Shown): readonly PagePart[] {
  // Without a look at branches nobody knows of the files that were touched: that is no finding about the records.
  const some = metrics.filter(({ key, points }) => key !== 'files-foreseen' || points.length > 0);
  const { cards, metricsHint } = shown.strings;
  return [
    section(
      'metrics',
      // A file has no choice that says which quarter it is.
      shown.isLive || quarter === null ? cards.metrics : `${cards.metrics} · ${quarter}`,
      { class: 'whole' },
      facts(metricsHint),
    ),
    ...some.map((metric) => metricSection(metric, shown)),
  ];
}

function metricSection(metric: MetricReport, shown: Shown): PagePart {
  const { key, label, meaning, all, points, open, notApplicable } = metric;
  const { strings } = shown;
  const headline = headlineOf(
    metric,
    points.map(({ value }) => value),
    all,
  );
  const others = strings.open(open, notApplicable);
  return section(
    `metric.${key}`,
    label,
    { class: 'small' },
    headline && html('p', { class: 'headline' }, html('strong', {}, headline.value), ' ', headline.what),
    points.length === 0
      ? facts(strings.noValue)
      : [
          chart(metric, shown),
          shown.isLive ? chosen(metric, shown) : quarterTable(metric, shown),
          behind(metric, shown),
        ],
    missing(metric, shown),
    facts(others === '' ? meaning : `${meaning} ${others}.`),
  );
}

/** What chooses a quarter, or one value of it. */
function pointKey(key: string, quarter: string, value?: number): string {
  return `point:${value === undefined ? `${key}:${quarter}` : pointPart(key, quarter, value)}`;
}

/** A value with one record opens it; one with several, and a quarter, tell them. */
function chart(metric: MetricReport, { isLive }: Shown): Markup {
  const { key, quarters } = metric;
  const acts = new Map<string, Act>();
  for (const { quarter, points } of quarters) {
    acts.set(`${key}:${quarter}`, { act: 'choose', what: pointKey(key, quarter) });
    for (const { value, record } of points) {
      const part = pointPart(key, quarter, value);
      acts.set(
        part,
        acts.has(part) ? { act: 'choose', what: pointKey(key, quarter, value) } : { act: 'open', what: record.path },
      );
    }
  }
  const act = (part: string): ReturnType<typeof acting> | undefined => {
    const does = acts.get(part);
    return does && acting(does, `metric.${key}.${part}`);
  };
  const svg = metricChart(metric, { kind: 'embedded', prefix: 'overview', ...(isLive ? { acts: act } : {}) });
  return html('figure', {}, staticMarkup(svg));
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
function chosen(metric: MetricReport, shown: Shown): Content {
  const { key, label } = metric;
  const groups = metric.quarters.flatMap(({ quarter, points }) => {
    const some = points.filter(({ value }) =>
      [pointKey(key, quarter), pointKey(key, quarter, value)].some((each) => shown.asked.chosen.includes(each)),
    );
    return some.length === 0
      ? []
      : [{ title: quarter, note: '', entries: some.map((point) => entryOf(point, metric)) }];
  });
  return groups.length === 0 ? undefined : listPart(`chosen.${key}`, label, groups, '', most, shown);
}

function behind(metric: MetricReport, shown: Shown): Markup {
  const { key, label, points } = metric;
  const entries = [...points].reverse().map((point) => entryOf(point, metric));
  const list = `behind.${key}`;
  return disclosure(list, shown.strings.behind(points.length), listPart(list, label, plain(entries), '', most, shown));
}

function missing({ key, label, notMeasurable }: MetricReport, shown: Shown): Content {
  if (notMeasurable.length === 0) return undefined;
  const entries = notMeasurable.map(({ record, because }): Entry => ({
    key: record.path,
    title: record.title ?? record.id ?? record.path,
    detail: because,
    opens: record.path,
    id: record.id,
  }));
  const list = `missing.${key}`;
  const title = shown.strings.notMeasurable(notMeasurable.length);
  return disclosure(list, title, listPart(list, label, plain(entries), '', most, shown));
}

/** The chart in numbers. */
function quarterTable({ key, label, quarters, all, unit }: MetricReport, { strings }: Shown): Markup {
  const tell = (value: number | null): string => (value === null ? '' : tellValue(value, unit));
  const row = (name: string, values: Distribution): Markup => {
    const { count, median, lowerQuartile, upperQuartile, p90 } = values;
    const middle = lowerQuartile === upperQuartile ? tell(median) : `${tell(lowerQuartile)} – ${tell(upperQuartile)}`;
    const cells = [String(count), tell(median), middle, tell(p90)];
    return html(
      'tr',
      {},
      html('th', { scope: 'row' }, name),
      cells.map((cell) => html('td', {}, cell)),
    );
  };
  const { title, heads, whole } = strings.byQuarter;
  return disclosure(
    `quarters.${key}`,
    title,
    html(
      'div',
      { class: 'scroll', role: 'group', 'aria-label': `${label}: ${title}`, tabindex: 0 },
      html(
        'table',
        {},
        html('caption', {}, `${label}: ${title}`),
        html(
          'thead',
          {},
          html(
            'tr',
            {},
            heads.map((head) => html('th', { scope: 'col' }, head)),
          ),
        ),
        html(
          'tbody',
          {},
          quarters.map(({ quarter, values }) => row(quarter, values)),
          quarters.length > 1 ? row(whole, all) : undefined,
        ),
      ),
    ),
  );
}
