import type * as vscode from 'vscode';
import type { Asked } from '../../core/present/overview/asked';
import type { Known } from '../../core/present/overview/known';
import { apart, type NamedInput } from '../../core/present/portfolioTogether';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';

/** What is read of the workspace for the pages over all records. */
export interface OverviewFacts {
  readonly known: Known;
  /** Where the records lie, by the paths that the page shows. */
  readonly uris: ReadonlyMap<string, vscode.Uri>;
}

/** Reads what the index holds by now; of one folder, if it is asked for and there. */
export function overviewFacts({ folders: all, clock }: Governance, asked: Asked): OverviewFacts {
  const now = clock.now();
  const named = withNames(all);
  const one = named.filter(({ folder }) => folder.folder.uri.toString() === asked.folder);
  const shown = one.length > 0 ? one : named;
  const inputs = shown.map(({ name, folder: { index, processes, policy } }): NamedInput => ({
    name,
    input: { records: index.all().map(({ summary }) => summary), processes, policy, now },
  }));
  const folders = apart(inputs);
  const uris = new Map<string, vscode.Uri>();
  shown.forEach(({ folder }, at) => {
    folders[at]?.input.records.forEach(({ path }, record) => {
      const own = inputs[at]?.input.records[record]?.path;
      if (own !== undefined) uris.set(path, folder.uriOf(own));
    });
  });
  const tell = ({ name, folder }: Named): { uri: string; name: string } => ({
    uri: folder.folder.uri.toString(),
    name,
  });
  return {
    known: {
      folders,
      choice: named.map(tell),
      unreadable: shown.filter(({ folder }) => !folder.policyReading.isReadable).map(tell),
      now,
    },
    uris,
  };
}

interface Named {
  readonly name: string;
  readonly folder: GovernedFolder;
}

/** Folders may have the same name. */
function withNames(folders: readonly GovernedFolder[]): Named[] {
  const taken = new Set<string>();
  return folders.map((folder) => {
    const own = folder.folder.name;
    let name = own;
    for (let count = 2; taken.has(name); count++) name = `${own} (${String(count)})`;
    taken.add(name);
    return { name, folder };
  });
}
