import { scan } from '../markdown/scan';
import { sectionText, fieldText } from '../process/renderTemplate';
import type { FieldDefinition, SectionDefinition } from '../process/process';
import type { Answer, ChangeRecord, Place, RecordDocument, Section } from '../record/record';
import { applyEdits } from '../text/textEdit';
import { once } from '../record/facts';
import type { DocumentEdit } from './documentEdit';
import { sectionsByDefinition } from '../record/sectionsByDefinition';

/** Where something of the template belongs in a record that does not have it. */
interface Home {
  readonly document: RecordDocument;
  /** The end of what it stands behind, or the beginning of what it stands before. */
  readonly offset: number;
  readonly side: 'behind' | 'before';
}

/**
 * The edits that insert a section as the template has it, or with what is known already: `text` has the template's
 * levels. None where the text of the record would hide it.
 */
export function insertSection(
  record: ChangeRecord,
  section: SectionDefinition,
  text = sectionText(record.process, section),
): DocumentEdit[] {
  const home = homeOf(record, section);
  const found = sectionsByDefinition(record);
  const level = levelOf(section, record, found);
  return insert(home, relevelled(text.replace(/\s*\n---\s*$/, '').trimEnd(), level - section.level));
}

/** Whether {@link insertSection} has edits; cheap where no fence or comment is open. */
export function canInsertSection(record: ChangeRecord, section: SectionDefinition): boolean {
  return !hasOpenEnd(record) || insertSection(record, section).length > 0;
}

/** Whether {@link insertField} has edits; cheap where no fence or comment is open. */
export function canInsertField(record: ChangeRecord, field: FieldDefinition, within: Section | undefined): boolean {
  const isInsertable = field.template !== undefined || (field.written === 'prose' && field.section !== undefined);
  return isInsertable && (!hasOpenEnd(record) || insertField(record, field, within).length > 0);
}

/** The level of the sections beside it; a document that is a section stands beside those of the record. */
function levelOf(
  section: SectionDefinition,
  record: ChangeRecord,
  found: ReadonlyMap<SectionDefinition, Section>,
): number {
  const beside = section.parent ? [] : record.process.sections.filter(({ parent }) => parent === undefined);
  const sibling = [...siblingsOf(record, section), ...beside].find((each) => isInRecord(found.get(each)));
  return (sibling && found.get(sibling)?.level) ?? levelBelow(section, found);
}

/** What a companion is as a whole has the level of its title, which is nobody's sibling. */
function isInRecord(section: Section | undefined): boolean {
  return section !== undefined && section !== section.document.root;
}

/** As far below its parent as in the template; never an H1, which is the title. */
function levelBelow({ parent, level }: SectionDefinition, found: ReadonlyMap<SectionDefinition, Section>): number {
  const home = parent && found.get(parent);
  return home ? Math.max(2, home.level + level - parent.level) : level;
}

/** The edits that add lines at the end of a document; none where the text would hide them. */
export function insertAtEnd(document: RecordDocument, lines: string): DocumentEdit[] {
  return insert({ document, offset: document.text.length, side: 'behind' }, lines);
}

/** Where a section would be inserted, for a cursor. */
export function placeForSection(record: ChangeRecord, section: SectionDefinition): Place {
  const { document, offset } = homeOf(record, section);
  return { document, span: { start: offset, end: offset } };
}

/**
 * The edits that insert the lines of the template that ask for a field, or with what is known already: behind the field
 * that comes before it there. `within` is the section that it belongs to. None where the text would hide them.
 */
export function insertField(
  record: ChangeRecord,
  field: FieldDefinition,
  within: Section | undefined,
  lines = fieldText(field),
): DocumentEdit[] {
  if (field.written === 'prose' && field.section) return insertSection(record, field.section);
  const { template } = field;
  if (lines === '' || !template) return [];
  const before = answerBefore(record, field, within);
  if (before?.form === 'heading') {
    const section = before.document.sections.find(({ heading }) => heading?.title.start === before.label.start);
    if (section) {
      const value = lines.slice(template.value.start - template.span.start).trim();
      const text = `${'#'.repeat(section.level)} ${field.label}\n\n${value}`;
      return insert({ document: before.document, offset: section.span.end, side: 'behind' }, text);
    }
  }
  if (before) {
    const isOneParagraph =
      !/\n\s*\n$/.test(template.text.slice(0, template.span.start)) && before.form !== 'next-lines';
    const offset = Math.max(before.label.end, before.span.end);
    return insert({ document: before.document, offset, side: 'behind' }, lines, isOneParagraph ? '\n' : '\n\n');
  }
  const section = within ?? record.document.root;
  const last = section === record.document.root ? section.blocks.findLast(({ kind }) => kind !== 'break') : undefined;
  const offset = last?.span.end ?? section.heading?.span.end;
  return offset === undefined
    ? insert({ document: section.document, offset: section.body.start, side: 'before' }, lines)
    : insert({ document: section.document, offset, side: 'behind' }, lines);
}

/**
 * The nearest field before this one in the template that the record has, or the label of the list it stands in. A
 * field of ours stands behind the one that it comes after.
 */
function answerBefore(record: ChangeRecord, field: FieldDefinition, within: Section | undefined): Answer | undefined {
  const { process, answer } = record;
  if (field.optional) {
    const before = field.after === undefined ? undefined : process.field(field.after);
    const found = before && answer(before.key);
    if (found && found.form !== 'front-matter' && found.form !== 'table' && (!within || isInside(found, within)))
      return found;
    return before && answerBefore(record, before, within);
  }
  const siblings = process.fields.filter(
    ({ section, document, optional }) => section === field.section && document === field.document && !optional,
  );
  for (const sibling of siblings.slice(0, Math.max(0, siblings.indexOf(field))).reverse()) {
    const isPeer = sibling.group === field.group || sibling.key === field.group;
    const found = isPeer ? answer(sibling.key) : undefined;
    if (!found || found.form === 'front-matter' || found.form === 'table') continue;
    if (within && !isInside(found, within)) continue;
    return sibling.key === field.group ? { ...found, span: found.label, form: 'line' } : found;
  }
  return undefined;
}

function isInside({ document, label }: Answer, within: Section): boolean {
  return document === within.document && label.start >= within.span.start && label.end <= within.span.end;
}

function siblingsOf({ process }: ChangeRecord, section: SectionDefinition): SectionDefinition[] {
  const siblings = process.sections.filter(
    ({ parent, document }) => parent === section.parent && document === section.document,
  );
  const index = siblings.indexOf(section);
  return [...siblings.slice(0, index).reverse(), ...siblings.slice(index + 1)];
}

/** Behind the section that comes before it in the template; a document that is a section goes before later ones. */
function homeOf(record: ChangeRecord, section: SectionDefinition): Home {
  const { process, document } = record;
  const found = sectionsByDefinition(record);
  const all = process.sections.filter((each) => each.parent === section.parent && each.document === section.document);
  const previous = all
    .slice(0, all.indexOf(section))
    .reverse()
    .map((each) => found.get(each))
    .find((each) => each !== undefined && each !== each.document.root);
  if (previous) return { document: previous.document, offset: previous.span.end, side: 'behind' };
  const parent = section.parent && found.get(section.parent);
  if (parent) {
    const [child] = parent.children;
    return child
      ? { document: parent.document, offset: child.span.start, side: 'before' }
      : { document: parent.document, offset: parent.span.end, side: 'behind' };
  }
  const ranks = process.documents.map(({ id }) => id);
  const rank = ranks.indexOf(section.document);
  const next = document.sections.find(
    ({ definition, parent: above }) =>
      definition !== undefined &&
      (above === document.root || above === undefined) &&
      (ranks.indexOf(definition.document) > rank ||
        (definition.document === section.document && all.indexOf(definition) > all.indexOf(section))),
  );
  return next
    ? { document, offset: next.span.start, side: 'before' }
    : { document, offset: document.text.length, side: 'behind' };
}

/** Inserts lines with a blank line (or what `gap` says) around them, where nothing hides them. */
function insert({ document, offset, side }: Home, lines: string, gap: '\n' | '\n\n' = '\n\n'): DocumentEdit[] {
  const { text } = document;
  if (isHidden(document, offset)) return [];
  const at = side === 'before' ? offset : endOfLine(text, text.slice(0, offset).trimEnd().length);
  const edit = (newText: string): DocumentEdit[] => [{ document, edit: { span: { start: at, end: at }, newText } }];
  if (side === 'before') return edit(`${lines}\n\n`);
  if (text.slice(0, at).trim() === '') return edit(lines);
  const rest = text.slice(at);
  if (gap === '\n\n' && rest.trim() !== '' && isBehindBreak(text, at)) return edit(`\n\n${lines}\n\n---`);
  const isFollowed = rest.trim() !== '' && !/^(?:\r\n|\r(?!\n)|\n)[ \t]*(?:[\r\n]|$)/.test(rest);
  return edit(`${gap}${lines}${isFollowed && gap === '\n\n' ? '\n' : ''}`);
}

/** Sections that are separated by lines stay so. */
function isBehindBreak(text: string, at: number): boolean {
  return /(?:^|[\r\n])---$/.test(text.slice(Math.max(0, at - 5), at));
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end < 0 ? text.length : offset + end;
}

/** Whether an open fence or comment reaches over a place. */
function isHidden(document: RecordDocument, offset: number): boolean {
  return openBlocks(document).some(
    ({ span }) => span.start < offset && document.text.slice(span.end, offset).trim() === '',
  );
}

const openBlocks = once(({ scan }: RecordDocument) =>
  scan.blocks.filter((block) => (block.kind === 'fence' || block.kind === 'html') && !block.closed),
);

/** Whether a fence or comment is open that may hide what is inserted. */
export function hasOpenEnd({ documents }: ChangeRecord): boolean {
  return documents.some((document) => openBlocks(document).length > 0);
}

/** The text with its headings a number of levels deeper; what only looks like a heading, in a fence, stays. */
export function relevelled(text: string, deeper: number): string {
  if (deeper === 0) return text;
  const edits = scan(text).blocks.flatMap((block) => {
    if (block.kind !== 'heading' || block.style !== 'atx') return [];
    const level = Math.min(6, Math.max(1, block.level + deeper));
    const start = text.indexOf('#', block.span.start);
    return [{ span: { start, end: start + block.level }, newText: '#'.repeat(level) }];
  });
  return applyEdits(text, edits);
}
