// Starts and stops the VS Code server that npm carries.
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { cache, run, start, stop, temporaryFolder } from '../run.mjs';
import { fetchVscode } from './fetch.mjs';

/** How long the server may take until it answers, in milliseconds. */
const patience = 120_000;

/**
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {string} log where its output goes
 * @property {(path: string) => string} remote the URI by which the workbench knows a path of this machine
 * @property {(from: string, text: string) => void} note writes into the log what somebody else had to say
 * @property {() => string} tail the last lines of the log
 * @property {Promise<void>} ended once it has ended, by itself or not
 * @property {() => Promise<void>} stop ends it with all it started
 */

/**
 * @typedef {object} ServerOptions
 * @property {string} label names the log
 * @property {string} [dataDir] where it keeps extensions and settings; a fresh folder if not given
 * @property {number} [port] any free one if not given
 * @property {boolean} [driver] whether the address may name an extension under development and its suite
 * @property {boolean} [trusted] whether every workspace is trusted without asking
 */

/**
 * Starts a server and waits until it answers.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 * @throws {Error} with the end of its log, if it does not come up
 */
export async function startServer({ label, dataDir = freshDataDir(), port, driver = false, trusted = true }) {
  const { folder, node } = fetchVscode();
  const on = port ?? (await freePort());
  mkdirSync(join(cache, 'logs'), { recursive: true });
  const log = join(cache, 'logs', `${label}-${String(process.pid)}.log`);
  const output = openSync(log, 'w');
  const child = start(
    node,
    [
      join('out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(on), '--without-connection-token'],
      ...['--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', dataDir],
      ...(driver ? ['--enable-smoke-test-driver'] : []),
      ...(trusted ? ['--disable-workspace-trust'] : []),
    ],
    { cwd: folder, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  const ended = new Promise((/** @type {(value: void) => void} */ resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const origin = `http://127.0.0.1:${String(on)}`;
  const tail = () => lastLines(log);
  const deadline = Date.now() + patience;
  while (!(await answers(origin))) {
    if (over) throw new Error(`VS Code ended before it answered.\n${tail()}`);
    if (Date.now() > deadline) {
      await stop(child, 1);
      throw new Error(`VS Code did not answer within ${String(patience / 1000)} s.\n${tail()}`);
    }
    await sleep(100);
  }
  if (over) throw new Error(`Port ${String(on)} belongs to somebody else.\n${tail()}`);
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${String(on)}${uriPath(path)}`;
  const note = (/** @type {string} */ from, /** @type {string} */ text) => {
    // VS Code complains at length about native modules that it does without.
    if (!text.includes('Could not locate the bindings file')) appendFileSync(log, `[${from}] ${text}\n`);
  };
  return { origin, log, remote, note, tail, ended, stop: () => stop(child, 3) };
}

/**
 * The address of the workbench on a folder, or on a `.code-workspace` file.
 * @param {Server} server
 * @param {string} folder
 * @param {readonly (readonly [string, string])[]} [payload]
 */
export function workbenchAddress(server, folder, payload) {
  const extra = payload === undefined ? '' : `&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return `${server.origin}/?${kind}=${uriPath(folder)}${extra}`;
}

/** A folder for the data of one server, which goes away with this process. */
export function freshDataDir() {
  return temporaryFolder('vscode');
}

/**
 * Writes the settings that every window of a server starts with.
 * @param {string} dataDir
 * @param {Readonly<Record<string, unknown>>} settings
 */
export function writeSettings(dataDir, settings) {
  const folder = join(dataDir, 'data', 'Machine');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * Installs a VSIX into a data folder, over whatever version is there.
 * @param {string} vsix
 * @param {string} dataDir
 */
export function installExtension(vsix, dataDir) {
  const { folder, node } = fetchVscode();
  const where = ['--server-data-dir', dataDir, '--accept-server-license-terms'];
  run(node, [join('out', 'server-main.js'), ...where, '--install-extension', vsix, '--force'], {
    cwd: folder,
    quiet: true,
    minutes: 3,
  });
}

/**
 * Forgets the log of a run in which nothing went wrong.
 * @param {Server} server
 */
export function discardLog(server) {
  rmSync(server.log, { force: true });
}

/** @param {string} path */
function uriPath(path) {
  return pathToFileURL(path).pathname;
}

/** @param {string} origin */
async function answers(origin) {
  try {
    return (await fetch(origin, { signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
}

/** What VS Code logs although all is well: a gallery that is not asked for, a client that comes and goes. */
const chatter =
  /extensionquery|vsda|reconnection-grace-time|ManagementConnection|(Start|Launch)\w+ extension host|code: 0|^\s*$/i;

/** @param {string} log */
function lastLines(log) {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  const telling = lines.filter((line) => !chatter.test(line)).slice(-40);
  return [`The end of ${log}:`, ...telling.map((line) => `  ${line}`)].join('\n');
}

/** @returns {Promise<number>} */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
}
