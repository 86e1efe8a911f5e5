import type { Count } from '../portfolio';
import type { NamedRecord } from '../metrics/metricsReport';
import { inOrder } from '../metrics/measureRecord';
import type { Dashboard } from './dashboard';
import type { DashboardReport } from './dashboardSchema';

/** The dashboard as data for programs. */
export function dashboardReport({ now, zone, portfolio, metrics }: Dashboard): DashboardReport {
  const { total, open, archived, byStatus, byAge, byRisk, byType, matrices, waits, overlaps, due } = portfolio;
  return {
    version: 1,
    generated: instant(now),
    zone,
    quarter: metrics.quarter,
    portfolio: {
      total,
      open,
      archived,
      byStatus: byStatus.map(bar),
      byAge: byAge.map(bar),
      byRisk: byRisk.map(bar),
      byType: byType.map(bar),
      matrices: matrices.map(({ processes, levels, rows, unplaced }) => ({
        processes: [...processes],
        levels: [...levels],
        cells: rows.flatMap(({ cells }) =>
          cells.map(({ probability, impact, score, band, records }) => ({
            probability,
            impact,
            score,
            band,
            records: records.map(({ record, risk }) => ({ record: listed(record), risk })),
          })),
        ),
        unplaced: unplaced.map(({ record, risk }) => ({ record: listed(record), risk })),
      })),
      waits: waits.map(({ kind, whom, records }) => ({
        kind,
        whom,
        records: records.map(({ record, days }) => ({ record: listed(record), days })),
      })),
      overlaps: overlaps.map(({ records: [a, b], files }) => ({ records: [listed(a), listed(b)], files: [...files] })),
      hasMoreOverlaps: portfolio.hasMoreOverlaps,
      due: due.map(({ kind, record, day, due: at, isOverdue, because }) => ({
        kind,
        record: listed(record),
        day,
        due: instant(at),
        overdue: isOverdue,
        because,
      })),
    },
    metrics: metrics.metrics.map(({ key, label, unit, meaning, better, all, quarters, ...rest }) => ({
      key,
      label,
      unit,
      meaning,
      better,
      all,
      quarters: quarters.map(({ quarter, values, points }) => ({
        quarter,
        values,
        points: points.map((point) => ({ ...point, record: listed(point.record) })),
      })),
      notMeasurable: rest.notMeasurable.map((each) => ({ ...each, record: listed(each.record) })),
      open: rest.open,
      notApplicable: rest.notApplicable,
    })),
    records: metrics.records.map(({ record, measurements }) => ({
      record: listed(record),
      measurements: inOrder(measurements).map(([key, each]) => ({
        key,
        kind: each.kind,
        value: each.kind === 'measured' ? each.value : null,
        on: each.kind === 'measured' ? each.on : null,
        sources: each.kind === 'measured' ? each.sources : null,
        because: each.kind === 'measured' ? null : each.because,
      })),
    })),
  };
}

function bar({ key, label, records }: Count): DashboardReport['portfolio']['byStatus'][number] {
  return { key, label, count: records.length, records: records.map(listed) };
}

function listed({ id, path, title, status }: NamedRecord): DashboardReport['records'][number]['record'] {
  return { id, path, title, status };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, '');
}
