import { splitRecord } from '../../core/actions/splitRecord';
import { RefusedError, UsageError, type Command } from './command';
import { openGovernance, perform, recordNamed } from './governance';
import { readOptions } from './options';

const help = `changegate split RECORD TITLE TITLE... [--dry-run] [--root DIR]

Splits a record that waits for its approval into smaller ones: a new draft for each title, in the order in which they
are done, each waiting for the one before it; the record waits for the last of them.

  RECORD       the ID of a record, or its file
  TITLE        what one part changes, in a few words
  --dry-run    print the change as a unified diff, write nothing
  --root       the folder of the workspace

Exit codes: 0 split, 2 failed; then nothing was written.
`;

export const splitCommand: Command = {
  summary: 'Split a record into smaller ones that wait for each other',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { 'dry-run': { type: 'boolean' }, root: { type: 'string' } });
    const [name, ...titles] = positionals;
    if (name === undefined) throw new UsageError('Expected a record.');
    const governance = await openGovernance(terminal, values.root);
    const record = await recordNamed(governance, terminal, name);
    const result = await splitRecord(record, titles, governance);
    if (result.kind === 'refused') throw new RefusedError(result.reason);
    await perform(governance, result.change, terminal, values['dry-run'] === true);
    if (values['dry-run'] !== true) for (const path of result.paths) terminal.out(`${path}\n`);
    return 0;
  },
};
