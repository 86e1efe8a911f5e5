import { keys } from '../../process/fieldKeys';
import { idPlaceholder } from '../../process/idPlaceholder';
import type { Process } from '../../process/process';
import type { ChangeRecord } from '../../record/record';
import { contains, slice } from '../../text/span';
import type { TextEdit } from '../../text/textEdit';
import type { Drift, DriftFinder } from './drift';
import { insertedLine } from './insertedLine';

/**
 * `# ID`, `# ID: title` and `# ID – title` become `# Change Request: ID`, and the title goes to the Title field
 * (reading 4). Only where the template has such a heading, and a place for the title.
 */
export const titleHeading: DriftFinder = function* (record, document) {
  const { heading } = document.root;
  const { headingId, process, title } = record;
  if (document !== record.document || heading?.style !== 'atx' || !headingId) return;
  if (headingId.document !== document || !contains(heading.title, headingId.span)) return;
  const wanted = headingOf(process, headingId.text);
  if (wanted === undefined || slice(document.text, heading.title) === wanted) return;
  const edit: TextEdit = { span: heading.title, newText: wanted };
  if (!title || !contains(heading.title, title.span)) {
    yield { edits: [edit] };
    return;
  }
  const moved = movedTitle(record, slice(document.text, title.span));
  if (moved) yield { ...moved, edits: [edit, ...moved.edits] };
};

/** The H1 of the template with an ID in it, without its mark. */
function headingOf(process: Process, id: string): string | undefined {
  const template = process.documents.find((each) => each.id === 'record')?.template ?? '';
  const line = /^# (.*)/.exec(template)?.[1] ?? '';
  const place = idPlaceholder(line, process.identity);
  return place && line.slice(0, place.start) + id + line.slice(place.end);
}

/** Writes the title where the template has it: over its placeholder, or on a line of its own. */
function movedTitle(record: ChangeRecord, title: string): Drift | undefined {
  const field = record.process.field(keys.title);
  if (!field) return undefined;
  const answer = record.answer(keys.title);
  if (!answer) return insertedLine(record, field, title);
  if (answer.document !== record.document || answer.form === 'front-matter' || answer.filled) return undefined;
  // "TBD" is no title, but a word of the writer's own.
  if (answer.text !== '' && answer.text !== field.placeholder) return undefined;
  const isTouching =
    answer.span.start === answer.span.end && /[^ \t]/.test(record.document.text.charAt(answer.span.start - 1));
  return { edits: [{ span: answer.span, newText: isTouching ? ` ${title}` : title }], givesUp: answer.text };
}
