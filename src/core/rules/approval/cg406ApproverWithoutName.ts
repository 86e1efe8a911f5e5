import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const approverWithoutName = defineRule({
  code: 'CG406',
  name: 'approver-without-name',
  severity: { draft: 'warning', over: 'information' },
  summary: 'An approval that is ticked says who gave it.',
  source: 'Approval Status, "Technical Lead: ____ (Date: ____)"; reading 31',
  fix: { noneBecause: 'An approval is never written by a machine.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const { roles } = record.approval;
    for (const said of roles) {
      if (said.place !== 'box' || said.state !== 'approved' || said.name !== undefined || !said.role) continue;
      // The line under Approver(s) may name the person already.
      if (roles.some(({ role, name }) => role === said.role && name !== undefined)) continue;
      yield finding(said, `The approval of the ${said.role.label} is ticked, but no one is named.`);
    }
  },
});
