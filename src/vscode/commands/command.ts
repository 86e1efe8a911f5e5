import type * as vscode from 'vscode';
import type { Governance } from '../governance';
import type { RecordTree } from '../tree/recordTree';

/** The commands of the manifest; a test keeps the two together. */
export const commandIds = [
  'changegate.newChangeRequest',
  'changegate.newChangeRecord',
  'changegate.refreshRecords',
  'changegate.groupRecords',
  'changegate.revealRecord',
  'changegate.openRecordToSide',
  'changegate.copyRecordId',
  'changegate.validateWorkspace',
  'changegate.openPolicy',
  'changegate.showLog',
] as const;
export type CommandId = (typeof commandIds)[number];

/** What commands work with. */
export interface Services {
  readonly governance: Governance;
  readonly tree: RecordTree;
  readonly log: vscode.LogOutputChannel;
}

/** A command: a thin adapter over an action of the core. */
export interface Command {
  readonly id: CommandId;
  execute(services: Services, ...args: unknown[]): unknown;
}
