// `npm start`: opens a real VS Code on the sample workspace with the extension. VS Code Desktop if there is one, else
// the one that npm carries, in the browser.
//   npm start -- --browser   never the desktop     --no-open   do not open a browser     --port N   at this port
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundles, cache, ensureDependencies, isEnding, root } from './run.mjs';

/** Where the browser finds VS Code if nothing else is there: what a person set up in it belongs to the address. */
const usualPort = 8765;

const examples = join(root, 'examples');

/** @param {readonly string[]} args */
async function main(args) {
  const { values } = parseArgs({
    args: [...args],
    options: { browser: { type: 'boolean' }, 'no-open': { type: 'boolean' }, port: { type: 'string' } },
  });
  ensureDependencies();
  const inBrowser = values.browser === true || values['no-open'] === true || values.port !== undefined;
  const desktop = inBrowser ? undefined : findDesktop();
  if (desktop !== undefined) openDesktop(desktop);
  else await openInBrowser(values.port, values['no-open'] !== true);
}

/** @returns {string | undefined} the path of VS Code Desktop */
function findDesktop() {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named) return named;
  const file = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, file))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** @param {string} executable */
function openDesktop(executable) {
  console.log('Building…');
  buildBundles();
  console.log(`Opening ${examples} in VS Code (${executable}).`);
  console.log('To open it in the browser instead: npm start -- --browser');
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, examples];
  const shell = process.platform === 'win32';
  const quoted = (/** @type {string} */ part) => (shell ? `"${part}"` : part);
  const child = spawn(quoted(executable), args.map(quoted), { stdio: 'inherit', shell });
  child.once('error', (error) => {
    console.error(`VS Code did not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code) => {
    if (code !== 0 && code !== null) process.exitCode = code;
  });
}

/**
 * @param {string | undefined} wanted a port
 * @param {boolean} open whether to open a browser
 */
async function openInBrowser(wanted, open) {
  const { discardLog, freePort, installExtension, startServer, workbenchAddress, writeSettings } =
    await import('./vscode/server.mjs');
  const { packageExtension } = await import('./package.mjs');
  const port = wanted === undefined ? await freePort(usualPort).catch(() => freePort()) : Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`"${String(wanted)}" is not a port.`);
  await freePort(port).catch(() => {
    throw new Error(`Port ${String(port)} is taken; name another one with --port.`);
  });
  console.log('Building…');
  const vsix = packageExtension();
  const dataDir = join(cache, 'start');
  rmSync(join(dataDir, 'extensions'), { recursive: true, force: true });
  console.log('Installing the extension…');
  installExtension(vsix, dataDir);
  writeSettings(dataDir, {
    'git.openRepositoryInParentFolders': 'never',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.startupEditor': existsSync(join(examples, 'README.md')) ? 'readme' : 'none',
  });
  const server = await startServer({ label: 'start', dataDir, port });
  const address = workbenchAddress(server, examples);
  // Ctrl+C is how this ends, not a failure.
  process.exitCode = 0;
  console.log(`\nVS Code with Changegate is ready: ${address}\n\nPress Ctrl+C to stop it.`);
  if (open) openBrowser(address);
  await server.ended;
  if (isEnding()) discardLog(server);
  else throw new Error(`VS Code has ended.\n${server.tail()}`);
}

/** @param {string} address */
function openBrowser(address) {
  const command = { darwin: 'open', win32: 'explorer.exe' }[String(process.platform)] ?? 'xdg-open';
  const child = spawn(command, [address], { stdio: 'ignore', detached: true });
  child.once('error', () => console.log('No browser could be opened from here; open the address yourself.'));
  child.unref();
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
