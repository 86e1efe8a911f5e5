import type { Change } from '../../core/change/change';
import { nameOf } from '../../core/change/documentEdits';
import { transition, type TransitionFacts } from '../../core/actions/transition';
import { missingCount } from '../../core/lifecycle/missingAnswers';
import { missingBefore, type Guard } from '../../core/lifecycle/moveGuards';
import { todayIn } from '../../core/lifecycle/today';
import type { StatusDefinition } from '../../core/process/processDefinition';
import { dateOfInstant, readDate, type CalendarDate } from '../../core/text/calendarDate';
import type { ChangeRecord } from '../../core/record/record';
import { printable } from '../../core/text/printable';
import { closest } from '../../core/text/similar';
import { LineIndex } from '../../core/text/lineIndex';
import { UsageError, type Command } from './command';
import { openGovernance, perform, recordNamed } from './governance';
import { readOptions } from './options';

const help = `changegate move RECORD [RECORD …] STATUS [options]

Moves records to another status: the status, Last Updated, a row of the history, and what belongs to the status. All of
them or none: where one cannot be moved, nothing is written. An approval is never written.

  RECORD           the ID of a record, or the path of its file
  STATUS           DRAFT, PROPOSED, APPROVED, IN_PROGRESS, COMPLETED, REJECTED or CANCELLED
  --reason TEXT    why; REJECTED and CANCELLED ask for it
  --branch NAME    IN_PROGRESS: the branch
  --deployed DATE  COMPLETED: when it was deployed, as YYYY-MM-DD, or YYYY-MM-DD HH:MM in UTC
  --date DATE      the day of the move; default: today
  --force          moves although something that is asked for is missing; never without the approval
  --dry-run        prints what would change as a diff, and writes nothing
  --root DIR       the folder of the workspace

Exit codes: 0 moved, 1 not possible or something is missing, 2 failed.
`;

export const moveCommand: Command = {
  summary: 'Move records to another status',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      reason: { type: 'string' },
      branch: { type: 'string' },
      deployed: { type: 'string' },
      date: { type: 'string' },
      force: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      root: { type: 'string' },
    });
    const names = positionals.slice(0, -1);
    const word = positionals.at(-1);
    if (word === undefined || names.length === 0) throw new UsageError('Expected are a record and a status.');
    const deployed = dateOption('deployed', values.deployed);
    const date = dateOption('date', values.date);
    const governance = await openGovernance(terminal, values.root);
    const records = new Map<string, ChangeRecord>();
    for (const name of names) {
      const record = await recordNamed(governance, terminal, name);
      records.set(record.path, record);
    }
    const now = governance.clock.now();
    const facts: TransitionFacts = {
      now: dateOfInstant(now),
      today: date ? { ...date, minutes: undefined } : todayIn(governance.policy.zone, now),
      reason: values.reason,
      branch: values.branch,
      deployed,
      insist: values.force,
    };
    const changes: Change[] = [];
    for (const record of records.values()) {
      const target = statusNamed(record, word);
      const result = transition(record, target, facts);
      if (result.kind === 'change') changes.push(result.change);
      else if (result.kind === 'illegal') terminal.out(`${nameOf(record)}: ${printable(result.reason)}\n`);
      else terminal.out(guardLines(record, target, result.guards, facts));
    }
    if (changes.length < records.size) {
      terminal.err('Nothing was moved.\n');
      return 1;
    }
    const change = {
      title: changes.map(({ title }) => title).join('\n'),
      steps: changes.flatMap(({ steps }) => steps),
    };
    await perform(governance, change, terminal, values['dry-run'] === true);
    return 0;
  },
};

/** The status that a word means in the process of a record. @throws UsageError */
export function statusNamed({ process }: ChangeRecord, word: string): StatusDefinition {
  const status = process.status(word);
  if (status) return status;
  const ids = process.statuses.map(({ id }) => id);
  const guess = closest(word.toUpperCase(), ids);
  throw new UsageError(
    `There is no status "${word}".${guess === undefined ? ` There are ${ids.join(', ')}.` : ` Did you mean ${guess}?`}`,
  );
}

/** The day of an option, with its time if it has one. @throws UsageError */
export function dateOption(name: string, text: string | undefined): CalendarDate | undefined {
  if (text === undefined) return undefined;
  const read = readDate(text.trim());
  if (read.kind === 'date' && read.length === text.trim().length) return read.date;
  throw new UsageError(`--${name} is "${text}"; expected a day of the calendar as YYYY-MM-DD.`);
}

/** What is missing, one line each, with the place where it is written. */
function guardLines(
  record: ChangeRecord,
  target: StatusDefinition,
  guards: readonly Guard[],
  facts: TransitionFacts,
): string {
  const owed = missingBefore(record, target, facts);
  const count = owed.missing > 0 ? ` ${missingCount(owed)}.` : '';
  const lines = guards.map(({ message, place }) => {
    const { line, character } = LineIndex.of(place.document.text).rangeOf(place.span).start;
    const where = `${place.document.path}:${String(line + 1)}:${String(character + 1)}`;
    return `  ${printable(where)}  ${printable(message)}\n`;
  });
  const isBound = guards.some(({ binding }) => binding);
  const rest = isBound
    ? '  A person writes the approval into the record; nothing else brings it about.\n'
    : '  With --force it is moved all the same.\n';
  return `${nameOf(record)} cannot be moved to ${target.id} yet:${count}\n${lines.join('')}${rest}`;
}
