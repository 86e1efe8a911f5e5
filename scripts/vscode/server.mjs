// Starts and stops the VS Code server that npm carries.
import { mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cache, run, start, stop } from '../run.mjs';
import { fetchVscode } from './fetch.mjs';

/**
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {string} authority `127.0.0.1:PORT`
 * @property {string} log where its output goes
 * @property {() => void} stop ends it with all it started
 */

/**
 * Starts a server and waits until it answers.
 * @param {{ dataDir?: string, port?: number, driver?: boolean, trusted?: boolean, settings?: Record<string, unknown> }} [options]
 * @returns {Promise<Server>}
 */
export async function startServer({ dataDir = freshDataDir(), port, driver = true, trusted = true, settings } = {}) {
  const { folder, node } = fetchVscode();
  const on = port ?? (await freePort());
  mkdirSync(join(cache, 'logs'), { recursive: true });
  if (settings) {
    mkdirSync(join(dataDir, 'data', 'Machine'), { recursive: true });
    writeFileSync(join(dataDir, 'data', 'Machine', 'settings.json'), JSON.stringify(settings, null, 2));
  }
  const log = join(cache, 'logs', `server-${String(on)}.log`);
  const output = openSync(log, 'w');
  const child = start(
    node,
    [
      join('out', 'server-main.js'),
      '--host',
      '127.0.0.1',
      '--port',
      String(on),
      '--without-connection-token',
      '--accept-server-license-terms',
      '--server-data-dir',
      dataDir,
      '--disable-telemetry',
      ...(driver ? ['--enable-smoke-test-driver'] : []),
      ...(trusted ? ['--disable-workspace-trust'] : []),
    ],
    { cwd: folder, stdio: ['ignore', output, output] },
  );
  const origin = `http://127.0.0.1:${String(on)}`;
  const deadline = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`VS Code ended at once:\n${readFileSync(log, 'utf8').slice(-3000)}`);
    try {
      if ((await fetch(origin, { signal: AbortSignal.timeout(5000) })).ok) break;
    } catch {
      // Not yet.
    }
    if (Date.now() > deadline) {
      stop(child);
      throw new Error(`VS Code did not answer within two minutes:\n${readFileSync(log, 'utf8').slice(-3000)}`);
    }
    await sleep(100);
  }
  return { origin, authority: `127.0.0.1:${String(on)}`, log, stop: () => stop(child) };
}

/** A folder for the data of one server. */
export function freshDataDir() {
  return mkdtempSync(join(tmpdir(), 'changegate-vscode-'));
}

/**
 * Installs a VSIX into a data folder.
 * @param {string} vsix
 * @param {string} dataDir
 */
export function installExtension(vsix, dataDir) {
  const { folder, node } = fetchVscode();
  run(
    node,
    [
      join('out', 'server-main.js'),
      '--server-data-dir',
      dataDir,
      '--accept-server-license-terms',
      '--install-extension',
      vsix,
    ],
    {
      cwd: folder,
      quiet: true,
    },
  );
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
}
