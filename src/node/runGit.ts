import { execFile } from 'node:child_process';

/** How long git may take, in milliseconds; an answer that comes later is no answer. */
export const patience = 10_000;

/** Before any command of git: none of ours needs a lock. */
export const always = ['--no-optional-locks'];

/** Variables that name another repository than the one of the folder; git sets them for what its hooks call. */
const elsewhere = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
]);

/** The environment that git runs in: no prompt, no lock, no download of what a partial clone lacks. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !elsewhere.has(name));
  return {
    ...Object.fromEntries(own),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    LC_ALL: 'C',
  };
}

/** Runs git in a folder, without a shell, a prompt or a lock. Undefined if git is not there or says no. */
export function runGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      'git',
      [...always, ...args],
      { cwd: folder, timeout: patience, maxBuffer: 256 * 1024 * 1024, windowsHide: true, env: gitEnvironment() },
      (error, stdout) => {
        resolve(error ? undefined : stdout);
      },
    );
  });
}
