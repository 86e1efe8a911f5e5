import * as vscode from 'vscode';
import { builtInProcesses } from '../../core/process/builtInProcesses';
import { snippetNames } from '../../core/process/snippets';
import type { Command } from './command';

/**
 * Inserts one of the extension's snippets at the cursor, for those who do not know what to type for it. Who calls it
 * with the name of a snippet is not asked.
 */
export const insertSnippet: Command = {
  async execute(_services, wanted) {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== 'markdown') {
      void vscode.window.showInformationMessage('Snippets are for Markdown; the active editor shows none.');
      return;
    }
    const snippets = snippetNames(builtInProcesses());
    const given = snippets.find(({ name }) => name === wanted);
    const items = snippets.map(({ name, prefix, description }) => ({
      label: name,
      description: prefix,
      detail: description,
    }));
    const name =
      given?.name ??
      (
        await vscode.window.showQuickPick(items, {
          title: 'Insert a snippet at the cursor',
          placeHolder: 'What comes here? Typing the short word and Ctrl+Space does the same',
          matchOnDescription: true,
          matchOnDetail: true,
        })
      )?.label;
    if (name !== undefined)
      await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name });
  },
};
