import { keys } from '../../process/fieldKeys';
import type { RoleApproval } from '../../record/record';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { isSamePerson, readPerson, type Person } from './person';

export const approverNotIndependent = defineRule({
  code: 'CG405',
  name: 'approver-not-independent',
  severity: 'warning',
  summary: 'Nobody approves a change that they asked for or implement themselves.',
  source: 'Phase 4: Human-in-the-Loop Gate; reading 31',
  fix: { noneBecause: 'Who else can approve only people know.' },
  *check({ record }) {
    const requestor = record.answer(keys.requestor);
    const asked = requestor?.filled === true ? readPerson(requestor.text) : undefined;
    const implementers = record.answer(keys.implementers);
    const doing =
      implementers?.filled === true
        ? implementers.text
            .slice(0, 5000)
            .split(/[\r\n,;&]|\band\b/)
            .flatMap((text) => readPerson(text.replace(/^[\s*+-]+/, '')) ?? [])
        : [];
    const told = new Set<string>();
    for (const said of record.approval.roles) {
      const approver = approverIn(said);
      if (!approver || told.has(approver.name)) continue;
      if (asked && isSamePerson(approver, asked)) {
        told.add(approver.name);
        yield finding(
          said,
          `${quoted(said.name ?? '')} approved the change as ${roleOf(said)}, and is its requestor.`,
        ).related(requestor, 'the requestor');
      } else if (doing.some((each) => isSamePerson(approver, each))) {
        told.add(approver.name);
        yield finding(said, `${quoted(said.name ?? '')} approved the change as ${roleOf(said)}, and implements it.`)
          .related(implementers, 'the implementers')
          .as('information');
      }
    }
  },
});

function roleOf({ role, roleText }: RoleApproval): string {
  return role?.label ?? (roleText === '' ? 'approver' : quoted(roleText));
}

function approverIn({ state, name, place }: RoleApproval): Person | undefined {
  return state === 'approved' && name !== undefined && place !== 'assessment' ? readPerson(name) : undefined;
}
