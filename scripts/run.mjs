// Small things that every script needs: running commands, ending what was started, finding the project. Node alone: a
// fresh clone has nothing else yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever below it this code was bundled to. */
export const root = findRoot();

/** Where fetched things, logs and screenshots live; git ignores it. */
export const cache = join(root, '.cache');

function findRoot() {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package-lock.json'))) {
    if (dirname(folder) === folder) throw new Error('These scripts lie outside of the project.');
    folder = dirname(folder);
  }
  return folder;
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean, env?: NodeJS.ProcessEnv, minutes?: number }} [options] `quiet` returns what it
 *   printed instead of showing it; `minutes` is how long it may take
 * @returns {string}
 * @throws {Error} with what it printed, if it fails or takes too long
 */
export function run(command, args, { cwd = root, quiet = false, env = process.env, minutes = 10 } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
    maxBuffer: 64 * 1024 * 1024,
    timeout: minutes * 60_000,
    killSignal: 'SIGKILL',
  });
  if (result.error === undefined && result.status === 0) return result.stdout ?? '';
  const reason =
    result.error === undefined
      ? `ended with ${String(result.status ?? result.signal)}`
      : 'code' in result.error && result.error.code === 'ETIMEDOUT'
        ? `did not end within ${String(minutes)} minutes`
        : `did not start: ${result.error.message}`;
  throw new Error([`${command} ${args.join(' ')} ${reason}`, result.stderr, result.stdout].filter(Boolean).join('\n'));
}

/**
 * Runs npm, the one that this script was started with where there is one.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean }} [options]
 */
export function runNpm(args, options) {
  const started = process.env['npm_execpath'];
  if (started?.endsWith('.js') === true && existsSync(started))
    return run(process.execPath, [started, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/** Installs the dependencies of the lock file, unless they are there and newer than it. */
export function ensureDependencies() {
  const stamp = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.log('Installing the dependencies…');
  runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (existsSync(stamp)) utimesSync(stamp, new Date(), new Date());
}

/**
 * Builds the bundles.
 * @param {readonly string[]} flags
 */
export function buildBundles(...flags) {
  run(process.execPath, ['esbuild.mjs', ...flags]);
}

/**
 * A folder for temporary things, which goes away with this process.
 * @param {string} purpose
 */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(join(tmpdir(), `changegate-${purpose}-`));
  folders.push(folder);
  return folder;
}

/** @type {string[]} */
const folders = [];

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/**
 * Starts a command in a process group of its own, which ends with this process.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function start(command, args, options) {
  const child = spawn(command, [...args], { ...options, detached: process.platform !== 'win32' });
  children.add(child);
  child.once('exit', () => {
    signal(child, 'SIGKILL');
    children.delete(child);
  });
  return child;
}

/**
 * Ends a command with everything that it started: asks it first, and does not ask again.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [seconds] how long it may take to end by itself
 * @returns {Promise<void>} once it is gone
 */
export function stop(child, seconds = 10) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const patience = setTimeout(() => signal(child, 'SIGKILL'), seconds * 1000);
    child.once('exit', () => {
      clearTimeout(patience);
      resolve();
    });
    signal(child, 'SIGTERM');
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
}

let ending = false;

/** Whether this process is on its way out, because it was asked to. */
export function isEnding() {
  return ending;
}

/** @param {number} code what to exit with, unless the script has set `process.exitCode` */
async function end(code) {
  if (ending) return;
  ending = true;
  await Promise.all([...children].map((child) => stop(child)));
  process.exit(process.exitCode ?? code);
}

process.once('exit', () => {
  for (const child of children) signal(child, 'SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
for (const [name, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.on(name, () => void end(code));
}
if (process.connected) {
  // A suite ends with the script that started it, even if that one is killed.
  process.once('disconnect', () => void end(1));
  process.channel?.unref();
}
