import { keys } from '../process/fieldKeys';
import type { StatusRole } from '../process/processDefinition';
import { compareDates, type CalendarDate } from '../text/calendarDate';
import type { ChangeRecord } from '../record/record';
import { historyInOrder } from '../record/historyOrder';
import { completeness } from './completeness';
import { comparableName } from '../process/comparableName';
import { slice } from '../text/span';
import { anyDate } from '../text/writtenDate';
import { recordedApproval } from '../approval/approvalOf';
import { loopRoles, mainPath, type LoopNodeId } from '../process/changeLoop';
import { loopSteps, type LoopSteps } from './loopSteps';

/** Where a record stands in the loop, and what decided it. */
export interface LoopPosition {
  readonly here: LoopNodeId;
  /** It ended there before the loop did. */
  readonly ended: 'rejected' | 'cancelled' | undefined;
  readonly steps: ReadonlyMap<LoopNodeId, LoopSteps>;
}

/** Whether the loop is the life of a record: its process knows all the statuses that the loop speaks of. */
export function hasLoop({ kind, process }: Pick<ChangeRecord, 'kind' | 'process'>): boolean {
  return kind === 'change-request' && loopRoles.every((role) => process.statusWith(role) !== undefined);
}

/**
 * Where a record stands, from its status, its text, its approval, its plan and its closure. The status says in which
 * part of the loop; within that, the first thing that is not done. An approval that is none lets nobody past "User
 * Approval?" (reading 31) unless the work has begun already.
 */
export function loopPosition(record: ChangeRecord, today: CalendarDate): LoopPosition {
  const steps = loopSteps(record);
  const status = record.status?.value;
  const at = (here: LoopNodeId, ended?: LoopPosition['ended']): LoopPosition => ({ here, ended, steps });
  if (status?.role === 'rejected') return at('approval', 'rejected');
  if (status?.final === true && status.role !== 'completed')
    return at(nodeOfStatus(lastRoleBefore(record), record, steps, today), 'cancelled');
  return at(nodeOfStatus(status?.role, record, steps, today));
}

function nodeOfStatus(
  role: StatusRole | undefined,
  record: ChangeRecord,
  steps: LoopPosition['steps'],
  today: CalendarDate,
): LoopNodeId {
  switch (role) {
    case 'waiting':
      return 'approval';
    case 'approved':
      return recordedApproval(record).gaps.length > 0 ? 'approval' : 'begin-work';
    case 'in-work':
      return nodeOfWork(record, steps, today);
    case 'completed':
      return 'closure';
    default:
      return nodeOfDraft(record);
  }
}

/** The first of record, assessment and plan that owes something; a draft that came back is refined. */
function nodeOfDraft(record: ChangeRecord): LoopNodeId {
  const wasProposed = record.history.some(({ status }) => status.value?.role === 'waiting');
  if (wasProposed) return 'refine-plan';
  const open = new Set(openDocuments(record));
  if (open.has('record')) return 'change-request';
  return open.has('impact-assessment') ? 'impact-assessment' : 'implementation-plan';
}

/** The documents of a draft that owe something to a proposal. */
function openDocuments(record: ChangeRecord): readonly string[] {
  return completeness(record, 'proposed').open.map((point) => {
    if (point.kind === 'document') return point.document.id;
    return point.kind === 'section' ? point.section.document : point.field.document;
  });
}

const work = mainPath.slice(mainPath.indexOf('execute-plan'), mainPath.indexOf('closure'));

/**
 * Where work stands: on the first node with an open step. A plan in which nothing is ticked off says nothing; then it
 * is the pull request. What was deployed is watched, whatever the plan says.
 */
function nodeOfWork(record: ChangeRecord, steps: LoopPosition['steps'], today: CalendarDate): LoopNodeId {
  const deployed = record.answer(keys.deployed)?.date;
  if (deployed && compareDates(deployed, today) <= 0) return 'monitoring';
  const isKept = work.some((node) => (steps.get(node)?.done ?? 0) > 0);
  const open = isKept ? work.find((node) => steps.get(node)?.next !== undefined) : undefined;
  if (!isKept) return hasPullRequest(record) ? 'code-review' : 'execute-plan';
  if (open === undefined) return 'monitoring';
  const hasBegun = (node: LoopNodeId): boolean => (steps.get(node)?.done ?? 0) > 0;
  if (open === 'execute-plan' && (hasBegun('validation') || hasBegun('quality-gates'))) return 'fix-issues';
  if (open === 'code-review' && hasBegun('code-review') && hasReviewFeedback(record)) return 'address-feedback';
  return open;
}

/** Whether a pull request is named. */
export function hasPullRequest(record: ChangeRecord): boolean {
  return record.answer(keys.pullRequest)?.filled === true;
}

/** Somebody said something of the work: an item of "Review Feedback" from after its beginning. */
function hasReviewFeedback({ document, answer, process }: ChangeRecord): boolean {
  const start = answer(keys.implementationStart)?.date;
  const section = document.sections.find(({ title }) => comparableName(title) === process.loop.feedback);
  if (!start || !section) return false;
  return section.blocks.some((block) => {
    if (block.kind !== 'item') return false;
    const date = anyDate(slice(document.text, block.content));
    return date !== undefined && compareDates(date, start) >= 0;
  });
}

/** What the status stood for that a record had before the one that it has now; by its history. */
function lastRoleBefore(record: ChangeRecord): StatusRole | undefined {
  const now = record.status?.value;
  return historyInOrder(record).findLast(({ status }) => status.value && status.value !== now)?.status.value?.role;
}
