import * as v from 'valibot';
import { metricKeys } from '../metrics/metric';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const number = v.nullable(v.number());
const day = v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/), v.description('A day: 2026-03-01.'));
const instant = v.pipe(text, v.description('A moment in UTC: 2026-03-01T01:00:00Z.'));
const quarter = v.pipe(text, v.regex(/^\d{4}-Q[1-4]$/));

const record = v.strictObject({
  id: v.pipe(v.nullable(text), v.description('Null where the file name is no ID.')),
  path: v.pipe(text, v.description('Relative to the workspace, with /.')),
  title: v.nullable(text),
  status: v.pipe(v.nullable(text), v.description('As in the process; null where none is recorded.')),
});

const bars = v.array(v.strictObject({ key: text, label: text, count, records: v.array(record) }));

const distribution = v.strictObject({
  count,
  min: number,
  lowerQuartile: number,
  median: number,
  upperQuartile: number,
  p90: v.pipe(number, v.description('Nine of ten values are not above it.')),
  max: number,
  mean: number,
});

const points = v.array(
  v.strictObject({
    record,
    value: v.number(),
    on: day,
    sources: v.pipe(text, v.description('What the value was read from.')),
  }),
);

const metric = v.strictObject({
  key: v.picklist(metricKeys),
  label: text,
  unit: v.picklist(['days', 'count', 'steps', 'percent']),
  meaning: text,
  better: v.picklist(['less', 'more', 'zero']),
  all: distribution,
  quarters: v.array(v.strictObject({ quarter, values: distribution, points })),
  notMeasurable: v.array(v.strictObject({ record, because: text })),
  open: v.pipe(count, v.description('Records for which it is still to come.')),
  notApplicable: v.pipe(count, v.description('Records that never have it.')),
});

const measurement = v.strictObject({
  key: v.picklist(metricKeys),
  kind: v.picklist(['measured', 'open', 'not-applicable', 'not-measurable']),
  value: number,
  on: v.nullable(day),
  sources: v.nullable(text),
  because: v.pipe(v.nullable(text), v.description('Why there is no value.')),
});

const matrix = v.strictObject({
  processes: v.array(text),
  levels: v.array(v.strictObject({ name: text, value: v.number() })),
  cells: v.array(
    v.strictObject({
      probability: text,
      impact: text,
      score: v.number(),
      band: text,
      records: v.array(v.strictObject({ record, risk: text })),
    }),
  ),
  unplaced: v.array(v.strictObject({ record, risk: v.nullable(text) })),
});

const due = v.strictObject({
  kind: v.picklist(['approval', 'notification', 'review', 'scheduled']),
  record,
  day,
  due: v.pipe(instant, v.description('The last moment; of what is due on a day, its end.')),
  overdue: v.boolean(),
  because: text,
});

/** The shape of `changegate dashboard --json`; the published JSON schema is made of it. */
export const dashboardSchema = v.strictObject({
  version: v.literal(1),
  generated: instant,
  zone: v.pipe(text, v.description('The time zone of the policy, by whose clocks days are counted.')),
  quarter: v.pipe(v.nullable(quarter), v.description('Metrics count only what was over in this quarter; null: all.')),
  portfolio: v.strictObject({
    total: v.pipe(count, v.description('Without the archive.')),
    open: count,
    archived: count,
    byStatus: bars,
    byAge: bars,
    byRisk: bars,
    byType: bars,
    matrices: v.array(matrix),
    waits: v.array(
      v.strictObject({
        kind: v.picklist(['role', 'record']),
        whom: text,
        records: v.array(v.strictObject({ record, days: v.nullable(count) })),
      }),
    ),
    overlaps: v.array(v.strictObject({ records: v.tuple([record, record]), files: v.array(text) })),
    hasMoreOverlaps: v.pipe(v.boolean(), v.description('There are more overlaps than are shown.')),
    due: v.array(due),
  }),
  metrics: v.array(metric),
  records: v.array(v.strictObject({ record, measurements: v.array(measurement) })),
});

/** The report of `changegate dashboard --json`: an interface. */
export type DashboardReport = v.InferOutput<typeof dashboardSchema>;
