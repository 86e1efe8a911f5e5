import { changeRecord } from './changeRecord';
import { changeRequest } from './changeRequest';
import { compileProcess } from './compileProcess';
import type { Process } from './process';

let compiled: readonly Process[] | undefined;

/** The two processes that need no configuration, compiled once: change requests, then change records. */
export function builtInProcesses(): readonly Process[] {
  return (compiled ??= [changeRequest, changeRecord].map(compileProcess));
}
