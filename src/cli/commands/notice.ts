import { composeNotice, type Recipient } from '../../core/actions/composeNotice';
import { printable } from '../../core/text/printable';
import { UsageError, type Command } from './command';
import { openGovernance, recordNamed } from './governance';
import { readOptions } from './options';

const help = `changegate notice RECORD [--mailto] [--root DIR]

Prints the message for those who have to know the state of a record: who is asked to approve, who may begin, what was
deployed. Nothing is sent.

  RECORD       the ID of a record, or the path of its file
  --mailto     prints a mailto: link instead, shortened where a mail program would cut it
  --root DIR   the folder of the workspace

Exit codes: 0 printed, 2 failed.
`;

export const noticeCommand: Command = {
  summary: 'Write the message that tells of a record',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { mailto: { type: 'boolean' }, root: { type: 'string' } });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError('Expected one record.');
    const governance = await openGovernance(terminal, values.root);
    const { to, subject, body, mailto } = composeNotice(await recordNamed(governance, terminal, name));
    if (values.mailto === true) {
      terminal.out(`${printable(mailto)}\n`);
      return 0;
    }
    terminal.out(`To: ${printable(to.map(addressee).join(', '))}\nSubject: ${printable(subject)}\n\n`);
    terminal.out(body.split('\n').map(printable).join('\n'));
    return 0;
  },
};

function addressee({ name, address }: Recipient): string {
  return address === undefined || address === name ? name : `${name} <${address}>`;
}
