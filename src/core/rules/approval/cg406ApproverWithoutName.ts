import { defineRule } from '../rule';
import { listed } from '../../text/wording';
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
    const nameless = roles.filter(
      (said) =>
        said.place === 'box' &&
        said.state === 'approved' &&
        said.name === undefined &&
        said.role !== undefined &&
        // The line under Approver(s) may name the person already.
        !roles.some(({ role, name }) => role === said.role && name !== undefined),
    );
    const [first, ...others] = nameless;
    if (!first) return;
    const labels = listed(nameless.map(({ role, roleText }) => `the ${role?.label ?? roleText}`));
    const verb = others.length > 0 ? 'approvals' : 'approval';
    const draft = finding(
      first,
      `The ${verb} of ${labels} ${others.length > 0 ? 'are' : 'is'} ticked, but no one is named.`,
    );
    for (const other of others) draft.related(other, 'and here');
    yield draft;
  },
});
