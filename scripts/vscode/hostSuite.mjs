// Runs a suite inside an extension host of a real VS Code, driven by a headless browser.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root, temporaryFolder } from '../run.mjs';
import { copyOfExamples } from '../workspace.mjs';
import { browserArguments, findBrowser } from './browser.mjs';
import { discardLog, freshDataDir, startServer, workbenchAddress, writeSettings } from './server.mjs';

/** How long the workbench may take until the suite begins, and how long the suite may take, in minutes. */
const limits = { beginning: 6, whole: 20 };

/** Everything that a suite needs and nothing that distracts it. */
const settings = {
  // As in VS Code Desktop; a browser would save after a second, and one test would find what another one typed.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'workbench.startupEditor': 'none',
  'extensions.ignoreRecommendations': true,
};

/**
 * Runs `dist/test/host` in the Node extension host or `dist/test/web` in the web worker extension host.
 * @param {'host' | 'web'} suite
 * @returns {Promise<boolean>} whether it came to its end and passed
 */
export async function runHostSuite(suite) {
  const executablePath = findBrowser();
  const dataDir = freshDataDir();
  writeSettings(dataDir, settings);
  const server = await startServer({ label: suite, dataDir, driver: true });
  const browser = await chromium.launch({ executablePath, headless: true, args: browserArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error') server.note('page', message.text());
    });
    /** @type {() => void} */
    let begin = () => undefined;
    let counted = false;
    const report = (/** @type {unknown[]} */ args) => {
      const line = args.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(' ');
      if (!line.startsWith('::')) return server.note('suite', line);
      process.stdout.write(`${line}\n`);
      if (line.startsWith('::begin')) begin();
      if (line.startsWith('::suite')) counted = true;
    };
    /** @type {Promise<number>} */
    const exit = new Promise((resolve, reject) => {
      const late = after(limits.beginning, () =>
        reject(new Error(`The ${suite} suite did not begin within ${String(limits.beginning)} minutes.`)),
      );
      begin = () => {
        clearTimeout(late);
        after(limits.whole, () =>
          reject(new Error(`The ${suite} suite did not end within ${String(limits.whole)} minutes.`)),
        );
      };
      page.once('crash', () => reject(new Error(`The browser crashed during the ${suite} suite.`)));
      void server.ended.then(() => reject(new Error(`VS Code ended during the ${suite} suite.`)));
      void page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) =>
        report(args),
      );
      void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code));
    });
    const extension = suite === 'web' ? webOnlyExtension() : root;
    await page.goto(
      workbenchAddress(server, copyOfExamples(), [
        ['extensionDevelopmentPath', server.remote(extension)],
        ['extensionTestsPath', server.remote(join(extension, 'dist', 'test', suite, 'index.cjs'))],
        ['extensionDevelopmentKind', suite === 'web' ? 'web' : 'workspace'],
      ]),
    );
    const code = await exit;
    if (!counted) throw new Error(`The ${suite} suite ended with ${String(code)} and no count.`);
    if (code === 0) discardLog(server);
    return code === 0;
  } catch (error) {
    console.log(server.tail());
    throw error;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * The extension with its `browser` entry alone: with a Node entry beside it, VS Code would run that one where a server
 * can.
 */
function webOnlyExtension() {
  const folder = temporaryFolder('web-extension');
  const parts = [
    'dist/web',
    'dist/webview.js',
    'dist/test/web',
    'docs',
    'media',
    'schema',
    'snippets',
    'syntaxes',
    'package.nls.json',
  ];
  for (const part of parts) {
    if (existsSync(join(root, part))) cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  const { main: _main, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, extensionKind: ['web'] }));
  return folder;
}

/**
 * @param {number} minutes
 * @param {() => void} then
 */
function after(minutes, then) {
  return setTimeout(then, minutes * 60_000).unref();
}
