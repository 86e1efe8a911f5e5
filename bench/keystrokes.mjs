// From a keystroke to the findings, as an editor has it: the record is one of a workspace that was read, its unsaved text
// is laid over the file, and the listeners are called what is found.
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cache, root } from '../scripts/run.mjs';
import { Random } from './corpus/random.mjs';
import { corpusRecord, writeCorpus } from './corpus/writeCorpus.mjs';
import { median, quantile, times } from './measure.mjs';

/** How many letters are typed at one place, before somebody goes on elsewhere. */
const burst = 20;

/** How many records the workspace has. */
const neighbors = 200;

/**
 * @param {string} folder a folder for the workspace
 * @returns {Promise<[work: string, measured: string, goal: string][]>} rows of the table
 */
export async function keystrokes(folder) {
  const bundle = join(cache, 'bench-core.cjs');
  await build({
    entryPoints: [join(root, 'bench', 'core.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: bundle,
    logLevel: 'warning',
  });
  const { builtInProcesses, defaultPolicy, NodeWorkspace, RecordIndex, scan, systemClock } = await import(
    pathToFileURL(bundle).href
  );
  writeCorpus(folder, neighbors);
  const index = new RecordIndex({
    workspace: new NodeWorkspace(folder),
    processes: builtInProcesses(),
    clock: systemClock,
  });
  await index.open(defaultPolicy);

  const random = new Random(7);
  /** Types at some place of a record: the time that each letter takes. @param {number} number @param {number} size */
  async function type(number, size) {
    const { files } = corpusRecord('usual', number, { size });
    const { path, text } = files[0] ?? { path: '', text: '' };
    // The record was read when it was opened.
    await index.setOverlay(path, text);
    const at = random.int(0, text.length);
    let typed = '';
    const taken = [];
    for (let letter = 0; letter < burst; letter++) {
      typed += random.chance(0.15) ? ' ' : random.chance(0.02) ? '\n' : String.fromCharCode(97 + random.int(0, 25));
      const edited = text.slice(0, at) + typed + text.slice(at);
      const start = performance.now();
      await index.setOverlay(path, edited);
      taken.push(performance.now() - start);
    }
    await index.setOverlay(path, undefined);
    return taken;
  }

  /** @type {[string, string, string][]} */
  const rows = [];
  for (const [name, size, bursts, goal] of /** @type {const} */ ([
    ['20 KB', 20_000, 50, 'p99 ≤ 3 ms'],
    ['500 KB', 500_000, 10, 'p99 ≤ 8 ms at 1 MB'],
  ])) {
    /** @type {number[]} */
    const taken = [];
    // Nobody's first keystroke meets cold code.
    for (let warm = 0; warm < 10; warm++) await type(warm * 7, size);
    for (let round = 0; round < bursts; round++) taken.push(...(await type((round % 10) * 7, size)));
    rows.push([
      `keystroke to findings at ${name}, p50 / p99 of ${String(taken.length)}, one of ${String(neighbors)} records`,
      `${median(taken).toFixed(1)} / ${quantile(taken, 0.99).toFixed(1)} ms`,
      goal,
    ]);
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
  return rows;
}
