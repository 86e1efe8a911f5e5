import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fixAll } from '../../core/actions/fixAll';
import type { RecordPaths } from '../../core/workspace/index/recordIndex';
import { UsageError, type Command, type Terminal } from './command';
import { openGovernance, perform } from './governance';
import { readOptions } from './options';
import { pathInside } from './pathInside';

const help = `changegate fix [paths] [--dry-run] [--root DIR]

Applies the safe fixes of all findings, until none is left: those that cannot change what a record means.

  paths        records, companions or folders; without them all configured folders with their subfolders
  --dry-run    prints what would change as a unified diff, and writes nothing
  --root       the folder of the workspace

Exit codes: 0 done, also where nothing was to be done; 2 failed.
`;

export const fixCommand: Command = {
  summary: 'Apply the safe fixes',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { 'dry-run': { type: 'boolean' }, root: { type: 'string' } });
    const governance = await openGovernance(terminal, values.root);
    const { index, records, root } = governance;
    const paths = positionals.map((path) => placeOf(root, path, terminal));
    const chosen = records.filter((record) => paths.length === 0 || paths.some((path) => covers(path, record)));
    let fixed = 0;
    for (const { path } of chosen) {
      const record = await index.record(path);
      const change = record && fixAll(record, index.lintOptions(path));
      if (!change) continue;
      fixed++;
      await perform(governance, change, terminal, values['dry-run'] === true);
    }
    for (const path of paths) {
      if (!chosen.some((record) => covers(path, record))) terminal.err(`${path || '.'} holds no change record.\n`);
    }
    if (fixed === 0) terminal.out('Nothing can be mended safely.\n');
    return 0;
  },
};

/** A file or folder as the workspace counts it. @throws UsageError for one that is not there or lies outside. */
function placeOf(root: string, path: string, terminal: Terminal): string {
  const absolute = resolve(terminal.folder, path);
  if (!existsSync(absolute)) throw new UsageError(`There is no ${path}.`);
  const real = realpathSync(absolute);
  return real === root ? '' : pathInside(root, real, root);
}

function covers(path: string, record: RecordPaths): boolean {
  return [record.path, ...record.companions].some(
    (each) => path === '' || each === path || each.startsWith(`${path}/`),
  );
}
