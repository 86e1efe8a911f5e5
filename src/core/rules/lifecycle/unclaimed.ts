import { isClaimed, isClaimedBy, isUngiven, recordedApproval } from '../../approval/approvalOf';
import { isAwaiting } from '../../lifecycle/standing';
import type { StatusDefinition } from '../../process/processDefinition';
import type { CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord } from '../../record/record';
import { tickedApprovalStep } from '../approvalStep';
import { boxEdit } from '../../change/boxEdit';
import type { DocumentEdit } from '../../change/documentEdit';
import { begunPhases, implementationStart, wasApproved } from './workBegun';

/**
 * What changes with the status where a record without an approval gets one that another place already gives it: a step
 * that says that the approval was received is open again, as it would contradict the status (CG404). Undefined where no
 * edit makes such a record right: the status would claim an approval that nobody gave (CG301), or wait for the approval
 * of work that was begun already (CG313, CG317).
 */
export function withoutClaim(
  record: ChangeRecord,
  to: StatusDefinition,
  today: CalendarDate,
): (() => DocumentEdit[]) | undefined {
  const isNow = isClaimed(record);
  const isThen = isClaimedBy(to, record);
  if (isNow === isThen || !recordedApproval(record).gaps.some(isUngiven)) return () => [];
  if (isThen) return undefined;
  if (isAwaiting(to) && isBegun(record, today)) return undefined;
  return () => {
    const step = tickedApprovalStep(record);
    return step ? [boxEdit({ document: step.document, span: step.box }, false)] : [];
  };
}

function isBegun(record: ChangeRecord, today: CalendarDate): boolean {
  if (record.kind !== 'change-request' || wasApproved(record)) return false;
  return implementationStart(record, today) !== undefined || begunPhases(record).length > 0;
}
