// Other linters over the same files, in the same run.
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root, runNpm } from '../scripts/run.mjs';
import { fetchVscode } from '../scripts/vscode/fetch.mjs';
import { beyond, measure, megabytes, ratio } from './measure.mjs';

/**
 * All three on the Node that VS Code brings, since markdownlint-cli2 does not run on the oldest one that we support.
 * @param {readonly string[]} files
 * @param {{ folder: string, cli: string }} workspace
 * @returns {[work: string, measured: string, goal: string][]} rows of the table
 */
export function comparePeers(files, { folder, cli }) {
  const peers = join(cache, 'bench-peers');
  cpSync(join(root, 'bench', 'peers'), peers, { recursive: true });
  if (!existsSync(join(peers, 'node_modules')))
    runNpm(['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: peers, quiet: true });
  const { node } = fetchVscode();
  const modules = join(peers, 'node_modules');
  const start = measure(node, ['-e', '0'], { cwd: folder, runs: 9 });
  const own = beyond(measure(node, [cli, 'validate'], { cwd: folder }), start);
  writeFileSync(join(folder, '.markdownlint-cli2.jsonc'), '{ "config": { "default": true } }\n');
  const markdownlint = [join(modules, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs'), 'docs/**/*.md'];
  const preset = join(modules, 'remark-preset-lint-recommended', 'index.js');
  const remark = [join(modules, 'remark-cli', 'cli.js'), '--no-stdout', '--quiet', '--use', preset, 'docs'];
  return /** @type {const} */ ([
    ['markdownlint-cli2 0.24.1, default rules', markdownlint, '≥ 40 ×'],
    ['remark-lint, recommended rules', remark, '≥ 80 ×'],
  ]).map(([name, args, goal]) => {
    // They take minutes: once is enough.
    const cost = beyond(measure(node, args, { cwd: folder, runs: 1 }), start);
    return [
      `${name}, against our validate, all ${String(files.length)} files of "usual", both on Node 24`,
      `${ratio(cost, own)}; ${megabytes(cost.memory)} against ${megabytes(own.memory)}`,
      goal,
    ];
  });
}
