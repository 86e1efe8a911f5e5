// `npm start`: opens a real VS Code on the sample workspace with the extension. VS Code Desktop if there is one, else
// the one that npm carries, in the browser.  --no-open: do not open a browser  --port N  --browser: never the desktop
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundles, cache, ensureDependencies, root } from './run.mjs';

const { values } = parseArgs({
  options: { 'no-open': { type: 'boolean' }, browser: { type: 'boolean' }, port: { type: 'string' } },
});

ensureDependencies();
console.log('Building…');
buildBundles();
const examples = join(root, 'examples');
const desktop = values.browser === true ? undefined : findDesktop();
if (desktop) openDesktop(desktop);
else await openInBrowser();

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
  console.log(`Opening VS Code (${executable}) on ${examples}`);
  const child = spawn(executable, ['--new-window', `--extensionDevelopmentPath=${root}`, examples], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  child.once('error', (error) => {
    console.error(`VS Code did not start: ${error.message}`);
    process.exitCode = 1;
  });
}

async function openInBrowser() {
  const { startServer } = await import('./vscode/server.mjs');
  const server = await startServer({
    dataDir: join(cache, 'start'),
    driver: false,
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
  });
  const payload = JSON.stringify([['extensionDevelopmentPath', `vscode-remote://${server.authority}${root}`]]);
  const address = `${server.origin}/?folder=${encodeURI(examples)}&payload=${encodeURIComponent(payload)}`;
  console.log(`\nVS Code with Changegate is ready:\n\n  ${address}\n\nPress Ctrl+C to stop it.`);
  if (values['no-open'] !== true) openBrowser(address);
  await new Promise(() => setInterval(() => undefined, 60_000));
}

/** @param {string} address */
function openBrowser(address) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['explorer.exe', address]
        : ['xdg-open', address];
  if (!command) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => console.log('No browser could be opened from here; open the address yourself.'));
  child.unref();
}
