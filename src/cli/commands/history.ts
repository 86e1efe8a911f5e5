import { addHistoryRow } from '../../core/change/addHistoryRow';
import { todayIn } from '../../core/lifecycle/today';
import { printable } from '../../core/text/printable';
import { UsageError, type Command } from './command';
import { openGovernance, perform, recordNamed } from './governance';
import { dateOption, statusNamed } from './move';
import { readOptions } from './options';

const help = `changegate history RECORD STATUS NOTE [--date DATE] [--dry-run] [--root DIR]

Adds a row to the history of a record, where its day belongs. The status of the record itself stays; "changegate move"
changes it.

  RECORD       the ID of a record, or the path of its file
  STATUS       the status that the row tells of
  NOTE         what happened, in one line
  --date DATE  the day of the row, as YYYY-MM-DD; default: today
  --dry-run    prints what would change as a diff, and writes nothing
  --root DIR   the folder of the workspace

Exit codes: 0 added, 1 not possible, 2 failed.
`;

export const historyCommand: Command = {
  summary: 'Add a row to the history of a record',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      date: { type: 'string' },
      'dry-run': { type: 'boolean' },
      root: { type: 'string' },
    });
    const [name, word, ...notes] = positionals;
    const note = notes.join(' ').trim();
    if (name === undefined || word === undefined || note === '')
      throw new UsageError('Expected are a record, a status and a note.');
    const given = dateOption('date', values.date);
    const governance = await openGovernance(terminal, values.root);
    const record = await recordNamed(governance, terminal, name);
    const status = statusNamed(record, word);
    const date = given ?? todayIn(governance.policy.zone, governance.clock.now());
    const result = addHistoryRow(record, { date, status, note });
    if (result.kind === 'impossible') {
      terminal.err(`${printable(result.reason)}\n`);
      return 1;
    }
    await perform(governance, result.change, terminal, values['dry-run'] === true);
    return 0;
  },
};
