import type { StatusRole } from '../process/processDefinition';
import type { Moment, RecordCourse } from './recordCourse';
import type { Limits } from '../process/limits';
import type { Period } from '../process/period';
import type { BusinessHours } from './businessHours';
import { businessMinutes } from './businessTime';
import { dateOfMoment, dayLength, instantOfDate, minute } from './instants';

/** Something that is due for a record at some moment. */
export interface Deadline {
  /**
   * `approval`: somebody decides (reading 47). `notification`: the CTO is notified of an emergency; `review`: somebody reviews
   * what was made (reading 46). `scheduled`: it is made (reading 44).
   */
  readonly kind: 'approval' | 'notification' | 'review' | 'scheduled';
  /** The last moment, in milliseconds since 1970; for what is scheduled the moment itself. */
  readonly due: number;
  /** The day alone was written: what is due then is due until the end of a day. */
  readonly isDay: boolean;
  readonly isOverdue: boolean;
  /** What it counts from, in words: "within 24 hours of the implementation on 2026-03-03". */
  readonly because: string;
}

/** What is looked at of a record to tell what is due for it. */
export interface ClockedRecord {
  readonly course: RecordCourse;
  readonly type: string | null;
  readonly role: StatusRole | null;
  /** No way leads out of its status. */
  readonly final: boolean;
  readonly givenUp: boolean;
  readonly archived: boolean;
  /** What its approval lacks; nothing if it is given. */
  readonly approval: { readonly gaps: readonly unknown[] };
}

/** What a record owes by the clock at a moment; nothing of it if it was given up or lies in the archive. */
export function deadlinesOf(
  record: ClockedRecord,
  limits: Limits,
  hours: BusinessHours,
  now: number,
): readonly Deadline[] {
  const { course, type, role, givenUp, archived } = record;
  if (givenUp || archived) return [];
  const found: Deadline[] = [];
  const owe = (kind: Deadline['kind'], from: Moment, what: string, limit: Period): void => {
    const due = dueAfter(from, limit, hours);
    const because = `within ${limit.words} of ${what} on ${from.slice(0, 10)}`;
    found.push({ kind, due, isDay: !hasTime(from), isOverdue: now > due, because });
  };
  const approval = limits.approval.get(type ?? '');
  const asked = course.history.findLast((row) => row.role === 'waiting')?.on ?? course.created;
  if (role === 'waiting' && record.approval.gaps.length > 0 && approval && asked !== null)
    owe('approval', asked, 'the request', approval);
  const { deployed } = course;
  if (deployed !== null && type === 'emergency' && course.notified === null)
    owe('notification', deployed, 'the implementation', limits.notification);
  const review = limits.review.get(type ?? '');
  if (deployed !== null && review && course.reviewed === null && !course.asksFor.start)
    owe('review', deployed, 'the implementation', review);
  if (course.scheduled !== null && deployed === null && !record.final)
    found.push(scheduled(course.scheduled, limits.windowGrace, hours, now));
  return found.sort((a, b) => a.due - b.due);
}

/** The people who made the change at night write it down in the morning: only then it is overdue (CG807). */
function scheduled(on: Moment, grace: Period, hours: BusinessHours, now: number): Deadline {
  return {
    kind: 'scheduled',
    due: instantOfDate(dateOfMoment(on)),
    isDay: !hasTime(on),
    isOverdue: now > dueAfter(on, grace, hours),
    because: 'as scheduled',
  };
}

/**
 * The last moment of a period that begins at a moment; a day without a time begins it with its last minute, so that what
 * is later than this is late for sure (as `isLonger` has it).
 */
export function dueAfter(from: Moment, { minutes, clock }: Period, hours: BusinessHours): number {
  const begin = instantOfDate(dateOfMoment(from)) + (hasTime(from) ? 0 : dayLength);
  if (clock === 'wall') return begin + minutes * minute;
  const start = begin / minute;
  const isReached = (end: number): boolean => businessMinutes(start, end, hours, minutes) >= minutes;
  let low = start;
  let step = 24 * 60;
  // Holidays without an end would keep it for ever: ten years are enough for everybody.
  while (!isReached(start + step) && step < 10 * 366 * 24 * 60) {
    low = start + step;
    step *= 2;
  }
  let high = start + step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isReached(middle)) high = middle;
    else low = middle;
  }
  return high * minute;
}

function hasTime(moment: Moment): boolean {
  return moment.includes('T');
}
