import { execFile } from 'node:child_process';
import type { CancellationSignal, Git, Identity, Person } from '../core/ports';

/** How long git may take, in milliseconds; an answer that comes later is no answer. */
const patience = 10_000;

/** Runs git in a folder, without a shell, a prompt or a lock. Undefined if git is not there or says no. */
function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      'git',
      ['--no-optional-locks', '--literal-pathspecs', ...args],
      {
        cwd: folder,
        timeout: patience,
        maxBuffer: 256 * 1024 * 1024,
        windowsHide: true,
        env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
      },
      (error, stdout) => {
        resolve(error ? undefined : stdout);
      },
    );
  });
}

/** What the core asks of git, by the git that is on the PATH. */
export class NodeGit implements Git {
  constructor(private readonly folder: string) {}

  async pathsOnAllBranches(folders: readonly string[], signal?: CancellationSignal): Promise<ReadonlySet<string>> {
    const paths = new Set<string>();
    const prefix = (await git(this.folder, ['rev-parse', '--show-prefix']))?.trim();
    if (prefix === undefined) return paths;
    const refs =
      (await git(this.folder, ['for-each-ref', '--format=%(objectname)', 'refs/heads', 'refs/remotes'])) ?? '';
    const heads = ((await git(this.folder, ['worktree', 'list', '--porcelain'])) ?? '').matchAll(
      /^HEAD ([0-9a-f]{40,64})$/gm,
    );
    const commits = new Set([
      ...refs.split('\n').filter((line) => line !== ''),
      ...[...heads].map((match) => match[1] ?? ''),
    ]);
    for (const commit of commits) {
      if (signal?.aborted) break;
      const listed = await git(this.folder, [
        'ls-tree',
        '-r',
        '-z',
        '--name-only',
        '--full-tree',
        commit,
        '--',
        // Git takes no empty path; the whole of a repository is named by no path at all.
        ...(folders.includes('') && prefix === '' ? [] : folders.map((folder) => prefix + folder)),
      ]);
      for (const path of (listed ?? '').split('\0'))
        if (path !== '' && path.startsWith(prefix)) paths.add(path.slice(prefix.length));
    }
    return paths;
  }

  async currentBranch(): Promise<string | undefined> {
    const branch = (await git(this.folder, ['symbolic-ref', '--quiet', '--short', 'HEAD']))?.trim();
    return branch === '' ? undefined : branch;
  }
}

/** The person of the git configuration. */
export class GitIdentity implements Identity {
  constructor(private readonly folder: string) {}

  async current(): Promise<Person | undefined> {
    const name = (await git(this.folder, ['config', '--get', 'user.name']))?.trim();
    if (name === undefined || name === '') return undefined;
    const email = (await git(this.folder, ['config', '--get', 'user.email']))?.trim();
    return { name, email: email === '' ? undefined : email };
  }
}
