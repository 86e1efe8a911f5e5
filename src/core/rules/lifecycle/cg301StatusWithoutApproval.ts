import { gapWords, isClaimed, isUngiven, recordedApproval, type ApprovalGap } from '../../approval/approvalOf';
import type { ChangeRecord } from '../../record/record';
import { defineRule } from '../rule';
import type { Severity } from '../../findings/finding';
import { finding } from '../../findings/draftFinding';
import { statusMove } from '../../change/moveStatus';
import { withoutClaim } from './unclaimed';

/**
 * How grave it is. Where somebody approved in words and only the token, or the field for the approver, is not there, it
 * is worth knowing; where a change record does not say of which type it is, a reviewer asks whether it needs an approval.
 */
function severityOf({ kind, type, approval }: ChangeRecord, { kind: gap, said }: ApprovalGap): Severity {
  const isMissing = (gap === 'no-token' || gap === 'no-approver') && said === undefined;
  if (isMissing && approval.roles.some(({ state }) => state === 'approved')) return 'information';
  return kind === 'change-record' && type === undefined ? 'warning' : 'error';
}

export const statusWithoutApproval = defineRule({
  code: 'CG301',
  name: 'status-without-approval',
  severity: 'error',
  summary: 'A record past PROPOSED carries its approval.',
  source: 'Phase 4: Human-in-the-Loop Gate; readings 31 and 32',
  fix: {
    what: 'Moves the record back to PROPOSED, where nothing was begun yet. The approval itself is never written by a fix.',
  },
  *check({ record, today, now }) {
    const { status } = record;
    if (!status?.value || !isClaimed(record)) return;
    const gap = recordedApproval(record).gaps.find(isUngiven);
    if (!gap) return;
    const draft = finding(status, `Status is ${status.value.id}, but ${gapWords(gap)}.`).related(
      gap.said,
      'where the approval is recorded',
    );
    draft.as(severityOf(record, gap));
    const proposed = record.process.statusWith('waiting');
    const unclaimed = proposed && withoutClaim(record, proposed, today);
    if (!unclaimed) {
      yield draft;
      return;
    }
    const note = 'Back to wait for approval';
    const back = statusMove(record, proposed, () => ({ now: now(), today, note, isOwn: true }));
    yield draft.fix(`Move back to ${proposed.id}`, () => [...back.edits(), ...unclaimed()], back.when);
  },
});
