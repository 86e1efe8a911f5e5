import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BranchFile, CancellationSignal } from '../core/ports';
import { NodeWorkspace } from './nodeWorkspace';
import { runGit } from './runGit';

/** No more worktrees than these are looked at. */
const mostWorktrees = 20;

/** No more files of one worktree are read. */
const mostFiles = 200;

/**
 * The files below some folders that other worktrees of the repository have changed or made and nobody has committed
 * yet, under the branch that is checked out there. A worktree that is gone, or cannot be read, has none. `prefix` leads
 * from the top of the repository to the workspace.
 */
export async function uncommittedElsewhere(
  folder: string,
  prefix: string,
  folders: readonly string[],
  largest: number,
  signal?: CancellationSignal,
): Promise<BranchFile[]> {
  const listed = (await runGit(folder, ['worktree', 'list', '--porcelain'])) ?? '';
  const top = (await runGit(folder, ['rev-parse', '--show-toplevel']))?.replace(/\r?\n$/, '');
  const here = top === undefined ? undefined : await realpath(top).catch(() => top);
  const files: BranchFile[] = [];
  for (const entry of listed.split(/\n\n+/).slice(0, mostWorktrees + 1)) {
    const path = /^worktree (.+)$/m.exec(entry)?.[1];
    if (path === undefined || signal?.aborted === true || /^(?:bare|prunable)/m.test(entry)) continue;
    if ((await realpath(path).catch(() => undefined)) === here) continue;
    const branch = /^branch refs\/heads\/(.+)$/m.exec(entry)?.[1] ?? `worktree ${basename(path)}`;
    files.push(...(await uncommittedIn(join(path, prefix), branch, folders, largest)));
  }
  return files;
}

async function uncommittedIn(
  worktree: string,
  branch: string,
  folders: readonly string[],
  largest: number,
): Promise<BranchFile[]> {
  // Names of folders are no patterns.
  const git = ['--literal-pathspecs'];
  const below = ['--', ...folders.map((each) => each || '.')];
  const unstaged = ['ls-files', '-z', '--modified', '--others', '--exclude-standard'];
  const staged = ['diff-index', '--cached', '--name-only', '--relative', '--ignore-submodules', '-z', 'HEAD'];
  const listed: string[] = [];
  for (const command of [unstaged, staged])
    listed.push(...((await runGit(worktree, [...git, ...command, ...below])) ?? '').split('\0'));
  const paths = [...new Set(listed)].filter((path) => path !== '' && !path.endsWith('/'));
  const workspace = new NodeWorkspace(worktree);
  const files: BranchFile[] = [];
  for (const path of paths.slice(0, mostFiles)) {
    const content = await workspace.read(path, largest).catch(() => undefined);
    if (content && content.size <= largest) files.push({ branch, path, bytes: content.bytes });
  }
  return files;
}
