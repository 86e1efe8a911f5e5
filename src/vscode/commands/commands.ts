import * as vscode from 'vscode';
import type { Services } from './command';
import { commandTable } from './commandTable';
import { argumentsOf } from './target';

/** Registers all commands of the manifest. */
export function registerCommands(services: Services): vscode.Disposable[] {
  return Object.entries(commandTable).map(([id, load]) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      const command = await load();
      return command.execute(services, ...argumentsOf(args));
    }),
  );
}
