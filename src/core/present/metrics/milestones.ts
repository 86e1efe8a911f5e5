import { compareDates } from '../../text/calendarDate';
import type { Moment } from '../../lifecycle/recordCourse';
import type { RecordSummary } from '../../workspace/recordSummary';
import { dateOfMoment } from '../../lifecycle/instants';

/** A point on the way of a record, and where it says so. */
export interface Milestone {
  readonly on: Moment;
  /** "first PROPOSED of the history", "Created". */
  readonly source: string;
}

/** The points that metrics are measured between (reading 53). A reason: the record does not tell it, or not yet. */
export interface Milestones {
  readonly request: Milestone | Absent;
  readonly approval: Milestone | Absent;
  readonly implementation: Milestone | Absent;
  readonly deployment: Milestone | Absent;
}

/** Why a point is not there. */
export interface Absent {
  /** `open`: it is still to come. `none`: it never comes for such a record. `missing`: the record should tell it. */
  readonly absent: 'open' | 'none' | 'missing';
  /** Goes on from "not measurable, because …". */
  readonly because: string;
}

/** Whether a point is there. */
export function isThere(point: Milestone | Absent): point is Milestone {
  return 'on' in point;
}

/** The points on the way of a record, each with where it was read. */
export function milestonesOf(record: RecordSummary): Milestones {
  return {
    request: requestOf(record),
    approval: approvalOf(record),
    implementation: implementationOf(record),
    deployment: deploymentOf(record),
  };
}

function requestOf({ course, stage }: RecordSummary): Milestone | Absent {
  const proposed = course.history.find(({ role }) => role === 'waiting');
  if (proposed) return { on: proposed.on, source: `first ${proposed.status} of the history` };
  if (course.created !== null) return { on: course.created, source: 'Created' };
  return stage === 'draft'
    ? open('it was not proposed yet')
    : missing('neither a PROPOSED in the history nor Created is dated');
}

function approvalOf({ course, approval, stage, givenUp, type }: RecordSummary): Milestone | Absent {
  const [gap] = approval.gaps;
  if (approval.state === 'pre-approved') return { absent: 'none', because: 'it is pre-approved' };
  const row = course.history.find(({ role }) => role === 'approved');
  const claimed = stage !== 'draft' && stage !== 'proposed';
  // What a record that was proposed again says of its first approval is history; what it claims now has to be valid.
  if (claimed && gap !== undefined && type === 'emergency' && course.reviewed === null)
    return open('an emergency is approved by its review');
  if (claimed && gap !== undefined) return missing(`its approval is not valid: ${gap}`);
  const field = gap === undefined && course.approved !== null ? course.approved : undefined;
  if (row && (field === undefined || compareDates(dateOfMoment(row.on), dateOfMoment(field)) < 0))
    return { on: row.on, source: `first ${row.status} of the history` };
  if (field !== undefined) return { on: field, source: 'date of the approval' };
  if (givenUp) return { absent: 'none', because: 'it was given up before an approval' };
  return claimed ? missing('its approval has no date') : open('it is not approved yet');
}

function implementationOf({ course, stage, givenUp }: RecordSummary): Milestone | Absent {
  if (course.started !== null) return { on: course.started, source: 'Implementation Start' };
  const row = course.history.find(({ role }) => role === 'in-work');
  if (row) return { on: row.on, source: `first ${row.status} of the history` };
  // A change record tells one moment: when it was made (reading 44).
  if (!course.asksFor.start && course.deployed !== null) return { on: course.deployed, source: 'Implemented' };
  if (givenUp) return { absent: 'none', because: 'it was given up before the implementation' };
  return (stage === 'in-progress' && course.asksFor.start) || stage === 'completed'
    ? missing('the start of the implementation is not recorded')
    : open(stage === 'in-progress' ? 'it is not implemented yet' : 'the implementation has not begun');
}

function deploymentOf({ course, stage, givenUp }: RecordSummary): Milestone | Absent {
  if (course.deployed !== null)
    return { on: course.deployed, source: course.asksFor.start ? 'Deployed to Production' : 'Implemented' };
  if (givenUp) return { absent: 'none', because: 'it was given up before the deployment' };
  return stage === 'completed' ? missing('the day of the deployment is not recorded') : open('it is not deployed yet');
}

function open(because: string): Absent {
  return { absent: 'open', because };
}

function missing(because: string): Absent {
  return { absent: 'missing', because };
}
