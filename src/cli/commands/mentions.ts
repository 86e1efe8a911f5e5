import { findMentions } from '../../core/workspace/references/findMentions';
import { idAt } from '../../core/record/idAt';
import { locateMentions } from '../../core/workspace/references/mention';
import { printable } from '../../core/text/printable';
import { UsageError, type Command } from './command';
import { openGovernance } from './governance';
import { readOptions } from './options';

const help = `changegate mentions ID [--root DIR]

Lists where the ID of a record or a requirement is mentioned in the workspace: records, other Markdown, comments of
source. Not in what git ignores, in files that are no text, and in those larger than 1 MiB.

  ID        CR-2026-02-09-001, CHG-20260209-001 or REQ-001, in any case
  --root    the folder of the workspace

Exit codes: 0 listed, also where there is none; 2 failed.
`;

export const mentionsCommand: Command = {
  summary: 'List where an ID is mentioned',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { root: { type: 'string' } });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) throw new UsageError('Expected one ID.');
    const governance = await openGovernance(terminal, values.root);
    const read = idAt(id, 0, governance.processes);
    if (read?.span.end !== id.length) throw new UsageError(`"${id}" is the ID of no record and no requirement.`);
    const always = governance.records.flatMap(({ path, companions }) => [path, ...companions]);
    for (const { path, range, line } of locateMentions(await findMentions(id, { ...governance, always }))) {
      const { line: row, character } = range.start;
      terminal.out(`${printable(path)}:${String(row + 1)}:${String(character + 1)}  ${printable(line)}\n`);
    }
    return 0;
  },
};
