import type { Stage, StatusDefinition } from '../process/processDefinition';
import type { ChangeRecord } from '../record/record';

/** A record as far as its standing is concerned. */
type Standing = Pick<ChangeRecord, 'status' | 'process'>;

/** Whether the change is not made any more: a record in a state of the first stage that is not the first state. */
export function hasGivenUp({ status, process }: Standing): boolean {
  return status?.value !== undefined && isGivenUp(status.value, process);
}

/** Whether a record has a status in which it is written, or waits for its approval. */
export function awaitsApproval({ status, process }: Standing): boolean {
  return status?.value !== undefined && isAwaiting(status.value, process);
}

/** Whether a status is one in which a record is written, or waits for its approval. */
export function isAwaiting(status: StatusDefinition, process: ChangeRecord['process']): boolean {
  return isAt(status, process, ['draft', 'proposed']);
}

/** Whether a record has a status in which its change is still to be made. */
export function isToBeMade({ status, process }: Standing): boolean {
  return status?.value !== undefined && isAt(status.value, process, ['draft', 'proposed', 'approved']);
}

function isAt(status: StatusDefinition, process: ChangeRecord['process'], stages: readonly Stage[]): boolean {
  return stages.includes(status.stage) && !isGivenUp(status, process);
}

function isGivenUp({ id, stage }: StatusDefinition, { statuses }: ChangeRecord['process']): boolean {
  return stage === 'draft' && id !== statuses[0]?.id;
}
