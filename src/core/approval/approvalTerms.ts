import type { RoleDefinition, TokenDefinition } from '../process/processDefinition';
import type { ChangeRecord } from '../record/record';

/** Who must approve a record, and by what. Filled in by the process, with what a team's policy adds to it. */
export interface ApprovalTerms {
  /** The words that give an approval. Without any, the name of the approver and the date give it (change records). */
  readonly tokens: readonly TokenDefinition[];
  /** The roles that have to approve (reading 26). */
  readonly roles: readonly RoleDefinition[];
  /** Nobody has to approve it by hand (standard changes, reading 44). */
  readonly preApproved: boolean;
}

/** What the process of a record asks of its approval. */
export function termsOf(record: Pick<ChangeRecord, 'process' | 'type' | 'isDue'>): ApprovalTerms {
  const { tokens } = record.process;
  const roles = record.process.roles.filter(({ requiredWhen }) =>
    record.isDue({ requiredFrom: 'draft', requiredWhen }),
  );
  return { tokens, roles, preApproved: record.type === 'standard' && roles.length === 0 };
}
