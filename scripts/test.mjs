// The tests: `node scripts/test.mjs [suite …]`. Without names all suites run, fast ones first. The last line says
// `N passed, N failed` over all of them; a suite that does not come to its end counts as a failure.
import { createInterface } from 'node:readline';
import { ensureBrowser } from './vscode/browser.mjs';
import { buildBundles, ensureDependencies, isEnding, root, start, stop } from './run.mjs';

/** @type {Readonly<Record<string, { readonly what: string, readonly command: readonly string[] }>>} */
const suites = {
  unit: {
    what: 'unit, property, documented rules, labeled corpus, CLI, architecture',
    command: mocha(
      '--timeout',
      '60000',
      '--require',
      './scripts/seed.mjs',
      'dist/test/{unit,property,rules,corpus,cli,architecture}/**/*.test.mjs',
    ),
  },
  pictures: {
    what: 'how the pages look, and whether everybody can use them',
    command: mocha('--timeout', '240000', '--exit', 'dist/test/pictures/**/*.test.mjs'),
  },
  host: { what: 'Node extension host of a real VS Code', command: ['scripts/vscode/runHost.mjs', 'host'] },
  web: { what: 'web worker extension host of a real VS Code', command: ['scripts/vscode/runHost.mjs', 'web'] },
  vsix: {
    what: 'the packaged extension, installed and used in a browser',
    // A browser on a busy machine may miss a moment; what is wrong fails each time.
    command: mocha('--timeout', '240000', '--retries', '2', '--exit', 'dist/test/vsix/**/*.test.mjs'),
  },
  desktop: { what: 'extension host of VS Code Desktop', command: ['scripts/vscode/runDesktop.mjs'] },
};

/** Suites that run when none is named; VS Code Desktop is a download that not every machine may make. */
const usual = ['unit', 'pictures', 'host', 'web', 'vsix'];

/** Suites that a browser drives. */
const inBrowser = new Set(['pictures', 'host', 'web', 'vsix']);

/** How many tests of all suites together may need a second try. */
const mostRetries = 3;

/** How long one suite may take, in minutes: several times what it takes on two idle cores. */
const limit = 40;

/** The tests that were tried again. @type {string[]} */
const retried = [];

/** @param {readonly string[]} args */
function mocha(...args) {
  return ['node_modules/mocha/bin/mocha.js', '--reporter', './scripts/reporter.cjs', ...args];
}

/**
 * Runs one suite and counts.
 * @param {string} name
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function runSuite(name) {
  const suite = suites[name];
  if (!suite) throw new Error(`There is no suite "${name}".`);
  console.log(`\n── ${name}: ${suite.what}`);
  const child = start(process.execPath, suite.command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const late = setTimeout(() => {
    console.log(`The suite "${name}" did not end within ${String(limit)} minutes.`);
    void stop(child);
  }, limit * 60_000);
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('close', resolve));
  let passed = 0;
  let failed = 0;
  if (child.stdout !== null) {
    for await (const line of createInterface({ input: child.stdout })) {
      const count = /^::suite passed=(\d+) failed=(\d+)/.exec(line);
      passed += Number(count?.[1] ?? 0);
      failed += Number(count?.[2] ?? 0);
      if (line.startsWith('::retry ')) retried.push(`${name}: ${line.slice('::retry '.length)}`);
      if (line.startsWith('::test ')) console.log(line.slice('::test '.length));
      else if (!line.startsWith('::')) console.log(line);
    }
  }
  const code = await ended;
  clearTimeout(late);
  if (failed > 0 || (code === 0 && passed > 0)) return { passed, failed };
  console.log(`The suite "${name}" did not come to its end (exit code ${String(code)}, ${String(passed)} tests).`);
  return { passed, failed: 1 };
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`There is no suite "${unknown.join('", "')}"; there are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}
const chosen = named.length > 0 ? named : usual;
const sum = { passed: 0, failed: 0 };
try {
  ensureDependencies();
  // A machine without a browser is seen now, not after minutes of tests.
  if (chosen.some((name) => inBrowser.has(name))) ensureBrowser();
  // What is shipped is what is tested.
  buildBundles('--tests', '--production');
  for (const name of chosen) {
    if (isEnding()) break;
    const { passed, failed } = await runSuite(name);
    sum.passed += passed;
    sum.failed += failed;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  sum.failed += 1;
}
if (retried.length > 0) {
  console.log(`\n${String(retried.length)} tests were tried again (at most ${String(mostRetries)} may be):`);
  for (const title of retried) console.log(`  ${title}`);
  if (retried.length > mostRetries) sum.failed += 1;
}
console.log(`\n${String(sum.passed)} passed, ${String(sum.failed)} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
