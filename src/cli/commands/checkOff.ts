import { tickSteps } from '../../core/actions/tickStep';
import { planSteps, type PlanStep } from '../../core/lifecycle/planSteps';
import { printable } from '../../core/text/printable';
import { closest } from '../../core/text/similar';
import { RefusedError, UsageError, type Command } from './command';
import { openGovernance, perform, recordNamed } from './governance';
import { readOptions } from './options';

const help = `changegate check-off RECORD [STEP …] [--open] [--dry-run] [--root DIR]

Ticks steps of a plan off. Without a step it lists them, each with its number.

  RECORD       the ID of a record, or the path of its file
  STEP         the number of a step, its words, or a part of them that no other step has
  --open       opens the steps again
  --dry-run    prints what would change as a diff, and writes nothing
  --root DIR   the folder of the workspace

Exit codes: 0 done, also where a step was ticked already; 2 failed.
`;

export const checkOffCommand: Command = {
  summary: 'Tick steps of a plan off',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      open: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      root: { type: 'string' },
    });
    const [name, ...wanted] = positionals;
    if (name === undefined) throw new UsageError('Expected a record.');
    const governance = await openGovernance(terminal, values.root);
    const record = await recordNamed(governance, terminal, name);
    const steps = planSteps(record);
    if (steps.length === 0) throw new RefusedError(`${name} has no steps.`);
    if (wanted.length === 0) {
      for (const step of steps) terminal.out(`${lineOf(step)}\n`);
      return 0;
    }
    const checked = values.open !== true;
    const change = tickSteps(
      wanted.map((each) => stepMeant(steps, each)),
      checked,
    );
    if (change) await perform(governance, change, terminal, values['dry-run'] === true);
    else terminal.out(checked ? 'It is ticked off already.\n' : 'It is open already.\n');
    return 0;
  },
};

/** The step that somebody means by its number, its words, or a part of them. @throws RefusedError */
function stepMeant(steps: readonly PlanStep[], wanted: string): PlanStep {
  if (/^\d+$/.test(wanted)) {
    const numbered = steps.find(({ number }) => number === Number(wanted));
    if (numbered) return numbered;
    throw new RefusedError(`There is no step ${wanted}; there are ${String(steps.length)}.`);
  }
  const words = wanted.trim().toLowerCase();
  const same = steps.filter(({ text }) => text.toLowerCase() === words);
  const found = same.length > 0 ? same : steps.filter(({ text }) => text.toLowerCase().includes(words));
  const [only, ...more] = words === '' ? [] : found;
  if (only && more.length === 0) return only;
  if (only)
    throw new RefusedError(`"${wanted}" is in several steps; name one by its number:\n${found.map(lineOf).join('\n')}`);
  const guess = closest(
    wanted,
    steps.map(({ text }) => text),
  );
  throw new RefusedError(`There is no step "${wanted}".${guess === undefined ? '' : ` Did you mean "${guess}"?`}`);
}

function lineOf({ number, text, checked }: PlanStep): string {
  return `${String(number).padStart(3)} [${checked ? 'x' : ' '}] ${printable(text)}`;
}
