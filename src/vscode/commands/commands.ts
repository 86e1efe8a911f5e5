import * as vscode from 'vscode';
import type { Command, Services } from './command';
import { copyRecordId, groupRecords, openRecordToSide, refreshRecords, revealRecord } from './explorerCommands';
import { newChangeRecord, newChangeRequest } from './newRecord';
import { openPolicy, showLog, validateWorkspace } from './workspaceCommands';

const commands: readonly Command[] = [
  newChangeRequest,
  newChangeRecord,
  refreshRecords,
  groupRecords,
  revealRecord,
  openRecordToSide,
  copyRecordId,
  validateWorkspace,
  openPolicy,
  showLog,
];

/** Registers all commands of the manifest. */
export function registerCommands(services: Services): vscode.Disposable[] {
  return commands.map(({ id, execute }) =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => execute(services, ...args)),
  );
}
