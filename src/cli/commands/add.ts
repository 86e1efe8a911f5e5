import { addDocument, type AddedDocumentId } from '../../core/actions/addDocument';
import { gatherFacts } from '../../core/actions/documentFacts';
import { RefusedError, UsageError, type Command } from './command';
import { openGovernance, perform, recordNamed } from './governance';
import { oneOf, readOptions } from './options';

const help = `changegate add impact-assessment|plan RECORD [--as section|companion] [--dry-run] [--root DIR]

Adds the impact assessment or the implementation plan to a record, complete as in the template, with what is known
filled in. If the record has one already, in any form, nothing is added and its place is printed.

  RECORD       the ID of a record, or its file
  --as         section (default): in the record; companion: in a file beside it, with a link in the record
  --dry-run    print the change as a unified diff, write nothing
  --root       the folder of the workspace

Exit codes: 0 added, or there already; 2 failed.
`;

const documents: Readonly<Record<string, AddedDocumentId>> = {
  'impact-assessment': 'impact-assessment',
  plan: 'implementation-plan',
  'implementation-plan': 'implementation-plan',
};

export const addCommand: Command = {
  summary: 'Add an impact assessment or implementation plan to a record',
  help,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      as: { type: 'string' },
      'dry-run': { type: 'boolean' },
      root: { type: 'string' },
    });
    const [what, name, ...more] = positionals;
    if (what === undefined || name === undefined || more.length > 0)
      throw new UsageError('Expected impact-assessment or plan, and a record.');
    const documentId = documents[oneOf('document', what, Object.keys(documents))] ?? 'impact-assessment';
    const as = oneOf('as', values.as ?? 'section', ['section', 'companion']);
    const governance = await openGovernance(terminal, values.root);
    const record = await recordNamed(governance, terminal, name);
    const result = addDocument(record, documentId, { as, facts: await gatherFacts(record, governance) });
    if (result.kind === 'refused') throw new RefusedError(result.reason);
    if (result.kind === 'exists') {
      const { path, span } = result.place;
      const document = record.documents.find((each) => each.path === path) ?? record.document;
      const { line } = document.scan.lines.positionAt(span.start);
      terminal.out(`${path}:${String(line + 1)} has it already.\n`);
      return 0;
    }
    await perform(governance, result.change, terminal, values['dry-run'] === true);
    return 0;
  },
};
