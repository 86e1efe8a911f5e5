import { gapWords, isClaimed, isUngiven, recordedApproval } from '../../approval/approvalOf';
import type { ChangeRecord, RoleApproval } from '../../record/record';
import { defineRule } from '../rule';
import { finding, type DraftFinding } from '../../findings/draftFinding';
import { quoted } from '../../text/wording';
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
      if (said.place === 'approver') continue;
      if (said.place === 'box' || said.place === 'line') {
        if (isClaimed(record) && isDenied(said, record)) yield denial(said, record);
        continue;
      }
      if (!said.role) continue;
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

/**
 * Whether a row, a box or a sentence says in words that an approval is not there, and no other one of that role is. Of
 * roles that have to approve the rules for them tell, unless the whole approval is missing.
 */
function isDenied({ isSaid, state, role }: RoleApproval, record: ChangeRecord): boolean {
  if (!isSaid || (state !== 'pending' && state !== 'rejected')) return false;
  if (role && record.approval.roles.some((each) => each.role === role && each.state === 'approved')) return false;
  const { gaps } = recordedApproval(record);
  const isTold = gaps.some((gap) => (gap.kind === 'role-open' || gap.kind === 'role-refused') && gap.roles[0] === role);
  return !isTold || record.process.tokens.length === 0 || gaps.some(isUngiven);
}

function denial(said: RoleApproval, { status, process }: ChangeRecord): DraftFinding {
  const { role, roleText, state } = said;
  const who = role?.label ?? (roleText === '' ? undefined : quoted(roleText));
  const what = who === undefined ? 'the approval' : `the approval of ${role ? 'the ' : ''}${who}`;
  const is = status?.value?.id ?? process.statusWith('approved')?.id ?? '';
  return finding(said, `Status is ${is}, but ${what} is ${state} here.`).related(status, 'the status');
}

/** Approved in one place and pending or rejected in the other; what is not answered contradicts nothing. */
function contradict(a: RoleApproval, b: RoleApproval): boolean {
  const states = new Set([a.state, b.state]);
  return states.has('approved') && (states.has('pending') || states.has('rejected'));
}
