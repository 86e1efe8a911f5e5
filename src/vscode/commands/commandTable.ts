// Written by `npm run generate`; changes made here are lost.
import type { Command } from './command';
import type { CommandId } from './commandIds';

/** Each command is loaded when it is called: most sessions need few of them. */
export const commandTable: Readonly<Record<CommandId, () => Promise<Command>>> = {
  'changegate.addHistoryRow': async () => (await import('./addHistoryRow')).addHistoryRow,
  'changegate.addImpactAssessment': async () => (await import('./addDocument')).addImpactAssessment,
  'changegate.addImplementationPlan': async () => (await import('./addDocument')).addImplementationPlan,
  'changegate.applyPreview': async () => (await import('./normaliseRecord')).applyPreview,
  'changegate.archiveRecord': async () => (await import('./archiveRecord')).archiveRecord,
  'changegate.branchRecord': async () => (await import('./branchRecord')).branchRecord,
  'changegate.composeNotice': async () => (await import('./composeNotice')).composeNotice,
  'changegate.copyRecordId': async () => (await import('./explorerCommands')).copyRecordId,
  'changegate.dropPreview': async () => (await import('./normaliseRecord')).dropPreview,
  'changegate.groupRecords': async () => (await import('./explorerCommands')).groupRecords,
  'changegate.initializeGovernance': async () => (await import('./initializeGovernance')).initializeGovernance,
  'changegate.insertSnippet': async () => (await import('./insertSnippet')).insertSnippet,
  'changegate.moveRecord': async () => (await import('./moveRecord')).moveRecord,
  'changegate.newChangeRecord': async () => (await import('./newRecord')).newChangeRecord,
  'changegate.newChangeRequest': async () => (await import('./newRecord')).newChangeRequest,
  'changegate.nextAnswer': async () => (await import('./steps')).nextAnswer,
  'changegate.nextOpenStep': async () => (await import('./steps')).nextOpenStep,
  'changegate.normaliseRecord': async () => (await import('./normaliseRecord')).normaliseRecord,
  'changegate.openPolicy': async () => (await import('./workspaceCommands')).openPolicy,
  'changegate.openRecordToSide': async () => (await import('./explorerCommands')).openRecordToSide,
  'changegate.openWalkthrough': async () => (await import('./openWalkthrough')).openWalkthrough,
  'changegate.recordFeedback': async () => (await import('./recordFeedback')).recordFeedback,
  'changegate.refreshRecords': async () => (await import('./explorerCommands')).refreshRecords,
  'changegate.renumberRecord': async () => (await import('./renumberRecord')).renumberRecord,
  'changegate.revealRecord': async () => (await import('./explorerCommands')).revealRecord,
  'changegate.showCalendar': async () => (await import('./showCalendar')).showCalendar,
  'changegate.showDashboard': async () => (await import('./showDashboard')).showDashboard,
  'changegate.showLifecycle': async () => (await import('./showLifecycle')).showLifecycle,
  'changegate.showLog': async () => (await import('./workspaceCommands')).showLog,
  'changegate.splitRecord': async () => (await import('./splitRecord')).splitRecord,
  'changegate.toggleStep': async () => (await import('./steps')).toggleStep,
  'changegate.validateWorkspace': async () => (await import('./workspaceCommands')).validateWorkspace,
};
