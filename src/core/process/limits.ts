import { readPeriod, type Period } from './period';
import type { LimitsDefinition } from './processDefinition';

/** What rules measure with, ready to be used. Made by {@link compileLimits}. */
export interface Limits {
  readonly coverage: number;
  readonly neutral: number;
  readonly systems: number;
  readonly monitoring: Period;
  readonly notification: Period;
  readonly windowGrace: Period;
  readonly approval: ReadonlyMap<string, Period>;
  readonly review: ReadonlyMap<string, Period>;
}

/** What the change request process measures with: Testing Impact, Phase 6; reading 36. */
export const requestLimits = {
  coverage: 80,
  neutral: 10,
  systems: 3,
  monitoring: '24 hours',
} as const satisfies LimitsDefinition;

/** What the change record process measures with: the Change Approval Matrix and Emergency Changes; reading 46. */
export const recordLimits = {
  approval: { normal: '4 hours' },
  review: { emergency: '24 hours', normal: '1 week' },
  notification: '1 hour',
  windowGrace: '24 hours',
} as const satisfies LimitsDefinition;

/** Limits with the usual ones where the process says nothing. */
export function compileLimits(definition: LimitsDefinition | undefined): Limits {
  const { approval = recordLimits.approval, review = recordLimits.review } = definition ?? {};
  return {
    coverage: definition?.coverage ?? requestLimits.coverage,
    neutral: definition?.neutral ?? requestLimits.neutral,
    systems: definition?.systems ?? requestLimits.systems,
    monitoring: period(definition?.monitoring, requestLimits.monitoring),
    notification: period(definition?.notification, recordLimits.notification),
    windowGrace: period(definition?.windowGrace, recordLimits.windowGrace),
    approval: byType(approval),
    review: byType(review),
  };
}

function period(text: string | undefined, usual: string): Period {
  return readPeriod(text ?? usual) ?? { minutes: Infinity, clock: 'wall', words: 'ever' };
}

/** "none", and what cannot be read, allows any time. */
function byType(periods: Readonly<Record<string, string>>): ReadonlyMap<string, Period> {
  return new Map(
    Object.entries(periods).flatMap(([type, text]) => {
      const read = readPeriod(text);
      return read ? [[type, read] as const] : [];
    }),
  );
}
