import { keys } from '../../process/fieldKeys';
import { defineRule } from '../rule';
import { missingRole } from '../missingRole';

export const securityApprovalMissing = defineRule({
  code: 'CG402',
  name: 'security-approval-missing',
  severity: 'error',
  summary: 'The Security Team has approved a change that is security-related.',
  source: 'Approval Status, "if security-related"; reading 26',
  fix: { noneBecause: 'An approval is never written by a machine.' },
  *check({ record }) {
    const category = record.answer(keys.category)?.chosen.some(({ option }) => option?.value === 'SECURITY');
    const level = record.answer(keys.securityAssessment)?.chosen[0]?.option?.value;
    const because = category
      ? ', which the category SECURITY asks for'
      : level === 'HIGH' || level === 'CRITICAL'
        ? `, which the security assessment ${level} asks for`
        : ', although a security review is required';
    yield* missingRole(record, ({ id }) => id === 'security', because);
  },
});
