import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { faultsOfPackage, packageExtension } from '../../scripts/package.mjs';
import { cache } from '../../scripts/run.mjs';
import { browserArguments, findBrowser } from '../../scripts/vscode/browser.mjs';
import { discardLog, freshDataDir, installExtension, startServer, type Server } from '../../scripts/vscode/server.mjs';

/** The packaged extension, installed into a VS Code of its own as a user would, and the browser to open it in. */
export interface Installation {
  readonly vsix: string;
  /** What does not belong in the VSIX or is missing there, one sentence each. */
  readonly faults: readonly string[];
  readonly dataDir: string;
  readonly server: Server;
  /** A second server with the same extension, which asks whether a workspace is trusted; started when first asked for. */
  readonly cautious: () => Promise<Server>;
  readonly browser: Browser;
}

let shared: Promise<Installation> | undefined;
let second: Promise<Server> | undefined;
/** Set once everything is up. */
let running: Installation | undefined;
let failed = false;

/** The one installation of this run: packaged, installed and started when it is first asked for. */
export function installation(): Promise<Installation> {
  shared ??= install();
  return shared;
}

async function install(): Promise<Installation> {
  const executablePath = findBrowser();
  const vsix = packageExtension();
  const dataDir = freshDataDir();
  installExtension(vsix, dataDir);
  const server = await startServer({ label: 'vsix', dataDir });
  const browser = await chromium.launch({ executablePath, headless: true, args: browserArguments });
  const cautious = (): Promise<Server> => (second ??= startServer({ label: 'vsix-cautious', dataDir, trusted: false }));
  running = { vsix, faults: faultsOfPackage(vsix), dataDir, server, cautious, browser };
  return running;
}

/** What was seen last in a window that was closed since the test began. */
let lastSeen: Buffer | undefined;

/** Keeps a picture of a window that is about to close, for the case that its test has failed. */
export async function rememberSight(page: Page): Promise<void> {
  lastSeen = await page.screenshot({ animations: 'disabled' });
}

function pathOfPicture(name: string): string {
  const folder = join(cache, 'screenshots');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name.replace(/[^\w-]+/g, '-')}.png`);
}

/** Writes a picture of a page to `.cache/screenshots/NAME.png`; returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const path = pathOfPicture(name);
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}

afterEach('pictures of what failed', async function () {
  const seen = lastSeen;
  lastSeen = undefined;
  if (this.currentTest?.state !== 'failed' || !running) return;
  failed = true;
  const name = `failed ${this.currentTest.title}`;
  const open = running.browser.contexts().flatMap((context) => context.pages());
  for (const page of open) console.log(`      seen: ${await screenshot(page, name)}`);
  if (open.length > 0 || !seen) return;
  writeFileSync(pathOfPicture(name), seen);
  console.log(`      seen: ${pathOfPicture(name)}`);
});

after('browser and server end', async () => {
  if (!running) return;
  const { browser, server } = running;
  const servers = [server, ...(second ? [await second] : [])];
  for (const each of servers) {
    if (failed) console.log(each.tail());
    else discardLog(each);
  }
  await browser.close();
  for (const each of servers) await each.stop();
});
