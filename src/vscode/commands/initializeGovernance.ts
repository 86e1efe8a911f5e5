import * as vscode from 'vscode';
import { governanceFiles, createGovernance, type GovernanceFile } from '../../core/actions/initializeGovernance';
import { counted } from '../../core/text/counted';
import { applyChange } from '../applyChange';
import type { GovernedFolder } from '../governedFolder';
import type { Command, Services } from './command';

/** Where files are shown that are not there yet. */
const previewScheme = 'changegate-new';

/** Offers the files that governance begins with, shows each, and makes those that are wanted in one step. */
export const initializeGovernance: Command = {
  async execute(services) {
    const folder = await folderFor(services);
    if (!folder) return;
    await folder.ready();
    const files = await governanceFiles(folder.workspace, folder.policy, folder.processes);
    const offered = files.filter(({ state }) => state.kind !== 'kept');
    if (offered.length === 0) {
      void vscode.window.showInformationMessage('Folders, templates and policy are there already.');
      return;
    }
    const wanted = await pickFiles(offered);
    if (!wanted || wanted.length === 0) return;
    try {
      await applyChange(folder, createGovernance(wanted));
      await folder.refresh();
    } catch (error) {
      services.log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage('The files could not be made. Some of them may have come in the meantime.');
      return;
    }
    vscode.window.setStatusBarMessage(`${counted(wanted.length, 'file')} written`, 5000);
  },
};

async function folderFor({ governance: { folders } }: Services): Promise<GovernedFolder | undefined> {
  if (folders.length < 2) return folders[0];
  const picked = await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which folder is governed?' });
  return folders.find(({ folder }) => folder.uri.toString() === picked?.uri.toString());
}

interface FileItem extends vscode.QuickPickItem {
  readonly file: GovernanceFile;
}

/** A box for every file, all of them ticked, and a button that shows it; undefined if it was left. */
async function pickFiles(files: readonly GovernanceFile[]): Promise<readonly GovernanceFile[] | undefined> {
  const uriOf = ({ path }: GovernanceFile): vscode.Uri => vscode.Uri.from({ scheme: previewScheme, path: `/${path}` });
  const provider = vscode.workspace.registerTextDocumentContentProvider(previewScheme, {
    provideTextDocumentContent: ({ path }) => files.find((file) => `/${file.path}` === path)?.text,
  });
  const pick = vscode.window.createQuickPick<FileItem>();
  pick.title = 'Initialize Governance';
  pick.placeholder = 'Untick what is not wanted; nothing that is there is written over';
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  // What a button shows stands behind the list, and may be clicked into.
  pick.ignoreFocusOut = true;
  pick.items = files.map((file) => ({
    label: file.path,
    description: file.state.kind === 'added-to' ? `${file.purpose}; added to what is there` : file.purpose,
    buttons: [{ iconPath: new vscode.ThemeIcon('open-preview'), tooltip: 'Show What It Holds' }],
    file,
  }));
  pick.selectedItems = pick.items;
  try {
    return await new Promise((resolve) => {
      pick.onDidTriggerItemButton(async ({ item }) => {
        await vscode.window.showTextDocument(uriOf(item.file), { preview: true, preserveFocus: true });
      });
      pick.onDidAccept(() => {
        resolve(pick.selectedItems.map(({ file }) => file));
        pick.hide();
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
    await closePreviews();
    provider.dispose();
  }
}

async function closePreviews(): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === previewScheme);
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}
