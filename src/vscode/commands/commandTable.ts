// Written by `npm run generate`; changes made here are lost.
import type { Command } from './command';
import type { CommandId } from './commandIds';
import { addHistoryRow } from './addHistoryRow';
import { addImpactAssessment, addImplementationPlan } from './addDocument';
import { applyPreview, dropPreview, normalizeRecord } from './normalizeRecord';
import { archiveRecord } from './archiveRecord';
import { branchRecord } from './branchRecord';
import { composeNotice } from './composeNotice';
import { copyRecordId, groupRecords, openRecordToSide, refreshRecords, revealRecord } from './explorerCommands';
import { initializeGovernance } from './initializeGovernance';
import { insertSnippet } from './insertSnippet';
import { moveRecord } from './moveRecord';
import { newChangeRecord, newChangeRequest } from './newRecord';
import { nextAnswer, nextOpenStep, toggleStep } from './steps';
import { openPolicy, showLog, validateWorkspace } from './workspaceCommands';
import { openWalkthrough } from './openWalkthrough';
import { recordFeedback } from './recordFeedback';
import { renumberRecord } from './renumberRecord';
import { showCalendar } from './showCalendar';
import { showDashboard } from './showDashboard';
import { showLifecycle } from './showLifecycle';
import { splitRecord } from './splitRecord';

/** All commands by id. */
export const commandTable: Readonly<Record<CommandId, Command>> = {
  'changegate.addHistoryRow': addHistoryRow,
  'changegate.addImpactAssessment': addImpactAssessment,
  'changegate.addImplementationPlan': addImplementationPlan,
  'changegate.applyPreview': applyPreview,
  'changegate.archiveRecord': archiveRecord,
  'changegate.branchRecord': branchRecord,
  'changegate.composeNotice': composeNotice,
  'changegate.copyRecordId': copyRecordId,
  'changegate.dropPreview': dropPreview,
  'changegate.groupRecords': groupRecords,
  'changegate.initializeGovernance': initializeGovernance,
  'changegate.insertSnippet': insertSnippet,
  'changegate.moveRecord': moveRecord,
  'changegate.newChangeRecord': newChangeRecord,
  'changegate.newChangeRequest': newChangeRequest,
  'changegate.nextAnswer': nextAnswer,
  'changegate.nextOpenStep': nextOpenStep,
  'changegate.normalizeRecord': normalizeRecord,
  'changegate.openPolicy': openPolicy,
  'changegate.openRecordToSide': openRecordToSide,
  'changegate.openWalkthrough': openWalkthrough,
  'changegate.recordFeedback': recordFeedback,
  'changegate.refreshRecords': refreshRecords,
  'changegate.renumberRecord': renumberRecord,
  'changegate.revealRecord': revealRecord,
  'changegate.showCalendar': showCalendar,
  'changegate.showDashboard': showDashboard,
  'changegate.showLifecycle': showLifecycle,
  'changegate.showLog': showLog,
  'changegate.splitRecord': splitRecord,
  'changegate.toggleStep': toggleStep,
  'changegate.validateWorkspace': validateWorkspace,
};
