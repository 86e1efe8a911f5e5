import type { Distribution } from './distribution';
import { counted } from '../../text/counted';

/** The metrics of "Metrics and Continuous Improvement", and one of ours that blast radius is held against (reading 42). */
export const metricKeys = [
  'request-to-approval',
  'approval-to-implementation',
  'implementation-to-deployment',
  'revision-cycles',
  'post-deployment-issues',
  'blast-radius-accuracy',
  'files-foreseen',
] as const;
export type MetricKey = (typeof metricKeys)[number];

/** What is counted. `steps`: sizes of the blast radius by which the real one differs from the declared one. */
export type MetricUnit = 'days' | 'count' | 'steps' | 'percent';

/** A metric in words. */
export interface Metric {
  readonly key: MetricKey;
  /** As the process names it. */
  readonly label: string;
  readonly unit: MetricUnit;
  /** How it is measured, in one sentence. */
  readonly meaning: string;
  /** Which end is the better one; `zero`: as near to nothing as can be. */
  readonly better: 'less' | 'more' | 'zero';
}

/** All metrics, in the order of the process. */
export const metrics: readonly Metric[] = [
  {
    key: 'request-to-approval',
    label: 'Time from request to approval',
    unit: 'days',
    meaning: 'From the first PROPOSED in the history, else from Created, to the first valid approval.',
    better: 'less',
  },
  {
    key: 'approval-to-implementation',
    label: 'Time from approval to implementation',
    unit: 'days',
    meaning: 'From the first valid approval to the start of the implementation.',
    better: 'less',
  },
  {
    key: 'implementation-to-deployment',
    label: 'Time from implementation to deployment',
    unit: 'days',
    meaning: 'From the start of the implementation to the deployment.',
    better: 'less',
  },
  {
    key: 'revision-cycles',
    label: 'Revision cycles',
    unit: 'count',
    meaning: 'Entries into PROPOSED in the history, less the first one.',
    better: 'less',
  },
  {
    key: 'post-deployment-issues',
    label: 'Post-deployment issues',
    unit: 'count',
    meaning: 'Incidents that the closure lists.',
    better: 'less',
  },
  {
    key: 'blast-radius-accuracy',
    label: 'Blast radius accuracy',
    unit: 'steps',
    meaning:
      'Sizes by which the blast radius of the closure is above (+) or below (−) the declared one; 0 is as declared.',
    better: 'zero',
  },
  {
    key: 'files-foreseen',
    label: 'Files foreseen',
    unit: 'percent',
    meaning: 'Share of the files touched on the branch that the record names.',
    better: 'more',
  },
];

/** A value with its unit: `3 days`, `90 min`, `+1 size`, `80 %`. Times of less than a day are shown in hours or minutes. */
export function tellValue(value: number, unit: MetricUnit): string {
  switch (unit) {
    case 'days':
      return tellDays(value);
    case 'count':
      return rounded(value);
    case 'percent':
      return `${rounded(value)} %`;
    case 'steps':
      return value === 0 ? 'as declared' : `${value > 0 ? '+' : '−'}${rounded(Math.abs(value))} ${sizes(value)}`;
  }
}

function tellDays(value: number): string {
  const minutes = Math.round(value * 24 * 60);
  if (minutes >= 24 * 60 || minutes === 0) return `${rounded(value)} ${value === 1 ? 'day' : 'days'}`;
  return minutes >= 120 ? `${rounded(minutes / 60)} h` : `${String(minutes)} min`;
}

function sizes(value: number): string {
  return Math.abs(value) === 1 ? 'size' : 'sizes';
}

/** What a metric comes to in a few words: the number to look at first, and what it is. */
export function headlineOf(
  { unit }: Pick<Metric, 'unit'>,
  values: readonly number[],
  { median, mean, count }: Distribution,
): { readonly value: string; readonly what: string } | undefined {
  if (median === null || mean === null) return undefined;
  const of = counted(count, 'record');
  // Of small whole numbers the median is nearly always the same.
  if (unit === 'count') return { value: rounded(mean), what: `on average, over ${of}` };
  if (unit === 'steps') {
    const exact = values.filter((value) => value === 0).length;
    return { value: `${String(Math.round((100 * exact) / values.length))} %`, what: `as declared, of ${of}` };
  }
  return { value: tellValue(median, unit), what: `median of ${of}` };
}

/** At most one digit behind the point. */
function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
