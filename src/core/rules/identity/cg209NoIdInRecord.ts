import { keys } from '../../process/fieldKeys';
import { finderOf } from '../../record/idAt';
import { idPlaceholder } from '../../process/idPlaceholder';
import type { Heading } from '../../markdown/blocks';
import type { Answer, ChangeRecord, RecordDocument } from '../../record/record';
import { slice, type Span } from '../../text/span';
import { isEmptyRecord } from '../../record/isEmptyRecord';
import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { overwrite } from '../../change/answerEdits';
import type { DocumentEdit } from '../../change/documentEdit';
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
      record.namedIds.length > 0 ||
      isNamedElsewhere(record, id.text)
    )
      return;
    const draft = finding(
      titlePlace(record),
      `The record does not name its ID; ${id.text} is expected ${kind === 'change-record' ? 'in "Change ID"' : 'in its heading'}.`,
    );
    const { heading } = document.root;
    if (kind === 'change-record')
      yield draft.safeFix(`Write ${id.text}`, () => changeId(record, id.text), changeIdField(record)?.filled !== true);
    else if (preamblePlaceholder(record)) yield draft.safeFix(`Write ${id.text}`, () => inPreamble(record, id.text));
    else if (heading)
      yield draft.safeFix(`Write ${id.text} into the heading`, () => inHeading(record, heading, id.text));
    else
      yield draft.safeFix('Insert a heading with it', () => [
        atBeginning(document, `# ${process.name}: ${id.text}\n\n`),
      ]);
  },
});

/** An ID of another kind in the heading, as other tools give them: `RFC-0042`, `CHG0031234`, `CR 17`. */
const otherId = /(?<![\p{L}\p{N}])(?:CR|CHG|CHANGE|RFC|INC|PRB)[-_ #]{0,2}\d/iu;

/** Whether the ID stands anywhere in the record, in whatever words, or another one in the place of it. */
function isNamedElsewhere({ document, process }: ChangeRecord, id: string): boolean {
  const { root, text } = document;
  if (root.heading && otherId.test(root.title)) return true;
  return finderOf(process)
    .in(text)
    .some((mention) => mention.id === id && mention.kind === 'record');
}

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

/** The placeholder of an ID below the heading: `**CR Number**: CR-YYYY-MM-DD-XXX`. */
function preamblePlaceholder({ document, process }: ChangeRecord): Span | undefined {
  const { heading, body } = document.root;
  if (heading && idPlaceholder(slice(document.text, heading.title), process.identity)) return undefined;
  const place = idPlaceholder(slice(document.text, body), process.identity);
  return place && { start: body.start + place.start, end: body.start + place.end };
}

function inPreamble(record: ChangeRecord, id: string): DocumentEdit[] {
  const span = preamblePlaceholder(record);
  return span ? [{ document: record.document, edit: { span, newText: id } }] : [];
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
