import { printPolicy } from '../../core/workspace/policy/printPolicy';
import { UsageError, type Command } from './command';
import { openGovernance } from './governance';
import { oneOf, readOptions } from './options';

const help = `changegate policy print [PROCESS...] [--root DIR]

Prints the policy that holds in a workspace, with its defaults and its processes, in the format of
.changegate/policy.yml: what is printed can be put there and changed.

  PROCESS    only these processes: change-request, change-record, or one of the policy's own

Exit codes: 0 printed, 2 failed.
`;

export const policyCommand: Command = {
  summary: 'Print the policy with its processes',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { root: { type: 'string' } });
    const [verb, ...names] = positionals;
    if (verb !== 'print') throw new UsageError('Expected "print".');
    const { policy, processes } = await openGovernance(terminal, values.root);
    const known = processes.map(({ id }) => id);
    terminal.out(
      printPolicy(
        policy,
        processes,
        names.map((name) => oneOf('process', name, known)),
      ),
    );
    return 0;
  },
};
