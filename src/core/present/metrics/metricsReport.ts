import type { StatusRole } from '../../process/processDefinition';
import type { RecordSummary } from '../../workspace/recordSummary';
import { distributionOf, type Distribution } from './distribution';
import { measureRecord, type Measurement, type RecordMeasurements } from './measureRecord';
import { metrics, type Metric, type MetricKey } from './metric';

/** A quarter of a year: `2026-Q1`. Texts sort as the quarters do. */
export type Quarter = string;

/** A record as a report names it. */
export interface NamedRecord {
  /** Null: its file name is no ID. */
  readonly id: string | null;
  /** Workspace-relative. */
  readonly path: string;
  readonly title: string | null;
  readonly status: string | null;
  readonly role: StatusRole | null;
}

/** A measured value with the record behind it. */
export interface MetricPoint {
  readonly record: NamedRecord;
  readonly value: number;
  /** ISO day. */
  readonly on: string;
  readonly sources: string;
}

/** A record that has no value, and why. */
export interface WithoutValue {
  readonly record: NamedRecord;
  readonly because: string;
}

/** One metric over all records. */
export interface MetricReport extends Metric {
  readonly all: Distribution;
  /** From the first to the last; those without a value are left out. */
  readonly quarters: readonly {
    readonly quarter: Quarter;
    readonly values: Distribution;
    readonly points: readonly MetricPoint[];
  }[];
  /** By day. */
  readonly points: readonly MetricPoint[];
  /** Records that should tell it and do not. */
  readonly notMeasurable: readonly WithoutValue[];
  /** How many do not have it yet, and how many never have it. */
  readonly open: number;
  readonly notApplicable: number;
}

/** All metrics of all records. */
export interface MetricsReport {
  /** Only what was over in this quarter counts; null: everything. */
  readonly quarter: Quarter | null;
  /** The quarters that have any value, from the first to the last, whichever is asked for. */
  readonly quarters: readonly Quarter[];
  readonly metrics: readonly MetricReport[];
  readonly records: readonly { readonly record: NamedRecord; readonly measurements: RecordMeasurements }[];
}

/** What a metrics report is asked for. */
export interface MetricsQuestion {
  readonly quarter?: Quarter | null;
  /** The files that the branches of records change, by the path of the record. */
  readonly touched?: ReadonlyMap<string, readonly string[]>;
}

/** Measures all records, those in the archive among them. */
export function metricsReport(
  summaries: readonly RecordSummary[],
  { quarter = null, touched }: MetricsQuestion = {},
): MetricsReport {
  const records = summaries.map((summary) => ({
    record: named(summary),
    measurements: measureRecord(summary, touched?.get(summary.path)),
  }));
  const days = records.flatMap(({ measurements }) =>
    Object.values(measurements).flatMap((each) => (each.kind === 'measured' ? [quarterOf(each.on)] : [])),
  );
  return {
    quarter,
    quarters: [...new Set(days)].sort(),
    metrics: metrics.map((metric) =>
      reportOf(
        metric,
        records.map(({ record, measurements }) => [record, measurements[metric.key]] as const),
        quarter,
      ),
    ),
    records,
  };
}

/** One metric of a report. @throws RangeError: every report has all metrics */
export function metricOf({ metrics: all }: Pick<MetricsReport, 'metrics'>, key: MetricKey): MetricReport {
  const found = all.find((metric) => metric.key === key);
  if (!found) throw new RangeError(`There is no metric ${key}.`);
  return found;
}

/** The quarter of an ISO day. */
export function quarterOf(day: string): Quarter {
  return `${day.slice(0, 4)}-Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;
}

/** Reads `2026-Q1` or `2026q1`. */
export function readQuarter(text: string): Quarter | undefined {
  const [, year, number] = /^(\d{4})-?q([1-4])$/i.exec(text.trim()) ?? [];
  return year === undefined || number === undefined ? undefined : `${year}-Q${number}`;
}

/** A record as a report names it. */
export function named({ id, path, title, status, role }: RecordSummary): NamedRecord {
  return { id, path, title, status, role };
}

function reportOf(
  metric: Metric,
  measured: readonly (readonly [NamedRecord, Measurement])[],
  quarter: Quarter | null,
): MetricReport {
  const everything = measured
    .flatMap(([record, each]): MetricPoint[] =>
      each.kind === 'measured' ? [{ record, value: each.value, on: each.on, sources: each.sources }] : [],
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.record.path < b.record.path ? -1 : 1));
  const points = everything.filter(({ on }) => quarter === null || quarterOf(on) === quarter);
  const byQuarter = new Map<Quarter, MetricPoint[]>();
  for (const point of points) {
    const same = byQuarter.get(quarterOf(point.on));
    if (same) same.push(point);
    else byQuarter.set(quarterOf(point.on), [point]);
  }
  const count = (kind: Measurement['kind']): number => measured.filter(([, each]) => each.kind === kind).length;
  return {
    ...metric,
    all: distributionOf(points.map(({ value }) => value)),
    quarters: [...byQuarter].map(([each, some]) => ({
      quarter: each,
      values: distributionOf(some.map(({ value }) => value)),
      points: some,
    })),
    points,
    notMeasurable: measured.flatMap(([record, each]) =>
      each.kind === 'not-measurable' ? [{ record, because: each.because }] : [],
    ),
    open: count('open'),
    notApplicable: count('not-applicable'),
  };
}
