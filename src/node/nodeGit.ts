import { join } from 'node:path';
import type { BranchFile, CancellationSignal, ChangedFile, Git } from '../core/ports';
import { filesOnOtherBranches } from './branchFiles';
import { branchRef, changesSince, forkPoint } from './gitChanges';
import { GitObjects, treeEntries } from './gitObjects';
import { NodeWorkspace } from './nodeWorkspace';
import { runGit } from './runGit';

/** What the core asks of git, by the git that is on the PATH. */
export class NodeGit implements Git {
  constructor(private readonly folder: string) {}

  async pathsOnAllBranches(folders: readonly string[], signal?: CancellationSignal): Promise<ReadonlySet<string>> {
    const paths = new Set<string>();
    const prefix = await this.prefix();
    if (prefix === undefined) return paths;
    const refs = await runGit(this.folder, ['for-each-ref', '--format=%(objectname)', 'refs/heads', 'refs/remotes']);
    const worktrees = (await runGit(this.folder, ['worktree', 'list', '--porcelain'])) ?? '';
    const commits = new Set([
      ...(refs ?? '').split('\n').filter((line) => line !== ''),
      ...[...worktrees.matchAll(/^HEAD ([0-9a-f]{40,64})$/gm)].map(([, commit = '']) => commit),
    ]);
    const objects = new GitObjects(this.folder);
    const walk = new TreeWalk(objects, paths, signal);
    const named = folders.map((folder) => ({ folder, inside: (prefix + folder).replace(/\/$/, '') }));
    await Promise.all(
      [...commits].flatMap((commit) =>
        named.map(({ folder, inside }) => walk.enter(`${commit}:${inside}`, folder === '' ? '' : `${folder}/`)),
      ),
    );
    objects.close();
    for (const [, folder = ''] of worktrees.matchAll(/^worktree (.+)$/gm)) {
      if (signal?.aborted) break;
      await addFilesOnDisk(join(folder, prefix), folders, paths);
    }
    return paths;
  }

  async filesOnOtherBranches(folders: readonly string[], signal?: CancellationSignal): Promise<readonly BranchFile[]> {
    const prefix = await this.prefix();
    return prefix === undefined ? [] : filesOnOtherBranches(this.folder, prefix, folders, signal);
  }

  /** From the top of the repository to the workspace: empty, or a path with a slash at its end. */
  private async prefix(): Promise<string | undefined> {
    return (await runGit(this.folder, ['rev-parse', '--show-prefix']))?.replace(/\r?\n$/, '');
  }

  async currentBranch(): Promise<string | undefined> {
    const branch = (await runGit(this.folder, ['symbolic-ref', '--quiet', '--short', 'HEAD']))?.trim();
    return branch === '' ? undefined : branch;
  }

  async changedFiles(branch: string): Promise<readonly ChangedFile[]> {
    const head = await branchRef(this.folder, branch);
    const base = head && (await forkPoint(this.folder, branch, head));
    if (!head || !base) return [];
    const isCheckedOut = (await this.currentBranch()) === branch;
    return changesSince(this.folder, base, isCheckedOut ? undefined : head);
  }

  async listFiles(): Promise<readonly string[] | undefined> {
    const listed = await runGit(this.folder, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
    if (listed === undefined) return undefined;
    // A repository inside of this one is listed as a folder. A file in conflict is listed once a side.
    return [...new Set(listed.split('\0').filter((path) => path !== '' && !path.endsWith('/')))];
  }
}

/** Walks the trees of many commits; what two of them have in common is entered once. */
class TreeWalk {
  private readonly entered = new Set<string>();

  constructor(
    private readonly objects: GitObjects,
    private readonly paths: Set<string>,
    private readonly signal: CancellationSignal | undefined,
  ) {}

  /** Adds the files below a tree; `path` is what stands before their names. */
  async enter(tree: string, path: string): Promise<void> {
    if (this.signal?.aborted) return;
    const object = await this.objects.read(tree);
    if (object?.type !== 'tree' || this.wasEntered(object.id, path)) return;
    const below: Promise<void>[] = [];
    for (const { name, id, isTree } of treeEntries(object)) {
      if (!isTree) this.paths.add(path + name);
      else if (!this.wasEntered(id, `${path}${name}/`, false)) below.push(this.enter(id, `${path}${name}/`));
    }
    await Promise.all(below);
  }

  private wasEntered(id: string, path: string, note = true): boolean {
    const key = `${id} ${path}`;
    const was = this.entered.has(key);
    if (note) this.entered.add(key);
    return was;
  }
}

/** A worktree may hold records that nobody has committed yet. One that is gone, or cannot be read, holds none. */
async function addFilesOnDisk(worktree: string, folders: readonly string[], paths: Set<string>): Promise<void> {
  const workspace = new NodeWorkspace(worktree);
  for (const folder of folders) {
    const entries = await workspace.list(folder).catch(() => []);
    for (const { path } of entries) paths.add(path);
  }
}
