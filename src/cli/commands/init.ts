import { createInterface } from 'node:readline/promises';
import { applyChange } from '../../core/change/applyChange';
import { governanceFiles, createGovernance, type GovernanceFile } from '../../core/actions/initializeGovernance';
import { changeDiff } from '../../core/present/report/changeDiff';
import { printableDiff } from '../../core/text/printable';
import { UsageError, type Command } from './command';
import { openGovernance } from './governance';
import { readOptions } from './options';
import { counted } from '../../core/text/counted';

const help = `changegate init [--dry-run] [--yes] [--root DIR]

Makes what governance of a workspace begins with: folders for records, the templates to make one's own, the policy, and
the recommendation of the extension. Every file is shown first. What is there already is kept, whatever it holds.

  --dry-run    only show it
  --yes        write it without asking
  --root       the folder of the workspace

Exit codes: 0 written, or shown; 2 failed.
`;

export const initCommand: Command = {
  summary: 'Make folders, templates and policy',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      'dry-run': { type: 'boolean' },
      yes: { type: 'boolean' },
      root: { type: 'string' },
    });
    if (positionals.length > 0) throw new UsageError('Nothing is expected behind init.');
    const { workspace, policy, processes } = await openGovernance(terminal, values.root);
    const files = await governanceFiles(workspace, policy, processes);
    const change = createGovernance(files);
    for (const file of files) terminal.out(`${listed(file)}\n`);
    if (change.steps.length === 0) {
      terminal.out('Everything is there already.\n');
      return 0;
    }
    terminal.out(`\n${printableDiff(changeDiff(change))}`);
    if (values['dry-run'] === true) return 0;
    if (values.yes !== true && !(await isWanted(change.steps.length))) {
      terminal.out('\nNothing was written; --yes writes it.\n');
      return 0;
    }
    await applyChange(change, workspace);
    terminal.out(`\n${counted(change.steps.length, 'file')} written.\n`);
    return 0;
  },
};

const words = { new: 'new', 'added-to': 'adds to', kept: 'kept' } as const;

function listed({ path, purpose, state }: GovernanceFile): string {
  return `${words[state.kind].padEnd(7)}  ${path}  (${purpose})`;
}

/** Asks who is at the terminal; where nobody is, nobody wants it. */
async function isWanted(count: number): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const input = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await input.question(`\nWrite ${counted(count, 'file')}? [y/N] `)).trim());
  } finally {
    input.close();
  }
}
