import type { RecordSummary } from '../../workspace/recordSummary';
import { csv, type CsvCell } from '../report/csv';
import { inOrder, type Measurement } from '../metrics/measureRecord';
import { metrics, type MetricKey } from '../metrics/metric';
import { quarterOf, type MetricsReport } from '../metrics/metricsReport';

/**
 * One row a record: what it is, its metrics as numbers (days with fractions, counts, sizes, percent), in which quarter the
 * first of them was over, and why the others have no value. With a quarter, values of others are left out.
 */
export function dashboardCsv(
  { records, quarter }: Pick<MetricsReport, 'records' | 'quarter'>,
  summaries: readonly RecordSummary[],
): string {
  const byPath = new Map(summaries.map((summary) => [summary.path, summary]));
  const head = [
    ...['id', 'path', 'title', 'process', 'status', 'type', 'priority', 'risk', 'archived'],
    ...['created', 'proposed', 'approved', 'started', 'deployed'],
    ...metrics.flatMap(({ key, unit }) => [`${column(key)}_${unit}`, `${column(key)}_note`]),
  ];
  const rows = records.map(({ record, measurements }): CsvCell[] => {
    const summary = byPath.get(record.path);
    return [
      record.id,
      record.path,
      record.title,
      summary?.processId ?? null,
      record.status,
      summary?.type ?? summary?.categories.join(' ') ?? null,
      summary?.priority ?? null,
      summary?.risk ?? summary?.course.highestRisk?.band ?? null,
      summary?.archived === true ? 'yes' : 'no',
      ...datesOf(summary),
      ...inOrder(measurements).flatMap(([, each]) => cellsOf(each, quarter)),
    ];
  });
  return csv([head, ...rows]);
}

function column(key: MetricKey): string {
  return key.replace(/-/g, '_');
}

function datesOf(summary: RecordSummary | undefined): CsvCell[] {
  const { created, history, approved, started, deployed } = summary?.course ?? {};
  const proposed = history?.find(({ role }) => role === 'waiting')?.on;
  return [created ?? null, proposed ?? null, approved ?? null, started ?? null, deployed ?? null];
}

function cellsOf(each: Measurement, quarter: string | null): CsvCell[] {
  if (each.kind !== 'measured') return [null, `${words[each.kind]}: ${each.because}`];
  if (quarter !== null && quarterOf(each.on) !== quarter) return [null, `in ${quarterOf(each.on)}`];
  return [Math.round(each.value * 10_000) / 10_000, each.sources];
}

const words = {
  open: 'open',
  'not-applicable': 'not applicable',
  'not-measurable': 'not measurable',
} as const;
