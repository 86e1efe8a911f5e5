import { recordFeedback } from '../../core/actions/recordFeedback';
import { todayIn } from '../../core/lifecycle/today';
import { dateOfInstant } from '../../core/text/calendarDate';
import { RefusedError, UsageError, type Command } from './command';
import { openGovernance, perform, recordNamed } from './governance';
import { readOptions } from './options';

const help = `changegate feedback RECORD WORDS [--by NAME] [--role ROLE] [--back-to-draft] [--dry-run] [--root DIR]

Adds what a reviewer said to "Review Feedback" of a record, with day and name. Whatever is said stays words.

  RECORD            the ID of a record, or the path of its file
  WORDS             what was said; several arguments are one text
  --by NAME         who said it; default: the person of the git configuration
  --role ROLE       in which role
  --back-to-draft   moves the record back to DRAFT, with the words as the reason; proposing it again is a revision
  --dry-run         prints what would change as a diff, and writes nothing
  --root DIR        the folder of the workspace

Exit codes: 0 done, 2 failed.
`;

export const feedbackCommand: Command = {
  summary: 'Record what a reviewer said',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      by: { type: 'string' },
      role: { type: 'string' },
      'back-to-draft': { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      root: { type: 'string' },
    });
    const [name, ...words] = positionals;
    if (name === undefined || words.length === 0) throw new UsageError('Expected are a record and what was said.');
    const governance = await openGovernance(terminal, values.root);
    const record = await recordNamed(governance, terminal, name);
    const by = values.by ?? (await governance.identity.current())?.name;
    if (by === undefined) throw new UsageError('--by is missing: git knows nobody here.');
    const moment = governance.clock.now();
    const result = recordFeedback(record, {
      by,
      role: values.role ?? '',
      words: words.join(' '),
      now: dateOfInstant(moment),
      today: todayIn(governance.policy.zone, moment),
      backToDraft: values['back-to-draft'] === true,
    });
    if (result.kind === 'impossible') throw new RefusedError(result.reason);
    await perform(governance, result.change, terminal, values['dry-run'] === true);
    return 0;
  },
};
