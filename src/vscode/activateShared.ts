import * as vscode from 'vscode';
import { registerCommands } from './commands/commands';
import { Diagnostics } from './diagnostics/diagnostics';
import { LiveLint } from './diagnostics/liveLint';
import { Governance } from './governance';
import { CodeActions } from './language/codeActions';
import { loggerOf } from './log';
import type { Platform } from './platform';
import { RecordTree } from './tree/recordTree';

/** What the extension gives to others, its own tests among them. */
export interface ChangegateApi {
  readonly governance: Governance;
  readonly tree: RecordTree;
  /** How long activation took, in milliseconds, without the loading of the code. */
  readonly activation: number;
}

/** Starts the extension, the same in both extension hosts. Records are read in the background. */
export function activateShared(context: vscode.ExtensionContext, platform: Platform): ChangegateApi {
  const begin = performance.now();
  const log = vscode.window.createOutputChannel('Changegate', { log: true });
  const governance = new Governance(platform, { now: () => Date.now() }, loggerOf(log));
  const tree = new RecordTree(governance, context.workspaceState);
  context.subscriptions.push(
    log,
    governance,
    tree,
    new Diagnostics(governance, context.extensionUri),
    new LiveLint(governance),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      new CodeActions(governance),
      CodeActions.metadata,
    ),
    ...registerCommands({ governance, tree, log }),
  );
  const activation = performance.now() - begin;
  log.debug(`Activated in ${activation.toFixed(1)} ms.`);
  void governance.ready();
  return { governance, tree, activation };
}
