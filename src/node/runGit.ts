import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';

/** How long git may take, in milliseconds; an answer that comes later is no answer. */
export const patience = 10_000;

/**
 * Where git is started. A `git` that lies in the folder of records must never be taken for git: Windows looks for a
 * program where it is started before it looks at the PATH, and so does a PATH that names the folder ".". Git goes to the
 * folder by itself, with `-C`.
 */
export const startFolder = dirname(process.execPath);

/**
 * Before any command of git in a folder: none of ours needs a lock, and none asks the monitor of the file system, which
 * is a program that the configuration of a repository names.
 */
export function inFolder(folder: string): string[] {
  return ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-C', resolve(folder)];
}

/** More than this is no answer, in bytes. */
const mostOutput = 256 * 1024 * 1024;

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
  const options = { cwd: startFolder, env: gitEnvironment(), timeout: patience, windowsHide: true };
  return new Promise((answer) => {
    execFile('git', [...inFolder(folder), ...args], { ...options, maxBuffer: mostOutput }, (error, stdout) => {
      answer(error ? undefined : stdout);
    });
  });
}
