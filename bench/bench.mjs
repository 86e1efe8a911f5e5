// `npm run bench [-- --records 1000,10000] [-- --no-peers]`: measures, prints a table, and writes docs/benchmark.md.
// Every figure is a ratio of two medians of this one run; absolute times say more of the machine than of the program.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { packageExtension } from '../scripts/package.mjs';
import { buildBundles, cache, ensureDependencies, root, runNpm } from '../scripts/run.mjs';
import { fetchVscode } from '../scripts/vscode/fetch.mjs';
import { random, writeCorpus } from './corpus.mjs';

const { values } = parseArgs({
  options: { records: { type: 'string', default: '1000,10000' }, 'no-peers': { type: 'boolean', default: false } },
});

ensureDependencies();
buildBundles('--production');
const cli = join(root, 'dist', 'cli.js');
/** @type {[work: string, measured: string, goal: string][]} */
const rows = [];

/**
 * The median time of a process over some runs, in milliseconds.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, runs?: number }} options
 */
function time(command, args, { cwd, runs = 3 }) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const { error } = spawnSync(command, [...args], { cwd, stdio: 'ignore', timeout: 1_800_000 });
    if (error) throw error;
    return performance.now() - start;
  });
  return median(times);
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** @param {number} number */
function times(number) {
  return `${number < 10 ? number.toFixed(1) : number.toFixed(0)} ×`;
}

const home = mkdtempSync(join(tmpdir(), 'changegate-bench-'));
try {
  const start = time(process.execPath, ['-e', '0'], { cwd: home, runs: 9 });
  for (const count of values.records.split(',').map(Number)) {
    const folder = join(home, String(count));
    const { files, bytes } = writeCorpus(folder, count);
    const records = join(folder, 'docs', 'processes', 'change-requests');
    const floor = time(process.execPath, [join(root, 'bench', 'floor.mjs'), records], { cwd: folder }) - start;
    const validate = time(process.execPath, [cli, 'validate'], { cwd: folder }) - start;
    const size = `${count.toLocaleString('en')} records (${(bytes / 1e6).toFixed(0)} MB)`;
    rows.push([
      `cold validate of ${size}, all rules, against reading the bytes and splitting lines`,
      times(validate / floor),
      '≤ 5 ×',
    ]);
    if (!values['no-peers'] && count <= 1000) comparePeers(files, folder, validate, count);
  }
  const one = join(home, 'one');
  writeCorpus(one, 1);
  rows.push([
    'CLI on one record, whole process, against node -e 0',
    times(time(process.execPath, [cli, 'validate'], { cwd: one, runs: 9 }) / start),
    '≤ 2 ×',
  ]);
  await keystrokes();
  activation();
  bundles();
} finally {
  rmSync(home, { recursive: true, force: true });
}
report();

/**
 * Other linters over the same files, in the same run; on a part of them, since they take minutes.
 * @param {readonly string[]} files
 * @param {string} folder
 * @param {number} own
 * @param {number} count
 */
function comparePeers(files, folder, own, count) {
  const peers = join(cache, 'bench-peers');
  cpSync(join(root, 'bench', 'peers'), peers, { recursive: true });
  if (!existsSync(join(peers, 'node_modules')))
    runNpm(['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: peers, quiet: true });
  const { node } = fetchVscode();
  const part = files.slice(0, Math.min(count, 100));
  const share = count / part.length;
  const idle = time(node, ['-e', '0'], { cwd: folder });
  const markdownlint =
    time(
      node,
      [
        join(peers, 'node_modules', 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs'),
        '--no-globs',
        ...part.map((file) => `:${file}`),
      ],
      { cwd: peers, runs: 1 },
    ) - idle;
  const remark =
    time(
      node,
      [
        join(peers, 'node_modules', 'remark-cli', 'cli.js'),
        '--no-stdout',
        '--quiet',
        '--use',
        'remark-preset-lint-recommended',
        ...part,
      ],
      { cwd: peers, runs: 1 },
    ) - idle;
  rows.push([
    `markdownlint-cli2 0.24.1, default rules, against our validate (${String(part.length)} of the files, on Node 24, taken times ${share.toFixed(0)})`,
    times((markdownlint * share) / own),
    '≥ 50 ×',
  ]);
  rows.push([
    `remark-lint, recommended rules, against our validate (${String(part.length)} of the files, on Node 24, taken times ${share.toFixed(0)})`,
    times((remark * share) / own),
    '≥ 100 ×',
  ]);
}

/** From a text to its findings, in process, over random edits. */
async function keystrokes() {
  const bundle = join(cache, 'bench-core.cjs');
  await build({
    stdin: {
      contents: `
        export { builtInProcesses } from './src/core/process/builtInProcesses';
        export { readRecord } from './src/core/record/readRecord';
        export { lintRecord } from './src/core/rules/engine/lintRecord';
        export { scan } from './src/core/markdown/scan';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: bundle,
    logLevel: 'warning',
  });
  const { builtInProcesses, readRecord, lintRecord, scan } = await import(pathToFileURL(bundle).href);
  const [process_] = builtInProcesses();
  const base = readFileSync(
    join(root, 'examples', 'docs', 'processes', 'change-requests', 'CR-2026-02-09-001.md'),
    'utf8',
  );
  const today = { year: 2026, month: 3, day: 1, minutes: undefined };
  const path = 'docs/processes/change-requests/CR-2026-02-09-001.md';
  const next = random(7);
  for (const [name, size, goal] of /** @type {const} */ ([
    ['20 KB', 20_000, '≤ 2 ms'],
    ['500 KB', 500_000, '≤ 8 ms at 1 MB'],
  ])) {
    let text = base;
    while (text.length < size) text += `\n\n${'Words that go on and on, as they do in long records.\n'.repeat(20)}`;
    const keystroke = () => {
      const at = Math.floor(next() * text.length);
      const edited = `${text.slice(0, at)}${String.fromCharCode(97 + Math.floor(next() * 26))}${text.slice(at)}`;
      const begin = performance.now();
      lintRecord(readRecord({ process: process_, path, text: edited }), { today });
      return performance.now() - begin;
    };
    // Nobody's first keystroke meets cold code: the record was read when it was opened.
    for (let warm = 0; warm < 200; warm++) keystroke();
    const taken = Array.from({ length: size < 100_000 ? 1000 : 200 }, keystroke).sort((a, b) => a - b);
    const p99 = taken[Math.floor(taken.length * 0.99)] ?? 0;
    const measured = `${p99.toFixed(1)} ms (median ${median(taken).toFixed(1)})`;
    rows.push([`keystroke to findings, p99 over random edits of ${name}, after 200 others`, measured, goal]);
  }
  const prose = 'Plain words of plain prose that go on for a line.\n'.repeat(10_000);
  const hostile = `${'a**b c* '.repeat(60_000)}\n`;
  const cost = (/** @type {string} */ text) =>
    median(
      Array.from({ length: 15 }, () => {
        const begin = performance.now();
        scan(text);
        return performance.now() - begin;
      }),
    );
  cost(prose);
  rows.push(['hostile text of 480 KB against prose of the same size', times(cost(hostile) / cost(prose)), '≤ 3 ×']);
}

/** What the extension itself measured in the Node extension host of a real VS Code. */
function activation() {
  buildBundles('--tests', '--production');
  const { stdout } = spawnSync(process.execPath, [join(root, 'scripts', 'vscode', 'runHost.mjs'), 'host'], {
    encoding: 'utf8',
  });
  const taken = /^::activation ([\d.]+)$/m.exec(stdout)?.[1];
  rows.push([
    'activation in the extension host, without loading the code',
    taken === undefined ? 'not measured: the suite did not run' : `${taken} ms`,
    '≤ 30 ms',
  ]);
}

function bundles() {
  const kilobytes = (/** @type {readonly string[]} */ files) =>
    `${(files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0) / 1024).toFixed(0)} KB`;
  const ofCli = readdirSync(join(root, 'dist', 'cli')).map((file) => join('dist', 'cli', file));
  rows.push(
    ['extension (Node), minified, what activation loads', kilobytes(['dist/extension.js']), '≤ 200 KB'],
    [
      'extension, minified, all of it: the web host, and what the Node host loads later',
      kilobytes(['dist/web/extension.js']),
      '',
    ],
    ['script of the panels, minified', kilobytes(['dist/webview.js']), '≤ 40 KB'],
    ['VSIX', kilobytes([relative(root, packageExtension())]), '≤ 600 KB'],
    ['CLI, minified, what validate loads', kilobytes(['dist/cli.js', 'dist/cli/validate.js']), ''],
    ['CLI, minified', kilobytes(['dist/cli.js', ...ofCli]), ''],
  );
}

function report() {
  const table = [
    '| Work | Measured | Goal |',
    '|------|----------|------|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
  const machine = `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
  console.log(`\n${table}\n\n${machine}`);
  writeFileSync(
    join(root, 'docs', 'benchmark.md'),
    `# Benchmark\n\nWritten by \`npm run bench\`. The corpus is made from a seed (\`bench/corpus.mjs\`): full change requests with impact assessment and plan. Ratios are of medians of one run; the start of Node is taken out where a whole process is measured against work. The editor reads at most 512 KiB of a record.\n\n${table}\n\nMachine: ${machine}.\n`,
  );
}
