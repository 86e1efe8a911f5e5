import { normalize } from '../../core/actions/normalize';
import { UsageError, type Command } from './command';
import { openGovernance, perform, recordNamed } from './governance';
import { readOptions } from './options';

const help = `changegate normalize RECORD... [--dry-run] [--root DIR]

Brings records with their companions to the form of the template: labels, headings, boxes, the status, the history. No
word is lost, no answer changes, and what is not understood stays as it is.

  RECORD       the ID of a record, or its file
  --dry-run    prints what would change as a unified diff, and writes nothing
  --root       the folder of the workspace

Exit codes: 0 done, also where nothing was to be done; 2 failed: a record was not found or left alone, with the reason.
`;

export const normalizeCommand: Command = {
  summary: 'Bring records to the form of the template',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { 'dry-run': { type: 'boolean' }, root: { type: 'string' } });
    if (positionals.length === 0) throw new UsageError('Expected a record.');
    const governance = await openGovernance(terminal, values.root);
    const records = [];
    for (const name of positionals) records.push(await recordNamed(governance, terminal, name));
    let refused = 0;
    for (const record of records) {
      const result = normalize(record, governance.index.lintOptions(record.path));
      if (result.kind === 'change') await perform(governance, result.change, terminal, values['dry-run'] === true);
      else if (result.kind === 'already-normal') terminal.err(`${record.path} has the form of the template.\n`);
      else {
        refused++;
        terminal.err(`${result.reason}\n`);
      }
    }
    return refused > 0 ? 2 : 0;
  },
};
