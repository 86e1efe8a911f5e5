import { gapWords, isClaimed, isUngiven, recordedApproval } from '../../approval/approvalOf';
import type { RoleApproval } from '../../record/record';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { tickedApprovalStep } from '../approvalStep';

export const approvalsDisagree = defineRule({
  code: 'CG404',
  name: 'approvals-disagree',
  severity: 'error',
  summary: 'The places that speak of an approval say the same.',
  source: 'Reading 31',
  fix: { noneBecause: 'Which of the places is right only the people named there know.' },
  *check({ record }) {
    const { approval, status } = record;
    const boxes = approval.roles.filter(({ place }) => place === 'box');
    for (const said of approval.roles) {
      if (said.place === 'box' || said.place === 'approver' || !said.role) continue;
      const box = boxes.find(({ role }) => role === said.role);
      if (said.state === 'rejected' && isClaimed(record)) {
        yield finding(
          said,
          `The ${said.role.label} rejected the change, but its status is ${status?.value?.id ?? ''}.`,
        ).related(status, 'the status');
      } else if (box && contradict(said, box)) {
        yield finding(
          said,
          `The ${said.role.label} is ${said.state} here, but ${box.state} under Approval Status.`,
        ).related(box, 'Approval Status');
      }
    }
    const step = tickedApprovalStep(record);
    const gap = recordedApproval(record).gaps.find(isUngiven);
    // Where the status says so too, that is the graver place, and CG301 tells it.
    if (step && gap && !isClaimed(record)) {
      yield finding(step, `"${step.text}" is ticked, but ${gapWords(gap)}.`).related(
        gap.said,
        'where the approval is recorded',
      );
    }
  },
});

/** Approved in one place and pending or rejected in the other; what is not answered contradicts nothing. */
function contradict(a: RoleApproval, b: RoleApproval): boolean {
  const states = new Set([a.state, b.state]);
  return states.has('approved') && (states.has('pending') || states.has('rejected'));
}
