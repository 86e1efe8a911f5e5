import { metricKeys, type MetricKey } from '../metrics/metric';
import { metricOf, type MetricsReport } from '../metrics/metricsReport';
import type { PortfolioView } from '../portfolio';
import type { PictureTheme } from '../svg/picture';
import { barChart } from './barChart';
import { matrixChart } from './matrixChart';
import { metricChart } from './metricChart';

/** The charts of the dashboard by name. */
export const chartNames = ['status', 'age', 'risk', 'type', 'matrix', ...metricKeys] as const;
export type ChartName = (typeof chartNames)[number];

const titles = {
  status: 'Records by status',
  age: 'Open records by age',
  risk: 'Open records by risk',
  type: 'Open records by type',
} as const;

/** One chart as an SVG; of matrices the one with the most records. */
export function chart(
  name: ChartName,
  portfolio: PortfolioView,
  metrics: Pick<MetricsReport, 'metrics'>,
  theme: PictureTheme,
): string {
  switch (name) {
    case 'status':
      return barChart({ name, title: titles[name] }, portfolio.byStatus, theme);
    case 'age':
      return barChart({ name, title: titles[name] }, portfolio.byAge, theme);
    case 'risk':
      return barChart({ name, title: titles[name] }, portfolio.byRisk, theme);
    case 'type':
      return barChart({ name, title: titles[name] }, portfolio.byType, theme);
    case 'matrix': {
      const [largest] = [...portfolio.matrices].sort((a, b) => b.placed - a.placed);
      return largest
        ? matrixChart({ name, title: 'Risk matrix of open records' }, largest, theme)
        : barChart({ name, title: 'Risk matrix of open records' }, [], theme);
    }
    default:
      return metricChart(metricOf(metrics, name satisfies MetricKey), theme);
  }
}
