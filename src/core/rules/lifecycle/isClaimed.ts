import type { ChangeRecord } from '../../record/record';

/** Whether the status of a record says that it was approved, and its process asks a person to do so. */
export function isClaimed({ status, kind, type }: ChangeRecord): boolean {
  return status?.value?.needsApproval === true && (kind === 'change-request' || type === 'normal');
}
