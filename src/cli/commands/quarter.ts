import { readQuarter, type Quarter } from '../../core/present/metrics/metricsReport';
import { UsageError } from './command';

/** The quarter that `--quarter` names; null without it. @throws UsageError */
export function quarterNamed(written: string | undefined): Quarter | null {
  if (written === undefined) return null;
  const quarter = readQuarter(written);
  if (quarter === undefined) throw new UsageError(`--quarter is "${written}"; a quarter is written as 2026-Q1.`);
  return quarter;
}
