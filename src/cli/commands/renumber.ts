import { renumber } from '../../core/actions/renumber';
import { RefusedError, UsageError, type Command } from './command';
import { openGovernance, perform, recordNamed } from './governance';
import { readOptions } from './options';

const help = `changegate renumber RECORD [ID] [--dry-run] [--root DIR]

Gives a record another ID: its file, its companions, its own texts, and every link and mention in the workspace, archives
and comments of source included; not what git ignores. Without ID the next free number of the same day.

  RECORD       the ID of a record, or its file
  ID           the new ID; refused where it is taken, on a branch for one, or mentioned already
  --dry-run    print the change as a unified diff, write nothing
  --root       the folder of the workspace

An approval is bound to the ID: a record that has one keeps its number.

Exit codes: 0 renumbered, 2 failed.
`;

export const renumberCommand: Command = {
  summary: 'Give a record another ID, and follow it everywhere',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      'dry-run': { type: 'boolean' },
      root: { type: 'string' },
    });
    const [name, id, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError('Expected a record, and perhaps its new ID.');
    const governance = await openGovernance(terminal, values.root);
    const record = await recordNamed(governance, terminal, name);
    const result = await renumber(record, id, governance);
    if (result.kind === 'refused') throw new RefusedError(result.reason);
    await perform(governance, result.change, terminal, values['dry-run'] === true);
    for (const { path, range } of result.left)
      terminal.err(`${path}:${String(range.start.line + 1)} still says ${record.id?.text ?? ''}.\n`);
    return 0;
  },
};
