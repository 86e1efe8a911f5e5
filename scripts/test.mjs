// The tests: `node scripts/test.mjs [suite …]`. Without names all suites run, fast ones first. The last line says
// `N passed, N failed` over all of them; a suite that does not come to its end counts as a failure.
import { spawn } from 'node:child_process';
import { buildBundles, ensureDependencies, root } from './run.mjs';

/** @type {Record<string, { readonly what: string, readonly command: readonly string[] }>} */
const suites = {
  unit: {
    what: 'unit, property, documented rules, CLI, architecture',
    command: mocha('--timeout', '60000', 'dist/test/{unit,property,rules,cli,architecture}/**/*.test.mjs'),
  },
  host: { what: 'extension host (Node) of a real VS Code', command: ['scripts/vscode/runHost.mjs', 'host'] },
  web: { what: 'extension host (web worker) of a real VS Code', command: ['scripts/vscode/runHost.mjs', 'web'] },
  vsix: {
    what: 'the packaged extension, installed and driven in a browser',
    command: mocha('--timeout', '240000', 'test/vsix/*.test.mjs'),
  },
  desktop: { what: 'extension host of VS Code Desktop', command: ['scripts/vscode/runDesktop.mjs'] },
};

/** Suites that run when none is named; VS Code Desktop is a download that not every machine may make. */
const usual = ['unit', 'host', 'web', 'vsix'];

/** @param {readonly string[]} args */
function mocha(...args) {
  return ['node_modules/mocha/bin/mocha.js', '--reporter', './scripts/reporter.cjs', ...args];
}

/**
 * Runs one suite and counts.
 * @param {string} name
 * @returns {Promise<{ passed: number, failed: number }>}
 */
function runSuite(name) {
  const suite = suites[name];
  if (!suite) throw new Error(`There is no suite «${name}»; there are: ${Object.keys(suites).join(', ')}.`);
  console.log(`\n── ${name}: ${suite.what}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, suite.command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let rest = '';
    let passed = 0;
    let failed = 0;
    let counted = false;
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const match = /^::suite passed=(\d+) failed=(\d+)/.exec(line);
        if (match) {
          counted = true;
          passed += Number(match[1]);
          failed += Number(match[2]);
        } else {
          process.stdout.write(`${line}\n`);
        }
      }
    });
    child.once('close', (code) => {
      if (rest !== '') console.log(rest);
      const came = counted && passed + failed > 0;
      if (!came) console.log(`The suite «${name}» did not come to its end (exit code ${String(code)}).`);
      resolve({ passed, failed: failed + (came && (code === 0 || failed > 0) ? 0 : 1) });
    });
  });
}

const named = process.argv.slice(2);
ensureDependencies();
buildBundles('--tests');
let passed = 0;
let failed = 0;
for (const name of named.length > 0 ? named : usual) {
  const result = await runSuite(name);
  passed += result.passed;
  failed += result.failed;
}
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed > 0 ? 1 : 0;
