import { gapWords, isClaimed, isUngiven, recordedApproval } from '../approval/approvalOf';
import type { RoleDefinition } from '../process/processDefinition';
import { finding, type Draft } from '../findings/draftFinding';
import type { ChangeRecord, RoleApproval } from '../record/record';

/** The finding for a role whose approval is due and not recorded, where the record relies on it (readings 26 and 31). */
export function* missingRole(
  record: ChangeRecord,
  isMeant: (role: RoleDefinition) => boolean,
  because: string | ((role: RoleDefinition) => string),
): Generator<Draft> {
  const { gaps } = recordedApproval(record);
  if (!isClaimed(record) || record.process.tokens.length === 0 || gaps.some(isUngiven)) return;
  const { approval, status } = record;
  for (const gap of gaps) {
    if (gap.kind !== 'role-open' && gap.kind !== 'role-refused') continue;
    const [role] = gap.roles;
    if (!isMeant(role)) continue;
    const why = typeof because === 'string' ? because : because(role);
    // Somebody else approved by name: whether that will do, the reviewers know.
    const isOther =
      gap.kind === 'role-open' &&
      gap.said === undefined &&
      approval.roles.some((said) => isApprovalOfOther(said) || isNamedFor(said, role));
    const draft = finding(gap.place, `Status is ${status?.value?.id ?? ''}, but ${gapWords(gap)}${why}.`)
      .related(status, 'the status')
      .related(
        approval.roles.find((each) => each.role === role && each.place !== 'box'),
        'also said here',
      );
    yield isOther ? draft.as('information') : draft;
  }
}

/** An approval in a sentence by somebody whose role the process does not know, or whose name is not told. */
function isApprovalOfOther({ place, role, state }: RoleApproval): boolean {
  return place === 'line' && role === undefined && state === 'approved';
}

/** The one who approves for a role is named, without a word on whether they did. */
function isNamedFor({ role, name, state, isSaid }: RoleApproval, wanted: RoleDefinition): boolean {
  return role === wanted && name !== undefined && state !== 'rejected' && !isSaid;
}
