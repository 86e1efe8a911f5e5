import { gapWords, isUngiven } from '../../approval/approvalGap';
import { recordedApproval } from '../../approval/approvalOf';
import { isClaimed } from '../../approval/isClaimed';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { moveStatus } from '../../change/statusEdits';
import { withoutClaim } from './unclaimed';

export const statusWithoutApproval = defineRule({
  code: 'CG301',
  name: 'status-without-approval',
  severity: 'error',
  summary: 'A record past PROPOSED carries its approval.',
  source: 'Phase 4: Human-in-the-Loop Gate; readings 31 and 32',
  fix: {
    what: 'Moves the record back to PROPOSED, where nothing was begun yet. The approval itself is never written by a fix.',
  },
  *check({ record, today }) {
    const { status } = record;
    if (!status?.value || !isClaimed(record)) return;
    const gap = recordedApproval(record).gaps.find(isUngiven);
    if (!gap) return;
    const draft = finding(status, `Status is ${status.value.id}, but ${gapWords(gap)}.`).related(
      gap.said,
      'where the approval is recorded',
    );
    const proposed = record.process.statusWith('waiting');
    const unclaimed = proposed && withoutClaim(record, proposed, today);
    yield unclaimed
      ? draft.fix(`Move back to ${proposed.id}`, () => [
          ...moveStatus(record, proposed.id, today, 'Back to wait for approval'),
          ...unclaimed(),
        ])
      : draft;
  },
});
