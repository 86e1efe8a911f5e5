import { gapWords, isClaimed, isUngiven, recordedApproval, type ApprovalGap } from '../../approval/approvalOf';
import type { ChangeRecord } from '../../record/record';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { statusMove } from '../../change/moveStatus';
import { withoutClaim } from './unclaimed';

/**
 * Whether a reviewer would ask rather than object: somebody approved by name and only the token is not recorded, or a
 * change record does not say of which type it is, and so whether it needs an approval.
 */
function isQuestion({ kind, type, approval }: ChangeRecord, gap: ApprovalGap): boolean {
  if (kind === 'change-record') return type === undefined;
  const isNamed = approval.roles.some(({ state, name }) => state === 'approved' && name !== undefined);
  return gap.kind === 'no-token' && gap.said === undefined && isNamed;
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
    if (isQuestion(record, gap)) draft.as('warning');
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
