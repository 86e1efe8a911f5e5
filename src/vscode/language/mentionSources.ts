import * as vscode from 'vscode';
import type { RenumberSources } from '../../core/actions/renumber';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';

/** Where mentions of a folder are looked for: its files, with the texts that editors hold instead of them. */
export function mentionSources(
  { platform }: Governance,
  folder: GovernedFolder,
  token?: vscode.CancellationToken,
): RenumberSources {
  const openTexts = new Map<string, string>();
  for (const document of vscode.workspace.textDocuments) {
    const path = folder.pathOf(document.uri);
    if (path !== undefined && !document.isClosed) openTexts.set(path, document.getText());
  }
  return {
    workspace: folder.workspace,
    git: platform.git(folder.folder),
    policy: folder.policy,
    processes: folder.processes,
    openPaths: [...openTexts.keys()],
    openTexts,
    always: folder.index.all().flatMap(({ summary }) => [summary.path, ...summary.companions]),
    asEdited: (path) => editedText(folder.uriOf(path)),
    pause,
    ...(token ? { signal: signalOf(token) } : {}),
  };
}

/** A cancellation as the core knows it. */
function signalOf(token: vscode.CancellationToken): { readonly aborted: boolean } {
  return {
    get aborted() {
      return token.isCancellationRequested;
    },
  };
}

/** The text of a file as VS Code reads it: with one kind of line ending, in the encoding that it is set to. */
async function editedText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    // What no editor can open is no text to it; anyone who edits it gets an error then.
    return undefined;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
