import { approvalGap } from '../../approval/approvalSentence';
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
    const { status, type } = record;
    if (!status?.value?.needsApproval || (record.kind === 'change-record' && type !== 'normal')) return;
    const gap = approvalGap(record);
    if (!gap) return;
    const draft = finding(status, `Status is ${status.value.id}, but ${gap.words}.`).related(
      gap.place,
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
