import { placeholders } from '../process/placeholder';
import type { DocumentDefinition, SectionDefinition } from '../process/process';
import { renderTemplate } from '../process/renderTemplate';
import type { ChangeRecord } from '../record/record';
import { insertSection, relevelled } from '../change/insertion';
import { LineIndex } from '../text/lineIndex';
import { slice, type Span } from '../text/span';
import { applyEdits, lineEndingAt, type TextEdit } from '../text/textEdit';
import { editStep, type Change } from '../change/change';
import { documentValues, isBranchPlaceholder, type DocumentFacts } from './documentFacts';

/** The documents that can be added to a record. */
export type AddedDocumentId = 'impact-assessment' | 'implementation-plan';

/** How a document is kept: in the record, or in a file beside it (reading 14). */
export type DocumentForm = 'section' | 'companion';

/** What {@link addDocument} works with. */
export interface AddDocumentOptions {
  readonly as: DocumentForm;
  readonly facts: DocumentFacts;
}

/** A place in a file of the workspace. */
export interface FilePlace {
  readonly path: string;
  readonly span: Span;
}

/** What became of the wish to add a document. */
export type AddedDocument =
  | { readonly kind: 'change'; readonly change: Change }
  /** It is there already, as a section, a companion file or a link. */
  | { readonly kind: 'exists'; readonly place: FilePlace }
  /** One sentence for people. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Where a document of a record is, in any of its forms (reading 14); undefined if it has none. */
export function placeOfDocument(record: ChangeRecord, documentId: AddedDocumentId): FilePlace | undefined {
  const part = record.parts.find(({ id }) => id === documentId);
  if (part?.section) {
    const { document, heading, span } = part.section;
    return { path: document.path, span: heading?.title ?? span };
  }
  const [companion] = part?.companions ?? [];
  if (companion) return { path: companion.path, span: companion.root.heading?.title ?? { start: 0, end: 0 } };
  if (part?.link) return { path: part.link.document.path, span: part.link.span };
  // A change record has them as fields of its own (reading 43).
  const field = record.process.documents.some(({ id }) => id === documentId) ? undefined : record.answer(documentId);
  return field && { path: field.document.path, span: field.label };
}

/**
 * Adds the impact assessment or the implementation plan to a record, complete as in the template, with what is known
 * filled in: as a section where the order of the template has it, or as a companion file with a link in that place.
 */
export function addDocument(
  record: ChangeRecord,
  documentId: AddedDocumentId,
  { as, facts }: AddDocumentOptions,
): AddedDocument {
  const place = placeOfDocument(record, documentId);
  if (place) return { kind: 'exists', place };
  const definition = record.process.documents.find(({ id }) => id === documentId);
  const section = definition?.sections[0];
  if (!definition || !section) {
    const name = documentId.replace('-', ' ');
    return { kind: 'refused', reason: `A ${record.process.name.toLowerCase()} has no ${name} of its own.` };
  }
  const rendered = renderedText(record, definition, facts);
  const title = `Add ${section.heading} to ${record.id?.text ?? record.path}`;
  return as === 'section'
    ? asSection(record, section, rendered, title)
    : asCompanion(record, documentId, section, rendered, title);
}

/** A document as it is to be written, with the levels of its template, and the first thing that is left to fill. */
interface Rendered {
  readonly text: string;
  readonly blank: Span | undefined;
}

function renderedText(record: ChangeRecord, { id }: DocumentDefinition, facts: DocumentFacts): Rendered {
  const { text, blanks } = renderTemplate(record.process, id, documentValues(record, id, facts));
  const { branch } = facts;
  if (branch === undefined) return { text, blank: blanks[0] };
  const edits = placeholders(text)
    .filter((span) => isBranchPlaceholder(slice(text, span)))
    .map((span): TextEdit => ({ span, newText: branch }));
  const blank = blanks.find((span) => !edits.some((edit) => edit.span.start === span.start));
  const moved = edits
    .filter(({ span }) => blank !== undefined && span.end <= blank.start)
    .reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  return {
    text: applyEdits(text, edits),
    blank: blank && { start: blank.start + moved, end: blank.end + moved },
  };
}

const hidden: AddedDocument = {
  kind: 'refused',
  reason: 'A code block or a comment of the record is not closed; what is added would be hidden in it.',
};

function asSection(record: ChangeRecord, section: SectionDefinition, rendered: Rendered, title: string): AddedDocument {
  const [insertion] = insertSection(record, section, rendered.text);
  if (!insertion) return hidden;
  const { document } = insertion;
  const edit = separated(insertion.edit, document.text);
  const after = applyEdits(document.text, [edit]);
  const blank = rendered.blank && blankAfter(rendered.text, rendered.blank, after, edit);
  const reveal = { path: document.path, span: blank ?? { start: edit.span.start, end: edit.span.start } };
  return { kind: 'change', change: { title, steps: editStep(document, [edit]), reveal } };
}

/** At the end of a record whose sections are separated by lines, one more is due. */
function separated({ span, newText }: TextEdit, text: string): TextEdit {
  const isLast = newText.startsWith('\n\n#') && text.slice(span.start).trim() === '';
  return { span, newText: isLast && /^---\r?$/m.test(text) ? `\n\n---${newText}` : newText };
}

/** Where a blank of the text that was inserted stands in the record: on the same line of it, in the same column. */
function blankAfter(inserted: string, blank: Span, after: string, { span, newText }: TextEdit): Span {
  const own = LineIndex.of(inserted);
  const all = LineIndex.of(after);
  const first = all.lineAt(span.start) + newText.slice(0, Math.max(0, newText.indexOf('#'))).split('\n').length - 1;
  const { line, character } = own.positionAt(blank.start);
  const start = all.offsetAt({ line: first + line, character });
  return { start, end: start + blank.end - blank.start };
}

const suffixes: Readonly<Record<AddedDocumentId, string>> = {
  'impact-assessment': 'IMPACT-ASSESSMENT',
  'implementation-plan': 'IMPLEMENTATION-PLAN',
};

function asCompanion(
  record: ChangeRecord,
  documentId: AddedDocumentId,
  section: SectionDefinition,
  { text, blank }: Rendered,
  title: string,
): AddedDocument {
  const { id, document } = record;
  if (!id) return { kind: 'refused', reason: 'The name of the record is no ID, and a companion is named after it.' };
  const name = `${id.text}-${suffixes[documentId]}`;
  const heading = '#'.repeat(section.level);
  const [link] = insertSection(record, section, `${heading} ${section.heading}\n\n[${name}](${name}.md)`);
  if (!link) return hidden;
  const own = companionText(text, section, id.text);
  const ending = lineEndingAt(document.text, 0);
  const path = `${document.path.slice(0, document.path.lastIndexOf('/') + 1)}${name}.md`;
  const written = ending === '\n' ? own : own.replaceAll('\n', ending);
  const lines = LineIndex.of(written);
  const at = blank && LineIndex.of(text).positionAt(blank.start);
  const start = at ? lines.offsetAt(at) : 0;
  return {
    kind: 'change',
    change: {
      title,
      steps: [{ kind: 'create', path, text: written }, ...editStep(document, [separated(link.edit, document.text)])],
      reveal: { path, span: { start, end: start + (blank ? blank.end - blank.start : 0) } },
    },
  };
}

/** A companion is a document of its own: its title is an H1 that names the record, its sections are one level up. */
function companionText(text: string, section: SectionDefinition, id: string): string {
  const raised = relevelled(text, 1 - section.level).trimEnd();
  const end = raised.search(/\n|$/);
  return `${raised.slice(0, end)}: ${id}${raised.slice(end)}\n`;
}
