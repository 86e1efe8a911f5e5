import * as vscode from 'vscode';
import { ActiveRecords } from './activeRecords';
import { ChangePreviews } from './changePreviews';
import { registerCommands } from './commands/commands';
import { Diagnostics } from './diagnostics/diagnostics';
import { LiveLint } from './diagnostics/liveLint';
import { Governance } from './governance';
import { registerPolicyFeatures } from './language/policyFeatures';
import { languageFeaturesWithRecords } from './language/withRecords';
import { loggerOf } from './log';
import { OverviewPanels } from './panels/overviewPanels';
import { RecordPanels } from './panels/recordPanel';
import type { Platform } from './platform';
import { StatusBar } from './statusBar';
import { RecordTree } from './tree/recordTree';
import { StatusDecorations } from './tree/statusDecorations';

/** What the extension gives to others, its own tests among them. */
export interface ChangegateApi {
  readonly governance: Governance;
  readonly tree: RecordTree;
  readonly active: ActiveRecords;
  readonly statusBar: StatusBar;
  readonly panels: RecordPanels;
  readonly overviews: OverviewPanels;
  /** How long activation took, in milliseconds, without the loading of the code. */
  readonly activation: number;
}

/**
 * Starts the extension, the same in both extension hosts. Everything constructed here is loaded at activation. The code
 * that reads records is loaded right after it; commands, panels and language features when they are first needed.
 */
export function activateShared(context: vscode.ExtensionContext, platform: Platform): ChangegateApi {
  const begin = performance.now();
  const log = vscode.window.createOutputChannel('Changegate', { log: true });
  const governance = new Governance(platform, { now: () => Date.now() }, loggerOf(log));
  const tree = new RecordTree(governance, context.workspaceState);
  const active = new ActiveRecords(governance, context.workspaceState);
  const statusBar = new StatusBar(governance, active);
  const previews = new ChangePreviews();
  const panels = new RecordPanels(governance, context.extensionUri, log);
  const overviews = new OverviewPanels(governance, context.extensionUri, log);
  context.subscriptions.push(
    log,
    governance,
    tree,
    active,
    statusBar,
    previews,
    panels,
    overviews,
    new StatusDecorations(governance),
    new Diagnostics(governance, context.extensionUri),
    new LiveLint(governance),
    registerPolicyFeatures(),
    languageFeaturesWithRecords(governance, log),
    ...registerCommands({ governance, tree, active, log, previews, panels, overviews }),
  );
  const activation = performance.now() - begin;
  log.debug(`Activated in ${activation.toFixed(1)} ms.`);
  void governance.ready();
  return { governance, tree, active, statusBar, panels, overviews, activation };
}
