import * as vscode from 'vscode';
import type { Command } from './command';

export const openWalkthrough: Command = {
  execute: () =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', 'changegate.changegate#changegate.start', false),
};
