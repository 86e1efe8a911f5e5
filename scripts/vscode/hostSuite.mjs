// Runs a suite inside an extension host of a real VS Code, driven by a headless browser.
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { cache, root } from '../run.mjs';
import { copyOfExamples } from '../workspace.mjs';
import { browserArguments, findBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/** How long a suite may take as a whole, in milliseconds. */
const limit = 10 * 60_000;

/**
 * Runs `dist/test/host` in the Node extension host or `dist/test/web` in the web worker extension host.
 * @param {'host' | 'web'} suite
 * @returns {Promise<number>} 0 if the suite passed
 */
export async function runHostSuite(suite) {
  const browser = await chromium.launch({ executablePath: findBrowser(), headless: true, args: browserArguments });
  const server = await startServer({
    settings: {
      'git.openRepositoryInParentFolders': 'never',
      'workbench.startupEditor': 'none',
      'extensions.ignoreRecommendations': true,
    },
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const done = new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The ${suite} suite did not end within ten minutes; see ${server.log}.`)),
        limit,
      );
      timer.unref();
      void page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) =>
        report(server.log, args),
      );
      void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code));
      page.once('crash', () => reject(new Error(`The browser crashed during the ${suite} suite.`)));
    });
    /** @param {string} path */
    const remote = (path) => `vscode-remote://${server.authority}${path}`;
    const extension = suite === 'web' ? webOnlyExtension() : root;
    const payload = [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(join(extension, 'dist', 'test', suite, 'index.js'))],
      ['extensionDevelopmentKind', suite === 'web' ? 'web' : 'workspace'],
    ];
    await page.goto(
      `${server.origin}/?folder=${copyOfExamples()}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
    );
    return /** @type {number} */ (await done);
  } finally {
    await browser.close();
    server.stop();
  }
}

/**
 * The extension with its `browser` entry alone: with a Node entry beside it, VS Code would run that one where a server
 * can.
 */
function webOnlyExtension() {
  const folder = join(cache, 'web-extension');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of [
    'dist/web',
    'dist/test/web',
    'docs',
    'media',
    'schema',
    'snippets',
    'syntaxes',
    'package.nls.json',
  ]) {
    if (existsSync(join(root, part))) cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  const { main: _main, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, extensionKind: ['web'] }));
  return folder;
}

/**
 * Prints the lines of the report; what VS Code itself logs goes to the log.
 * @param {string} log
 * @param {unknown[]} args
 */
function report(log, args) {
  const line = args.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(' ');
  if (line.startsWith('::test ')) process.stdout.write(`${line.slice(7)}\n`);
  else if (line.startsWith('::suite ')) process.stdout.write(`${line}\n`);
  else appendFileSync(log, `${line}\n`);
}
