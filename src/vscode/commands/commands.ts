import * as vscode from 'vscode';
import type { Command, CommandId, Services } from './command';
import { argumentsOf } from './target';

/** Each command is loaded when it is called: most sessions need few of them. */
const commands: Readonly<Record<CommandId, () => Promise<Command>>> = {
  'changegate.newChangeRequest': async () => (await import('./newRecord')).newChangeRequest,
  'changegate.newChangeRecord': async () => (await import('./newRecord')).newChangeRecord,
  'changegate.refreshRecords': async () => (await import('./explorerCommands')).refreshRecords,
  'changegate.groupRecords': async () => (await import('./explorerCommands')).groupRecords,
  'changegate.revealRecord': async () => (await import('./explorerCommands')).revealRecord,
  'changegate.openRecordToSide': async () => (await import('./explorerCommands')).openRecordToSide,
  'changegate.copyRecordId': async () => (await import('./explorerCommands')).copyRecordId,
  'changegate.validateWorkspace': async () => (await import('./workspaceCommands')).validateWorkspace,
  'changegate.openPolicy': async () => (await import('./workspaceCommands')).openPolicy,
  'changegate.showLog': async () => (await import('./workspaceCommands')).showLog,
  'changegate.addImpactAssessment': async () => (await import('./addDocument')).addImpactAssessment,
  'changegate.addImplementationPlan': async () => (await import('./addDocument')).addImplementationPlan,
  'changegate.initializeGovernance': async () => (await import('./initializeGovernance')).initializeGovernance,
  'changegate.toggleStep': async () => (await import('./steps')).toggleStep,
  'changegate.nextOpenStep': async () => (await import('./steps')).nextOpenStep,
  'changegate.nextAnswer': async () => (await import('./steps')).nextAnswer,
  'changegate.branchRecord': async () => (await import('./branchRecord')).branchRecord,
  'changegate.openWalkthrough': async () => (await import('./openWalkthrough')).openWalkthrough,
  'changegate.normaliseRecord': async () => (await import('./normaliseRecord')).normaliseRecord,
  'changegate.applyPreview': async () => (await import('./normaliseRecord')).applyPreview,
  'changegate.dropPreview': async () => (await import('./normaliseRecord')).dropPreview,
  'changegate.recordFeedback': async () => (await import('./recordFeedback')).recordFeedback,
  'changegate.composeNotice': async () => (await import('./composeNotice')).composeNotice,
  'changegate.renumberRecord': async () => (await import('./renumberRecord')).renumberRecord,
  'changegate.splitRecord': async () => (await import('./splitRecord')).splitRecord,
  'changegate.archiveRecord': async () => (await import('./archiveRecord')).archiveRecord,
  'changegate.moveRecord': async () => (await import('./moveRecord')).moveRecord,
  'changegate.showLifecycle': async () => (await import('./showLifecycle')).showLifecycle,
  'changegate.showDashboard': async () => (await import('./showDashboard')).showDashboard,
  'changegate.showCalendar': async () => (await import('./showCalendar')).showCalendar,
  'changegate.addHistoryRow': async () => (await import('./addHistoryRow')).addHistoryRow,
  'changegate.insertSnippet': async () => (await import('./insertSnippet')).insertSnippet,
};

/** Registers all commands of the manifest. */
export function registerCommands(services: Services): vscode.Disposable[] {
  return Object.entries(commands).map(([id, load]) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      const command = await load();
      return command.execute(services, ...argumentsOf(args));
    }),
  );
}
