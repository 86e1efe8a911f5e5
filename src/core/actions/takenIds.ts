import { filesById, listRecordFiles, type RecordFile } from '../workspace/index/recordFiles';
import { recordFolders } from '../workspace/policy/policy';
import { identifyFile } from '../record/identifyFile';
import type { RecordId } from '../process/recordId';
import type { NumberSources } from './nextRecordId';

/** Where an ID is used already (reading 8): on disk, also in an archive; in an editor; or on a branch or in a worktree. */
export type IdHolder =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'editor'; readonly path: string }
  | { readonly kind: 'branch'; readonly path: string };

/** Who holds an ID; undefined if it is free. */
export async function holderOf(
  id: RecordId,
  files: ReadonlyMap<string, RecordFile>,
  sources: NumberSources,
): Promise<IdHolder | undefined> {
  const { git, policy, processes, openPaths = [], signal } = sources;
  const [file] = filesById(files.values()).get(id.text) ?? [];
  if (file) return { kind: 'file', path: file.path };
  const holds = (path: string): boolean => {
    const identity = identifyFile(path, processes, policy.files);
    return identity.kind !== 'other' && identity.id?.text === id.text;
  };
  const editor = openPaths.find(holds);
  if (editor !== undefined) return { kind: 'editor', path: editor };
  const branch = [...(await git.pathsOnAllBranches(recordFolders(policy), signal))].find(holds);
  return branch === undefined ? undefined : { kind: 'branch', path: branch };
}

/** All files that take a number, also those that the policy leaves alone. */
export function numberedFiles({
  workspace,
  policy,
  processes,
  signal,
}: NumberSources): Promise<Map<string, RecordFile>> {
  return listRecordFiles(workspace, { ...policy, exclude: [] }, processes, signal);
}
