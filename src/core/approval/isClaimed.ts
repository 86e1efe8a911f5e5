import type { StatusDefinition } from '../process/processDefinition';
import type { ChangeRecord } from '../record/record';

/** Whether the status of a record says that it was approved, and its process asks a person to do so. */
export function isClaimed(record: ChangeRecord): boolean {
  return isClaimedBy(record.status?.value, record);
}

/** Whether a record that had a status would say by it that it was approved. */
export function isClaimedBy(
  status: StatusDefinition | undefined,
  { kind, type }: Pick<ChangeRecord, 'kind' | 'type'>,
): boolean {
  return status?.needsApproval === true && (kind === 'change-request' || type === 'normal');
}
