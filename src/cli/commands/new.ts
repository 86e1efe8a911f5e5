import { createRecord } from '../../core/actions/createRecord';
import { loadPolicy } from '../../core/actions/validate';
import { readProcesses } from '../../core/workspace/loadProcesses';
import type { Process } from '../../core/process/process';
import { GitIdentity } from '../../node/gitIdentity';
import { NodeGit } from '../../node/nodeGit';
import { NodeWorkspace } from '../../node/nodeWorkspace';
import { systemClock } from '../../node/systemClock';
import { UsageError, type Command } from './command';
import { oneOf, readOptions } from './options';
import { findRoot } from './root';

const help = `changegate new change-request|change-record --title TEXT [options]

Makes a record from the template, with the next free ID of today, and prints its path.

  --title TEXT       what the change is
  --category NAME    change requests: FEATURE, BUG, REFACTOR, SECURITY, PERFORMANCE, DOCUMENTATION, INFRASTRUCTURE
  --priority NAME    P0, P1, P2 or P3
  --urgency NAME     change requests: IMMEDIATE, HIGH, NORMAL or LOW
  --type NAME        change records: standard, normal or emergency
  --requestor NAME   default: the person of the git configuration
  --root DIR         the folder of the workspace

Exit codes: 0 made, 2 failed.
`;

export const newCommand: Command = {
  summary: 'Make a change request or change record',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      title: { type: 'string' },
      category: { type: 'string' },
      priority: { type: 'string' },
      urgency: { type: 'string' },
      type: { type: 'string' },
      requestor: { type: 'string' },
      root: { type: 'string' },
    });
    const [kind, ...more] = positionals;
    if (kind === undefined || more.length > 0)
      throw new UsageError('Expected one of change-request and change-record.');
    const root = findRoot(terminal.folder, values.root);
    const workspace = new NodeWorkspace(root);
    const reading = await loadPolicy(workspace);
    if (!reading.isReadable) {
      terminal.err(`${reading.findings[0]?.message ?? ''} The policy cannot be read; nothing was made.\n`);
      return 2;
    }
    const { processes, findings } = await readProcesses(workspace, reading.policy);
    const id = oneOf(
      'kind',
      kind,
      processes.map((each) => each.id),
    );
    const process = processes.find((each) => each.id === id);
    const title = values.title?.trim() ?? '';
    if (!process || title === '') throw new UsageError('--title is missing.');
    for (const { path, message } of findings) terminal.err(`${path}: ${message}\n`);
    const answers = {
      title,
      category: option(process, 'category', values.category),
      priority: option(process, 'priority', values.priority),
      urgency: option(process, 'urgency', values.urgency),
      type: option(process, 'type', values.type),
      requestor: values.requestor ?? (await requestor(root)),
    };
    const created = await createRecord(
      { process, answers },
      { workspace, git: new NodeGit(root), policy: reading.policy, processes, clock: systemClock },
    );
    terminal.out(`${created.path}\n`);
    return 0;
  },
};

/** The option of a field that was asked for. @throws UsageError if there is no such field or option */
function option(process: Process, key: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const field = process.field(key);
  if (!field) throw new UsageError(`A ${process.name.toLowerCase()} has no --${key}.`);
  if (field.options.length === 0) return value;
  return oneOf(
    key,
    value,
    field.options.map((each) => each.value),
  );
}

async function requestor(root: string): Promise<string | undefined> {
  const person = await new GitIdentity(root).current();
  return person && (person.email === undefined ? person.name : `${person.name} <${person.email}>`);
}
