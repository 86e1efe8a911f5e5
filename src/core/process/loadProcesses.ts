import type { Policy } from '../policy/policy';
import type { Workspace } from '../ports';
import { builtInProcesses } from './builtInProcesses';
import type { Process } from './process';

/** The processes that the records of a workspace follow. */
export function loadProcesses(_workspace: Workspace, _policy: Policy): Promise<readonly Process[]> {
  return Promise.resolve(builtInProcesses());
}
