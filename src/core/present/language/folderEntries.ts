import type { FolderEntry } from './completion';

/** What a folder holds, by the paths of all files of a workspace: files, and the folders that lead to others. Linear. */
export function folderEntries(paths: Iterable<string>, folder: string): readonly FolderEntry[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const entries = new Map<string, FolderEntry>();
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    const slash = path.indexOf('/', prefix.length);
    const name = path.slice(prefix.length, slash < 0 ? undefined : slash);
    if (name !== '') entries.set(name, { name, isFolder: slash >= 0 });
  }
  return [...entries.values()];
}
