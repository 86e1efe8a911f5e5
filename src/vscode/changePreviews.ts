import * as vscode from 'vscode';
import { ChangedMeanwhileError, textAfter, type Change } from '../core/change/change';
import { applyChange } from './applyChange';
import type { GovernedFolder } from './governedFolder';

/** The scheme of texts as they would be after a change; `when` clauses of the manifest name it. */
const afterScheme = 'changegate-after';

/** A change that somebody is looking at. */
interface Preview {
  readonly folder: GovernedFolder;
  readonly change: Change;
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Shows a change as diffs before it is made: the file at the left, the text after the change at the right. One at a
 * time; it is made or dropped by the buttons in the title of the diff, and dropped when the diffs are closed.
 */
export class ChangePreviews implements vscode.Disposable, vscode.TextDocumentContentProvider {
  private preview: Preview | undefined;
  private serial = 0;
  private readonly disposables: vscode.Disposable[];

  constructor() {
    this.disposables = [
      vscode.workspace.registerTextDocumentContentProvider(afterScheme, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0 && this.tabs().length === 0) this.preview = undefined;
      }),
    ];
  }

  /** The change that is being looked at. */
  get current(): Change | undefined {
    return this.preview?.change;
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.preview?.texts.get(uri.toString());
  }

  /** Shows what a change would do to each file that it edits. */
  async show(folder: GovernedFolder, change: Change): Promise<void> {
    await this.drop();
    this.serial++;
    const texts = new Map<string, string>();
    const diffs: { readonly before: vscode.Uri; readonly after: vscode.Uri; readonly name: string }[] = [];
    for (const step of change.steps) {
      if (step.kind !== 'edit') continue;
      const before = folder.uriOf(step.path);
      const after = vscode.Uri.from({ scheme: afterScheme, path: before.path, query: String(this.serial) });
      texts.set(after.toString(), textAfter(change, step.path, step.before));
      diffs.push({ before, after, name: step.path.slice(step.path.lastIndexOf('/') + 1) });
    }
    this.preview = { folder, change, texts };
    // The record itself is shown last, in front of its companions.
    for (const { before, after, name } of diffs.reverse())
      await vscode.commands.executeCommand(
        'vscode.diff',
        before,
        after,
        diffs.length === 1 ? change.title : `${name}: ${change.title}`,
        { preview: false },
      );
  }

  /** Makes the change that is being looked at, as one step that one undo takes back. */
  async apply(): Promise<void> {
    const { preview } = this;
    if (!preview) {
      void vscode.window.showInformationMessage('There is no change to be made.');
      return;
    }
    await this.drop();
    await vscode.window.showTextDocument(preview.folder.uriOf(preview.change.steps.flatMap(pathOf)[0] ?? ''));
    try {
      await applyChange(preview.folder, preview.change);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhileError)) throw error;
      void vscode.window.showWarningMessage(`${error.message} Ask for the change once more.`);
    }
  }

  /** Closes the diffs; nothing is changed. */
  async drop(): Promise<void> {
    this.preview = undefined;
    await vscode.window.tabGroups.close(this.tabs());
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private tabs(): vscode.Tab[] {
    return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === afterScheme),
    );
  }
}

function pathOf(step: Change['steps'][number]): string[] {
  return step.kind === 'edit' ? [step.path] : [];
}
