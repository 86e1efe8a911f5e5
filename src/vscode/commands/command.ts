import type * as vscode from 'vscode';
import type { ActiveRecords } from '../activeRecords';
import type { ChangePreviews } from '../changePreviews';
import type { Governance } from '../governance';
import type { OverviewPanels } from '../panels/overviewPanels';
import type { RecordPanels } from '../panels/recordPanel';
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
  'changegate.addImpactAssessment',
  'changegate.addImplementationPlan',
  'changegate.initializeGovernance',
  'changegate.toggleStep',
  'changegate.nextOpenStep',
  'changegate.nextAnswer',
  'changegate.branchRecord',
  'changegate.openWalkthrough',
  'changegate.normaliseRecord',
  'changegate.applyPreview',
  'changegate.dropPreview',
  'changegate.recordFeedback',
  'changegate.composeNotice',
  'changegate.renumberRecord',
  'changegate.splitRecord',
  'changegate.archiveRecord',
  'changegate.moveRecord',
  'changegate.showLifecycle',
  'changegate.showDashboard',
  'changegate.showCalendar',
  'changegate.addHistoryRow',
  'changegate.insertSnippet',
] as const;
export type CommandId = (typeof commandIds)[number];

/** What commands work with. */
export interface Services {
  readonly governance: Governance;
  readonly tree: RecordTree;
  readonly active: ActiveRecords;
  readonly previews: ChangePreviews;
  readonly panels: RecordPanels;
  readonly overviews: OverviewPanels;
  readonly log: vscode.LogOutputChannel;
}

/** A command: a thin adapter over an action of the core. */
export interface Command {
  readonly id: CommandId;
  execute(services: Services, ...args: unknown[]): unknown;
}
