import { keys } from '../../process/fieldKeys';
import { idPlaceholder } from '../../process/idPlaceholder';
import type { Heading } from '../../markdown/blocks';
import type { Answer, ChangeRecord, RecordDocument } from '../../record/record';
import { slice } from '../../text/span';
import { isEmptyRecord } from '../../record/isEmptyRecord';
import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { overwrite } from '../../change/answerEdits';
import type { DocumentEdit } from '../../change/documentEdit';
import { idMentions } from './idMentions';
import { recordIdentity } from './nameOfFile';

export const noIdInRecord = defineRule({
  code: 'CG209',
  name: 'no-id-in-record',
  severity: 'information',
  summary: 'The record names its own ID.',
  source: 'CR Document Structure; readings 3 and 4',
  fix: { what: 'Writes the ID of the file name into the heading, or a heading with it.' },
  *check({ record }) {
    const id = recordIdentity(record)?.id;
    const { document, process, kind } = record;
    if (
      !id ||
      isEmptyRecord(record) ||
      document.scan.frontMatter?.closed === false ||
      idMentions(record).some(({ length }) => length > 0)
    )
      return;
    const draft = finding(
      titlePlace(record),
      `The record does not name its ID; ${id.text} is expected ${kind === 'change-record' ? 'in "Change ID"' : 'in its heading'}.`,
    );
    const { heading } = document.root;
    if (kind === 'change-record')
      yield draft.safeFix(`Write ${id.text}`, () => changeId(record, id.text), changeIdField(record)?.filled !== true);
    else if (heading)
      yield draft.safeFix(`Write ${id.text} into the heading`, () => inHeading(record, heading, id.text));
    else
      yield draft.safeFix('Insert a heading with it', () => [
        atBeginning(document, `# ${process.name}: ${id.text}\n\n`),
      ]);
  },
});

/** Into the field that is there and unanswered, else as the first line. */
function changeId(record: ChangeRecord, id: string): DocumentEdit[] {
  const { document } = record;
  const field = changeIdField(record);
  if (!field) {
    const isParagraph = document.scan.blocks[0]?.kind === 'text';
    return [atBeginning(document, `**Change ID**: ${id}\n${isParagraph ? '' : '\n'}`)];
  }
  return overwrite(record, field, id);
}

function changeIdField({ document, answer }: ChangeRecord): Answer | undefined {
  const field = answer(keys.changeId);
  return field?.document === document && field.form !== 'front-matter' ? field : undefined;
}

/** Over the placeholder of the template, else before the words of the heading. */
function inHeading({ document, process }: ChangeRecord, { title }: Heading, id: string): DocumentEdit[] {
  const words = slice(document.text, title);
  const placeholder = idPlaceholder(words, process.identity);
  const span = placeholder
    ? { start: title.start + placeholder.start, end: title.start + placeholder.end }
    : { start: title.start, end: title.start };
  const isEmpty = words === '';
  const newText = placeholder ? id : isEmpty ? `${process.name}: ${id}` : `${id}: `;
  return [{ document, edit: { span, newText } }];
}

/** At the beginning of the first line that is not front matter. */
function atBeginning(document: RecordDocument, newText: string): DocumentEdit {
  const first = document.scan.blocks[0]?.span.start ?? document.text.length;
  const start = document.scan.lines.starts[document.scan.lines.lineAt(first)] ?? first;
  return { document, edit: { span: { start, end: start }, newText } };
}
