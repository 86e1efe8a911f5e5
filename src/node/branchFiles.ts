import type { BranchFile, CancellationSignal } from '../core/ports';
import { GitObjects, treeEntries } from './gitObjects';
import { runGit } from './runGit';
import { uncommittedElsewhere } from './worktreeFiles';

/** No more branches than these are looked at, those with the newest commits first. */
const mostBranches = 200;

/** No more files than these are read. */
const mostFiles = 2_000;

/** A record is smaller; see `largestFile` of the core. */
const largest = 512 * 1024;

/**
 * The files below some folders as other branches have them: those that the checked-out commit does not have, or has
 * with another content, each version once, under the branch that changed last; and what other worktrees have not
 * committed yet. `prefix` leads from the top of the
 * repository to the workspace.
 */
export async function filesOnOtherBranches(
  folder: string,
  prefix: string,
  folders: readonly string[],
  signal?: CancellationSignal,
): Promise<BranchFile[]> {
  const listed = await runGit(folder, [
    'for-each-ref',
    '--sort=-committerdate',
    `--count=${String(mostBranches)}`,
    '--format=%(objectname) %(refname:short)',
    'refs/heads',
    'refs/remotes',
  ]);
  const head = (await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.trim();
  const objects = new GitObjects(folder);
  try {
    const seen = new Set<string>();
    for (const { path, id } of await filesOf(objects, head ?? '', prefix, folders)) seen.add(`${path} ${id}`);
    const files: BranchFile[] = [];
    const commits = new Set([head]);
    for (const line of (listed ?? '').split('\n')) {
      const [commit = '', ...name] = line.split(' ');
      if (commits.has(commit) || signal?.aborted === true) continue;
      commits.add(commit);
      for (const { path, id } of await filesOf(objects, commit, prefix, folders)) {
        const key = `${path} ${id}`;
        if (seen.has(key) || files.length >= mostFiles) continue;
        seen.add(key);
        const blob = await objects.read(id);
        if (blob?.type === 'blob' && blob.bytes.length <= largest)
          files.push({ branch: name.join(' '), path, bytes: new Uint8Array(blob.bytes) });
      }
    }
    // What a worktree has not committed yet is what its branch says now.
    const uncommitted = await uncommittedElsewhere(folder, prefix, folders, largest, signal);
    const newer = new Set(uncommitted.map(({ branch, path }) => `${branch} ${path}`));
    return [...uncommitted, ...files.filter(({ branch, path }) => !newer.has(`${branch} ${path}`))];
  } finally {
    objects.close();
  }
}

/** The files of a commit below some folders. */
async function filesOf(
  objects: GitObjects,
  commit: string,
  prefix: string,
  folders: readonly string[],
): Promise<{ readonly path: string; readonly id: string }[]> {
  if (commit === '') return [];
  const files: { path: string; id: string }[] = [];
  const open = folders.map((folder) => ({ tree: `${commit}:${(prefix + folder).replace(/\/$/, '')}`, path: folder }));
  for (let next = open.pop(); next; next = open.pop()) {
    const object = await objects.read(next.tree);
    if (object?.type !== 'tree') continue;
    for (const { name, id, isTree } of treeEntries(object)) {
      const path = next.path === '' ? name : `${next.path}/${name}`;
      if (isTree) open.push({ tree: id, path });
      else files.push({ path, id });
    }
  }
  return files;
}
