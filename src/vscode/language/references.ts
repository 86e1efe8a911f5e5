import * as vscode from 'vscode';
import type { Governance } from '../governance';
import { everywhere } from './mentionAt';
import { Definitions, References } from './navigation';
import { RecordSymbols } from './recordSymbols';
import { RenameRecord } from './renameRecord';
import { RenumberActions } from './renumberActions';

/** Everything that follows the ID of a record or a requirement: definition, references, rename, symbols. */
export function registerReferences(governance: Governance): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(everywhere, new Definitions(governance)),
    vscode.languages.registerReferenceProvider(everywhere, new References(governance)),
    new RenameFirst(new RenameRecord(governance)),
    vscode.languages.registerWorkspaceSymbolProvider(new RecordSymbols(governance)),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      new RenumberActions(governance),
      RenumberActions.metadata,
    ),
  );
}

/**
 * Of two rename providers VS Code asks the one that came later first. That of Markdown would take an ID in a heading for
 * words: ours comes once more after it, when the first Markdown document has started it.
 */
class RenameFirst implements vscode.Disposable {
  private registration: vscode.Disposable;
  private readonly opened: vscode.Disposable;
  private disposed = false;

  constructor(private readonly provider: vscode.RenameProvider) {
    this.registration = vscode.languages.registerRenameProvider(everywhere, provider);
    this.opened = vscode.workspace.onDidOpenTextDocument((document) => {
      void this.followMarkdown(document);
    });
    for (const document of vscode.workspace.textDocuments) void this.followMarkdown(document);
  }

  dispose(): void {
    this.disposed = true;
    this.opened.dispose();
    this.registration.dispose();
  }

  private async followMarkdown({ languageId }: vscode.TextDocument): Promise<void> {
    if (languageId !== 'markdown') return;
    this.opened.dispose();
    // The document starts it anyhow; this only waits for it.
    await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
    if (this.disposed) return;
    const earlier = this.registration;
    this.registration = vscode.languages.registerRenameProvider(everywhere, this.provider);
    earlier.dispose();
  }
}
