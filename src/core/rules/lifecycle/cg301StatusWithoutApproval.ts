import { gapWords, isClaimed, isUngiven, recordedApproval } from '../../approval/approvalOf';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { statusMove } from '../../change/moveStatus';
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
  *check({ record, today, now }) {
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
    if (!unclaimed) {
      yield draft;
      return;
    }
    const note = 'Back to wait for approval';
    const back = statusMove(record, proposed, () => ({ now: now(), today, note, isOwn: true }));
    yield draft.fix(`Move back to ${proposed.id}`, () => [...back.edits(), ...unclaimed()], back.when);
  },
});
