import type { Condition, RoleDefinition } from '../../process/processDefinition';
import type { ChangeRecord } from '../../record/record';
import { missingRole } from '../missingRole';
import { defineRule } from '../rule';

export const approverMissing = defineRule({
  code: 'CG303',
  name: 'approver-missing',
  severity: 'error',
  summary:
    'The Technical Lead, and every further role that the policy asks for, has approved what is said to be approved.',
  source: 'Approval Status; readings 26 and 31',
  fix: { noneBecause: 'An approval is never written by a machine.' },
  *check({ record }) {
    yield* missingRole(
      record,
      ({ id, requiredWhen }) => requiredWhen === undefined || !told.has(id),
      (role) => because(role, record),
    );
  },
});

/** Roles that have rules of their own: CG402 and CG403. */
const told: ReadonlySet<string> = new Set(['security', 'product']);

/** The answer for which a role of the policy is asked: ", which Category "EXPERIMENT" asks for"; empty for none. */
function because({ requiredWhen }: RoleDefinition, record: ChangeRecord): string {
  for (const { field, is } of fieldsOf(requiredWhen)) {
    const answer = record.answer(field);
    const chosen = answer?.chosen.find(({ option }) =>
      is.some((value) => value.toLowerCase() === option?.value.toLowerCase()),
    );
    if (answer && chosen?.option) return `, which ${answer.field.label} "${chosen.option.value}" asks for`;
  }
  return '';
}

function fieldsOf(condition: Condition | undefined): { readonly field: string; readonly is: readonly string[] }[] {
  if (!condition || 'idSince' in condition) return [];
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  return [condition];
}
