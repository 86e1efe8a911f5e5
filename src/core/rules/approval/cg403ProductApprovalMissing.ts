import { defineRule } from '../rule';
import { missingRole } from '../missingRole';

export const productApprovalMissing = defineRule({
  code: 'CG403',
  name: 'product-approval-missing',
  severity: 'error',
  summary: 'The Product Owner has approved a feature.',
  source: 'Approval Status, "if feature"; reading 26',
  fix: { noneBecause: 'An approval is never written by a machine.' },
  *check({ record }) {
    yield* missingRole(record, ({ id }) => id === 'product', ', which the category FEATURE asks for');
  },
});
