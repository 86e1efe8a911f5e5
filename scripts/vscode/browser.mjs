// Finds a Chromium, Chrome or Edge that is installed, and installs one where it may.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../run.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** What a headless browser is started with. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a browser.
 * @throws {Error} that says how to get one
 */
export function findBrowser() {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name + ending)));
  for (const path of [process.env['CHROME_PATH'] ?? '', ...onPath, ...places]) {
    if (path !== '' && isExecutable(path)) return path;
  }
  throw new Error(
    'No Chromium, Chrome or Edge was found. Install one (Debian and Ubuntu: apt-get install chromium), or name it in CHROME_PATH.',
  );
}

/** How package managers install Chromium, each with whether it needs an administrator. */
const installers = [
  {
    manager: 'apt-get',
    isForRoot: true,
    steps: [['update'], ['install', '-y', '--no-install-recommends', 'chromium']],
  },
  { manager: 'dnf', isForRoot: true, steps: [['install', '-y', 'chromium']] },
  { manager: 'brew', isForRoot: false, steps: [['install', '--cask', 'chromium']] },
];

/**
 * The path of a browser; one is installed where none is found and this user may install one without being asked.
 * @throws {Error} that says how to get one
 */
export function ensureBrowser() {
  try {
    return findBrowser();
  } catch (missing) {
    const installer = installers.find(({ manager }) => succeeds(manager, '--version'));
    if (!installer) throw missing;
    const { manager, isForRoot, steps } = installer;
    const sudo = isForRoot && process.getuid?.() !== 0;
    if (sudo && !succeeds('sudo', '-n', 'true')) throw missing;
    console.log(`No browser was found. Installing Chromium with ${manager}…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const step of steps) {
      const [command = manager, ...args] = [...(sudo ? ['sudo', '-n'] : []), manager, ...step];
      run(command, args, { quiet: true, env });
    }
    return findBrowser();
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function succeeds(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
