import type * as vscode from 'vscode';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';

/**
 * Loads and registers the language features when the first record, or a requirements matrix, is found. Without one they
 * have nothing to show, and most workspaces that contain Markdown have none.
 */
export function languageFeaturesWithRecords(governance: Governance, log: vscode.LogOutputChannel): vscode.Disposable {
  let features: vscode.Disposable | undefined;
  let isDisposed = false;
  const load = async (): Promise<void> => {
    try {
      const { registerLanguageFeatures } = await import('./languageFeatures');
      if (!isDisposed) features = registerLanguageFeatures(governance);
    } catch (error) {
      log.error('The language features could not be loaded.', error);
    }
  };
  const waiting = governance.onDidChange((folder) => {
    if (!hasRecords(folder)) return;
    waiting.dispose();
    void load();
  });
  return {
    dispose: () => {
      isDisposed = true;
      waiting.dispose();
      features?.dispose();
    },
  };
}

function hasRecords({ index }: GovernedFolder): boolean {
  return index.all().length > 0 || index.requirements !== undefined;
}
