import * as vscode from 'vscode';
import { addImpactAssessment, addImplementationPlan } from './addDocument';
import { archiveRecord } from './archiveRecord';
import { branchRecord } from './branchRecord';
import { addHistoryRow } from './addHistoryRow';
import type { Command, Services } from './command';
import { composeNotice } from './composeNotice';
import { copyRecordId, groupRecords, openRecordToSide, refreshRecords, revealRecord } from './explorerCommands';
import { initializeGovernance } from './initializeGovernance';
import { moveRecord } from './moveRecord';
import { newChangeRecord, newChangeRequest } from './newRecord';
import { applyPreview, dropPreview, normaliseRecord } from './normaliseRecord';
import { openWalkthrough } from './openWalkthrough';
import { recordFeedback } from './recordFeedback';
import { renumberRecord } from './renumberRecord';
import { splitRecord } from './splitRecord';
import { showLifecycle } from './showLifecycle';
import { nextAnswer, nextOpenStep, toggleStep } from './steps';
import { argumentsOf } from './target';
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
  addImpactAssessment,
  addImplementationPlan,
  initializeGovernance,
  toggleStep,
  nextOpenStep,
  nextAnswer,
  branchRecord,
  openWalkthrough,
  normaliseRecord,
  applyPreview,
  dropPreview,
  recordFeedback,
  composeNotice,
  renumberRecord,
  splitRecord,
  archiveRecord,
  moveRecord,
  showLifecycle,
  addHistoryRow,
];

/** Registers all commands of the manifest. */
export function registerCommands(services: Services): vscode.Disposable[] {
  return commands.map(({ id, execute }) =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => execute(services, ...argumentsOf(args))),
  );
}
