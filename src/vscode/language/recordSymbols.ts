import * as vscode from 'vscode';
import { toRange } from '../convert';
import type { Governance } from '../governance';

/** More than these nobody reads; VS Code asks again with every key. */
const mostSymbols = 500;

/** Records by ID and title, for "Go to Symbol in Workspace". */
export class RecordSymbols implements vscode.WorkspaceSymbolProvider {
  constructor(private readonly governance: Governance) {}

  async provideWorkspaceSymbols(query: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[]> {
    await this.governance.ready();
    if (token.isCancellationRequested) return [];
    const wanted = query.toLowerCase().replace(/\s+/g, '');
    return this.governance.folders
      .flatMap((folder) =>
        folder.index.all().flatMap(({ summary }) => {
          const name = [summary.id ?? summary.name, summary.title ?? ''].join(' ').trim();
          if (!isFuzzyMatch(wanted, name.toLowerCase())) return [];
          const location = new vscode.Location(folder.uriOf(summary.path), toRange(summary.idRange));
          const container = summary.archived ? `${summary.status ?? 'not recorded'}, archived` : summary.status;
          return [new vscode.SymbolInformation(name, vscode.SymbolKind.File, container ?? 'not recorded', location)];
        }),
      )
      .slice(0, mostSymbols);
  }
}

/** Whether the letters of a query stand in a name in their order, as VS Code's own lists match. */
function isFuzzyMatch(query: string, name: string): boolean {
  let at = 0;
  for (const letter of query) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
