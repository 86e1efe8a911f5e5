import type * as vscode from 'vscode';
import type { ActiveRecords } from '../activeRecords';
import type { ChangePreviews } from '../changePreviews';
import type { Governance } from '../governance';
import type { OverviewPanels } from '../panels/overviewPanels';
import type { RecordPanels } from '../panels/recordPanel';
import type { RecordTree } from '../tree/recordTree';

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

/** A command: a thin adapter over an action of the core. Its id is `changegate.` and the name that it is exported by. */
export interface Command {
  execute(services: Services, ...args: unknown[]): unknown;
}
