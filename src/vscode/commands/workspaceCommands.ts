import * as vscode from 'vscode';
import { countBySeverity } from '../../core/workspace/summarize';
import { policyBeginning } from '../../core/actions/initializeGovernance';
import { defaultPolicy, policyPath } from '../../core/workspace/policy/policy';
import { counted } from '../../core/text/counted';
import type { Command } from './command';

export const validateWorkspace: Command = {
  async execute({ governance }) {
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: 'Checking change records' },
      () => governance.refresh(),
    );
    const records = governance.folders.flatMap(({ index }) => index.all());
    if (records.length === 0) {
      void vscode.window.showWarningMessage(
        'Nothing found to check: there is no change record in the configured folders.',
      );
      return;
    }
    const { error, warning } = countBySeverity(records.flatMap(({ findings }) => findings));
    const checked = `${counted(records.length, 'record')} checked`;
    if (error + warning === 0) {
      void vscode.window.showInformationMessage(`${checked}: no problems.`);
      return;
    }
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    const words = `${counted(error, 'error')}, ${counted(warning, 'warning')}`;
    vscode.window.setStatusBarMessage(`${checked}: ${words}`, 10_000);
  },
};

const beginning = policyBeginning(defaultPolicy);

export const openPolicy: Command = {
  async execute({ governance }) {
    const { folders } = governance;
    const picked = folders.length > 1 ? (await vscode.window.showWorkspaceFolderPick())?.uri : folders[0]?.folder.uri;
    const folder = folders.find((each) => each.folder.uri.toString() === picked?.toString());
    if (!folder) return;
    const uri = folder.uriOf(policyPath);
    if (await folder.workspace.read(policyPath, 0)) {
      await vscode.window.showTextDocument(uri);
      return;
    }
    // Shown as an unsaved file: it is there only when somebody saves it.
    const untitled = uri.with({ scheme: 'untitled' });
    const document = await (uri.scheme === 'file'
      ? vscode.workspace.openTextDocument(untitled)
      : vscode.workspace.openTextDocument({ language: 'yaml', content: beginning }));
    const editor = await vscode.window.showTextDocument(document);
    if (document.getText() === '')
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(0, 0), beginning);
      });
  },
};

export const showLog: Command = {
  execute: ({ log }) => {
    log.show();
  },
};
