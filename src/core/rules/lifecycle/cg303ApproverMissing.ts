import { missingRole } from '../approval/missingRole';
import { defineRule } from '../rule';

export const approverMissing = defineRule({
  code: 'CG303',
  name: 'approver-missing',
  severity: 'error',
  summary: 'The Technical Lead has approved what is said to be approved.',
  source: 'Approval Status; readings 26 and 31',
  fix: { noneBecause: 'An approval is never written by a machine.' },
  *check({ record }) {
    yield* missingRole(record, ({ requiredWhen }) => requiredWhen === undefined, '');
  },
});
