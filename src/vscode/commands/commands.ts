import * as vscode from 'vscode';
import type { Services } from './command';
import { commandIds } from './commandIds';
import { argumentsOf } from './target';

/** Registers all commands of the manifest. Their code is loaded by the first call. */
export function registerCommands(services: Services): vscode.Disposable[] {
  return commandIds.map((id) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      const { commandTable } = await import('./commandTable');
      return commandTable[id].execute(services, ...argumentsOf(args));
    }),
  );
}
