import { changeRecord } from './changeRecord';
import { changeRequest } from './changeRequest';
import { compileProcess } from './compileProcess';
import type { Process } from './process';

/** The two built-in processes, compiled when they are first asked for. */
export function builtInProcesses(): readonly Process[] {
  compiled ??= [compileProcess(changeRequest), compileProcess(changeRecord)];
  return compiled;
}

let compiled: readonly Process[] | undefined;
