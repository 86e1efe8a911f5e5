import type { ChangedFile } from '../core/ports';
import { runGit } from './runGit';

/** What a default branch is called, where the remote does not say which it is. */
const defaultBranches = ['main', 'master', 'trunk', 'develop'];

/** The full name of a branch, local or of the remote `origin`; undefined if there is none, or it can be none's name. */
export async function branchRef(folder: string, branch: string): Promise<string | undefined> {
  // The name may come from a record: what git would read as more than a name is none (git check-ref-format).
  if (branch === '' || /[\u0000-\u0020~^:?*[\\\u007f]|\.\.|@\{|\/\/|\/$|\.lock$/.test(branch)) return undefined;
  const refs = [`refs/heads/${branch}`, `refs/remotes/origin/${branch}`];
  const found = (await runGit(folder, ['for-each-ref', '--format=%(refname)', ...refs])) ?? '';
  return refs.find((ref) => found.split('\n').includes(ref));
}

/** The commit at which a branch left the default branch; undefined for the default branch itself. */
export async function forkPoint(folder: string, branch: string, head: string): Promise<string | undefined> {
  const named = (await runGit(folder, ['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']))?.trim() ?? '';
  const remote = named.replace(/^refs\/remotes\/origin\//, '');
  const names = remote === '' ? defaultBranches : [remote];
  if (names.includes(branch)) return undefined;
  const wanted = names.map((name) => [`refs/heads/${name}`, `refs/remotes/origin/${name}`]);
  const found = (await runGit(folder, ['for-each-ref', '--format=%(refname)', ...wanted.flat()])) ?? '';
  const there = new Set(found.split('\n'));
  const base = wanted.map((refs) => refs.filter((ref) => there.has(ref))).find((refs) => refs.length > 0);
  if (!base) return undefined;
  // Of several, the nearest: the local default branch may be ahead of the remote one, or behind it.
  const commit = (await runGit(folder, ['merge-base', head, ...base]))?.trim();
  return commit === '' ? undefined : commit;
}

/** The files below a folder that differ between a commit and another one, or what is checked out; sorted by path. */
export async function changesSince(folder: string, base: string, head: string | undefined): Promise<ChangedFile[]> {
  const plain = ['--no-ext-diff', '--no-textconv', '--no-renames', '--no-color', '--ignore-submodules', '--relative'];
  const output = await runGit(folder, [
    'diff',
    ...plain,
    '--raw',
    '--numstat',
    '-z',
    base,
    ...(head ? [head] : []),
    '--',
  ]);
  const parts = (output ?? '').split('\0');
  const kinds = new Map<string, ChangedFile['kind']>();
  const files: ChangedFile[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? '';
    if (part.startsWith(':')) {
      const letter = part.slice(-1);
      kinds.set(parts[++at] ?? '', letter === 'A' ? 'added' : letter === 'D' ? 'deleted' : 'modified');
      continue;
    }
    const counted = /^(\d+|-)\t(\d+|-)\t(.+)$/s.exec(part);
    if (!counted) continue;
    const [, added = '-', removed = '-', path = ''] = counted;
    files.push({ path, kind: kinds.get(path) ?? 'modified', added: lines(added), removed: lines(removed) });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function lines(count: string): number | undefined {
  return count === '-' ? undefined : Number(count);
}
