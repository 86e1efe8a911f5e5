import type { Moment } from '../../lifecycle/recordCourse';
import type { RecordSummary } from '../../workspace/recordSummary';
import { dateOfMoment, dayLength, instantOfDate } from '../../lifecycle/instants';
import { dayNumber } from '../../text/calendarDate';
import { mayBeSame } from '../../record/plannedFiles';
import { isThere, milestonesOf, type Absent, type Milestone } from './milestones';
import { metricKeys, type MetricKey } from './metric';

/** What one metric is for one record. */
export type Measurement =
  | {
      readonly kind: 'measured';
      readonly value: number;
      /** Whether times of day were known at both ends, or the value counts whole days. Only days have a precision. */
      readonly precision: 'minutes' | 'days' | null;
      /** What it was read from: "request = Created, approval = date of the approval". */
      readonly sources: string;
      /** The day that decides in which quarter it counts: when what is measured was over. */
      readonly on: string;
    }
  /** What is measured is still to come. */
  | { readonly kind: 'open'; readonly because: string }
  /** Such a record never has it. */
  | { readonly kind: 'not-applicable'; readonly because: string }
  /** The record should tell it and does not. */
  | { readonly kind: 'not-measurable'; readonly because: string };

/** All metrics of one record. */
export type RecordMeasurements = Readonly<Record<MetricKey, Measurement>>;

/**
 * Measures a record (reading 53). `touched` are the files that its branch changes, workspace-relative; undefined where
 * that is not known.
 */
export function measureRecord(record: RecordSummary, touched?: readonly string[]): RecordMeasurements {
  const { request, approval, implementation, deployment } = milestonesOf(record);
  const isOneMoment = !record.course.asksFor.start && !record.course.history.some(({ role }) => role === 'in-work');
  return {
    'request-to-approval': between('request', request, 'approval', approval),
    'approval-to-implementation': between('approval', approval, 'implementation', implementation),
    'implementation-to-deployment': isOneMoment
      ? { kind: 'not-applicable', because: 'a change record tells one moment of implementation' }
      : between('implementation', implementation, 'deployment', deployment),
    'revision-cycles': revisionCycles(record, approval),
    'post-deployment-issues': incidents(record, deployment),
    'blast-radius-accuracy': blastRadius(record, deployment),
    'files-foreseen': filesForeseen(record, deployment, touched),
  };
}

/** The metrics of a record in their order. */
export function inOrder(measurements: RecordMeasurements): readonly (readonly [MetricKey, Measurement])[] {
  return metricKeys.map((key) => [key, measurements[key]] as const);
}

function between(fromName: string, from: Milestone | Absent, toName: string, to: Milestone | Absent): Measurement {
  // What never comes, or is missing, at either end says more than that the rest is still to come.
  for (const kind of ['none', 'missing', 'open'] as const) {
    for (const end of [from, to]) if (!isThere(end) && end.absent === kind) return notMeasured(end);
  }
  if (!isThere(from) || !isThere(to)) return { kind: 'not-measurable', because: 'it has no dates' };
  const [start, end] = [dateOfMoment(from.on), dateOfMoment(to.on)];
  const isExact = start.minutes !== undefined && end.minutes !== undefined;
  const days = isExact ? (instantOfDate(end) - instantOfDate(start)) / dayLength : dayNumber(end) - dayNumber(start);
  if (days < 0)
    return {
      kind: 'not-measurable',
      because: `the ${toName} (${dayOf(to.on)}) lies before the ${fromName} (${dayOf(from.on)})`,
    };
  return {
    kind: 'measured',
    value: days,
    precision: isExact ? 'minutes' : 'days',
    sources: `${fromName} = ${from.source}, ${toName} = ${to.source}`,
    on: dayOf(to.on),
  };
}

/** How often it was proposed again (reading 29). They count when the record was approved, else when it was last proposed. */
function revisionCycles({ course, role, stage }: RecordSummary, approval: Milestone | Absent): Measurement {
  const entries = course.history.filter(
    (row, index) => row.role === 'waiting' && course.history[index - 1]?.role !== 'waiting',
  );
  const last = entries.at(-1);
  if (last)
    return counted(
      entries.length - 1,
      `entries into ${last.status} in the history`,
      isThere(approval) ? approval.on : last.on,
    );
  if (!course.asksFor.history) {
    const because = course.history.length > 0 ? 'the history has no PROPOSED' : 'it has no history';
    return { kind: 'not-applicable', because };
  }
  if (stage === 'draft' && (role === null || role === 'draft'))
    return { kind: 'open', because: 'it was not proposed yet' };
  return { kind: 'not-measurable', because: 'the history has no PROPOSED' };
}

function incidents({ course }: RecordSummary, deployment: Milestone | Absent): Measurement {
  if (!course.asksFor.closure && course.incidents === null)
    return { kind: 'not-applicable', because: 'a change record has no place for incidents' };
  if (!isThere(deployment)) return notMeasured(deployment);
  return course.incidents === null
    ? { kind: 'not-measurable', because: 'the closure says nothing of incidents' }
    : counted(course.incidents, 'Incidents of the closure', deployment.on);
}

function blastRadius({ course }: RecordSummary, deployment: Milestone | Absent): Measurement {
  if (!course.asksFor.closure) return { kind: 'not-applicable', because: 'a change record has no blast radius' };
  if (!isThere(deployment)) return notMeasured(deployment);
  const { declared, actual } = course.blastRadius;
  if (!declared) return { kind: 'not-measurable', because: 'the impact assessment declares no blast radius' };
  if (!actual)
    return {
      kind: 'not-measurable',
      because: 'the closure does not tell the real one ("Blast radius: …" among its metrics)',
    };
  return counted(
    actual.step - declared.step,
    `declared = ${declared.name}, real = ${actual.name} (closure)`,
    deployment.on,
  );
}

/** Files that only the process itself asks for, the record for one, are no surprise. */
function filesForeseen(
  { links, path, companions, branch, course }: RecordSummary,
  deployment: Milestone | Absent,
  touched: readonly string[] | undefined,
): Measurement {
  if (!course.asksFor.branch && branch === null)
    return { kind: 'not-applicable', because: 'a change record names no branch' };
  if (!isThere(deployment)) return notMeasured(deployment);
  if (links.files.length === 0) return { kind: 'not-measurable', because: 'the record names no files' };
  if (branch === null) return { kind: 'not-measurable', because: 'the record names no branch' };
  const own = new Set([path, ...companions]);
  const files = (touched ?? []).filter((file) => !own.has(file)).map((file) => file.toLowerCase());
  if (files.length === 0) return { kind: 'not-measurable', because: 'its branch is not here, or was not looked at' };
  const foreseen = files.filter((file) => links.files.some((named) => mayBeSame(named, file)));
  return counted(
    (100 * foreseen.length) / files.length,
    `${String(foreseen.length)} of ${String(files.length)} files of the branch are named`,
    deployment.on,
  );
}

function counted(value: number, sources: string, on: Moment): Measurement {
  return { kind: 'measured', value, precision: null, sources, on: dayOf(on) };
}

function notMeasured({ absent, because }: Absent): Measurement {
  const kinds = { open: 'open', none: 'not-applicable', missing: 'not-measurable' } as const;
  return { kind: kinds[absent], because };
}

function dayOf(moment: Moment): string {
  return moment.slice(0, 10);
}
