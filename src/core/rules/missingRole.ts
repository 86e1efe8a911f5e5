import { approvalGap } from '../approval/approvalSentence';
import type { RoleDefinition } from '../process/processDefinition';
import { titlePlace } from '../record/places';
import { finding, type Draft } from '../findings/draftFinding';
import type { ChangeRecord, Place } from '../record/record';
import { isClaimed } from './isClaimed';

/** The finding for a role whose approval is due and not recorded, where the record relies on it (readings 26 and 31). */
export function* missingRole(
  record: ChangeRecord,
  isMeant: (role: RoleDefinition) => boolean,
  because: string | ((role: RoleDefinition) => string),
): Generator<Draft> {
  if (!isClaimed(record) || record.process.tokens.length === 0 || approvalGap(record)) return;
  const { approval, status } = record;
  for (const role of approval.missing) {
    if (!isMeant(role)) continue;
    const said = approval.roles.find((each) => each.role === role && each.place === 'box');
    const place: Place = said ?? approval.token ?? titlePlace(record);
    const state = said?.state === 'rejected' ? 'has rejected it' : 'has not approved it';
    yield finding(
      place,
      `Status is ${status?.value?.id ?? ''}, but the ${role.label} ${state}${typeof because === 'string' ? because : because(role)}.`,
    )
      .related(status, 'the status')
      .related(
        approval.roles.find((each) => each.role === role && each.place !== 'box'),
        'also said here',
      );
  }
}
