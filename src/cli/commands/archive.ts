import { archive } from '../../core/actions/archive';
import type { ChangeRecord } from '../../core/record/record';
import { RefusedError, UsageError, type Command } from './command';
import { openGovernance, perform, recordNamed } from './governance';
import { readOptions } from './options';

const help = `changegate archive RECORD... [--force] [--dry-run] [--root DIR]

Moves records with their companions to the folder _archive (or archive, if that is there) beside them, and rewrites the
links from and to them. Their IDs stay taken.

  RECORD       the ID of a record, or its file
  --force      also records that are not completed, rejected or cancelled
  --dry-run    print the change as a unified diff, write nothing
  --root       the folder of the workspace

Exit codes: 0 archived, 2 failed; then nothing was moved.
`;

export const archiveCommand: Command = {
  summary: 'Move records that are done with to the archive',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      force: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      root: { type: 'string' },
    });
    if (positionals.length === 0) throw new UsageError('Expected a record.');
    const governance = await openGovernance(terminal, values.root);
    const records = new Map<string, ChangeRecord>();
    for (const name of positionals) {
      const record = await recordNamed(governance, terminal, name);
      records.set(record.path, record);
    }
    const result = await archive([...records.values()], { force: values.force === true }, governance);
    if (result.kind === 'refused') throw new RefusedError(result.reasons.join('\n'));
    await perform(governance, result.change, terminal, values['dry-run'] === true);
    for (const path of result.left) terminal.err(`${path} is too large; its links were not rewritten.\n`);
    return 0;
  },
};
