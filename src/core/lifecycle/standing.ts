import type { StatusDefinition, StatusRole } from '../process/processDefinition';
import type { ChangeRecord } from '../record/record';

/** A record as far as its standing is concerned. */
type Standing = Pick<ChangeRecord, 'status'>;

/** Whether the change is not made any more: it was refused or given up, or rests. */
export function hasGivenUp({ status }: Standing): boolean {
  return hasRole(status?.value, 'on-hold', 'rejected', 'abandoned');
}

/** Whether a record has a status in which it is written, or waits for its approval. */
export function awaitsApproval({ status }: Standing): boolean {
  return isAwaiting(status?.value);
}

/** Whether a status is one in which a record is written, or waits for its approval. */
export function isAwaiting(status: StatusDefinition | undefined): boolean {
  return hasRole(status, 'draft', 'waiting');
}

/** Whether a record has a status in which its change is still to be made. */
export function isToBeMade({ status }: Standing): boolean {
  return hasRole(status?.value, 'draft', 'waiting', 'approved');
}

function hasRole(status: StatusDefinition | undefined, ...roles: readonly StatusRole[]): boolean {
  return status !== undefined && roles.includes(status.role);
}

/**
 * Whether a record goes on. `over`: it is completed, or in the archive, so that what is missing in it is history.
 * `given-up`: it was rejected or cancelled, and owes nothing more.
 */
export type Ending = 'open' | 'over' | 'given-up';

/** Whether a record goes on, by its status and its place. */
export function endingOf({ status, path }: Pick<ChangeRecord, 'status' | 'path'>): Ending {
  if (hasRole(status?.value, 'rejected', 'abandoned')) return 'given-up';
  return status?.value?.final === true || isArchived(path) ? 'over' : 'open';
}

/** Whether a path lies in an archive folder (reading 37). */
export function isArchived(path: string): boolean {
  return /(?:^|\/)_?archive\//i.test(path);
}
