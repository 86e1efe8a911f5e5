// `npm run bench [-- --records 1000,10000] [-- --no-peers] [-- --no-host]`: measures, prints a table, and writes
// docs/benchmark.md. Every figure is a ratio of this one run; absolute times say more of the machine than of the program.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bytesOf, loadedWith } from '../scripts/loaded.mjs';
import { packageExtension, sizeLimit, sizesOfScripts } from '../scripts/package.mjs';
import { buildBundles, ensureDependencies, root } from '../scripts/run.mjs';
import { corpora, writeCorpus } from './corpus/writeCorpus.mjs';
import { keystrokes } from './keystrokes.mjs';
import { beyond, measure, megabytes, ratio } from './measure.mjs';
import { comparePeers } from './peers.mjs';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000,10000' },
    'no-peers': { type: 'boolean', default: false },
    'no-host': { type: 'boolean', default: false },
  },
});

ensureDependencies();
buildBundles('--production');
const cli = join(root, 'dist', 'cli.js');
const node = process.execPath;
/** @type {[work: string, measured: string, goal: string][]} */
const rows = [];

const home = mkdtempSync(join(tmpdir(), 'changegate-bench-'));
try {
  const start = measure(node, ['-e', '0'], { cwd: home, runs: 15 });
  const counts = values.records.split(',').map(Number);
  for (const count of counts) validateCorpus('usual', count, start);
  for (const corpus of /** @type {const} */ (['clean', 'contradictory']))
    validateCorpus(corpus, counts[0] ?? 1000, start);
  if (!values['no-peers']) {
    const folder = join(home, 'peers');
    const { files } = writeCorpus(folder, counts[0] ?? 1000);
    rows.push(...comparePeers(files, { folder, cli }));
  }
  const one = join(home, 'one');
  writeCorpus(one, 1);
  const whole = measure(node, [cli, 'validate'], { cwd: one, runs: 15 });
  rows.push(['CLI on one record, whole process, against node -e 0', ratio(whole, start), '≤ 2 ×']);
  rows.push(...(await keystrokes(join(home, 'keystrokes'))));
  if (!values['no-host']) activation();
  bundles();
} finally {
  rmSync(home, { recursive: true, force: true });
}
report();

/**
 * @param {import('./corpus/writeCorpus.mjs').Corpus} corpus
 * @param {number} count
 * @param {import('./measure.mjs').Cost} start
 */
function validateCorpus(corpus, count, start) {
  const folder = join(home, `${corpus}-${String(count)}`);
  const { bytes, planted } = writeCorpus(folder, count, { corpus });
  const floor = beyond(measure(node, [join(root, 'bench', 'floor.mjs'), join(folder, 'docs')], { cwd: folder }), start);
  const cost = beyond(measure(node, [cli, 'validate'], { cwd: folder }), start);
  const size = `${count.toLocaleString('en')} records (${megabytes(bytes)}, ${(planted / count).toFixed(1)} faults each)`;
  rows.push(
    [
      `cold validate of "${corpus}", ${size}, all rules, against reading the bytes and splitting lines`,
      `${ratio(cost, floor)}; ${(cost.time / count).toFixed(2)} ms a record`,
      corpus === 'usual' ? '≤ 5 ×' : '',
    ],
    [`peak resident memory of it`, megabytes(cost.memory), corpus === 'usual' && count === 10_000 ? '≤ 300 MB' : ''],
  );
  rmSync(folder, { recursive: true, force: true });
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
  const vsix = packageExtension();
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(0)} KB`;
  const chunks = readdirSync(join(root, 'dist', 'cli')).map((file) => join(root, 'dist', 'cli', file));
  const validate = chunks.filter((file) => basename(file).startsWith('validate-'));
  const loaded = new Set([cli, ...validate].flatMap(loadedWith));
  rows.push(
    ...sizesOfScripts().map(
      ({ what, bytes, most }) =>
        /** @type {[string, string, string]} */ ([what, kilobytes(bytes), `≤ ${kilobytes(most)}`]),
    ),
    ['VSIX', kilobytes(bytesOf([vsix])), `≤ ${kilobytes(sizeLimit)}`],
    ['CLI, what validate loads', kilobytes(bytesOf([...loaded])), ''],
    ['CLI', kilobytes(bytesOf([cli, ...chunks])), ''],
  );
}

function report() {
  const table = [
    '| Work | Measured | Goal |',
    '|------|----------|------|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
  const machine = `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
  const faults = Object.entries(corpora).map(
    ([name, { least, most }]) => `"${name}" (${most === 0 ? 'none' : `${String(least)}–${String(most)}`})`,
  );
  console.log(`\n${table}\n\n${machine}`);
  writeFileSync(
    join(root, 'docs', 'benchmark.md'),
    `# Benchmark

Written by \`npm run bench\`. The records are made from a seed (\`bench/corpus\`): change requests with impact assessment and plan, and some change records. Every record has its own prose, answers, ticks, dates, risks, people, plan, history and form. Three corpora differ in the faults that are planted in each record: ${faults.join(', ')}. Where a change record has no room for as many, it has as many as fit.

Ratios are of medians of one run: of the time that passes, and of the time of all threads. The start of Node is taken out where a whole process is measured against work. The editor reads at most 512 KiB of a record.

${table}

Machine: ${machine}.
`,
  );
}
