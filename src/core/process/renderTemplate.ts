import type { ListItem } from '../markdown/blocks';
import { scan } from '../markdown/scan';
import { overlaps, slice, type Span } from '../text/span';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { findOption } from './findOption';
import { idPlaceholder } from './idPlaceholder';
import { isPlaceholder, placeholders } from './placeholder';
import type { DocumentDefinition, FieldDefinition, FieldTemplate, Process, SectionDefinition } from './process';

/**
 * What to write into a template, by field key; `id` is the ID in the heading. A list gives one item, one person, one
 * table row (without the outer pipes) or one option each; text of more than one line goes below its label as it is.
 * What is empty or undefined leaves the template as it is.
 */
export type FieldValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A new document, and what is left to fill in it. */
export interface RenderedTemplate {
  readonly text: string;
  /** The first thing to fill; undefined if nothing is left. */
  readonly firstBlank: Span | undefined;
  /** All placeholders that are left, in order; not those of options that were not chosen (`Other: ____`). */
  readonly blanks: readonly Span[];
}

/** Thrown by {@link renderTemplate} for a document that the process does not have. */
export class UnknownDocumentError extends Error {
  override readonly name = 'UnknownDocumentError';
  constructor(
    readonly processId: string,
    readonly documentId: string,
  ) {
    super(`The process "${processId}" has no document "${documentId}".`);
  }
}

/** Thrown by {@link renderTemplate} for a value whose key is no field of the document. */
export class UnknownFieldError extends Error {
  override readonly name = 'UnknownFieldError';
  constructor(
    readonly documentId: string,
    readonly key: string,
  ) {
    super(`The document "${documentId}" has no field "${key}".`);
  }
}

/** Thrown by {@link renderTemplate} for an answer to a choice that is none of its options. */
export class UnknownOptionError extends Error {
  override readonly name = 'UnknownOptionError';
  constructor(
    readonly field: FieldDefinition,
    readonly value: string,
  ) {
    super(`${field.label} has no option "${value}".`);
  }
}

/**
 * The text of a new document: its template with the values filled in. Boxes are ticked, lists of options give way to
 * the option, the rows of a table to the rows given; fields of ours are written only where there is a value for them.
 * Every line that no value is for stays as the template has it, byte for byte.
 * @throws UnknownDocumentError, UnknownFieldError, UnknownOptionError; OverlappingEditsError where a list and one of
 * the fields listed in it both get a value.
 */
export function renderTemplate(
  process: Process,
  documentId: DocumentDefinition['id'],
  values: FieldValues,
): RenderedTemplate {
  const document = process.documents.find(({ id }) => id === documentId);
  if (!document) throw new UnknownDocumentError(process.id, documentId);
  const fields = process.fields.filter((field) => field.document === documentId);
  const boxes = boxesOf(document.template);
  const edits = fields.flatMap((field) => {
    const given = linesOf(values[field.key]);
    if (given.length === 0) return [];
    return field.optional ? [insertion(field, given, process)] : answerEdits(field, given, boxes);
  });
  for (const key of Object.keys(values)) {
    if (key !== 'id' && !fields.some((field) => field.key === key)) throw new UnknownFieldError(documentId, key);
  }
  const [id] = linesOf(values['id']);
  const idSpan = id === undefined ? undefined : idPlaceholder(document.template, process.identity);
  if (id !== undefined && idSpan && !edits.some(({ span }) => overlaps(span, idSpan))) {
    edits.push({ span: idSpan, newText: oneLine(id) });
  }
  const blanks = blanksLeft(document, fields, boxes, edits);
  return { text: applyEdits(document.template, edits), firstBlank: blanks[0], blanks };
}

/** The lines of a section in the template of its document, with all that is below it; no line ending at the end. */
export function sectionText(process: Process, section: SectionDefinition): string {
  const document = process.documents.find(({ id }) => id === section.document);
  return document ? slice(document.template, section.span) : '';
}

/** The lines of the template that ask for a field, from its label or heading; no line ending at the end. */
export function fieldText({ template }: FieldDefinition): string {
  return template ? slice(template.text, template.span) : '';
}

/**
 * The lines of the template that ask for a field by boxes, with those of some options ticked.
 * @throws UnknownOptionError
 */
export function tickedText(field: FieldDefinition, values: readonly string[]): string {
  const { template } = field;
  if (!template) return '';
  const edits = ticks(field, values, within(boxesOf(template.text), template.value), template);
  return slice(applyEdits(template.text, edits), {
    start: template.span.start,
    end:
      template.span.end + edits.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0),
  });
}

type BoxItem = ListItem & { readonly box: NonNullable<ListItem['box']> };

function boxesOf(template: string): readonly BoxItem[] {
  return scan(template).blocks.filter((block): block is BoxItem => block.kind === 'item' && block.box !== undefined);
}

function within(boxes: readonly BoxItem[], { start, end }: Span): readonly BoxItem[] {
  return boxes.filter(({ span }) => span.start >= start && span.end <= end);
}

function linesOf(value: string | readonly string[] | undefined): readonly string[] {
  const lines = typeof value === 'string' ? [value] : (value ?? []);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function answerEdits(field: FieldDefinition, given: readonly string[], boxes: readonly BoxItem[]): TextEdit[] {
  const { template, written, answer } = field;
  if (!template) return [];
  if (written === 'boxes') return ticks(field, given, within(boxes, template.value), template);
  if (field.options.length > 0) {
    return [{ span: template.value, newText: given.map((value) => optionLabel(field, value)).join(' | ') }];
  }
  if (isOnLabelLine(template)) return lineAndItems(template, given);
  if (answer === 'table') return [tableRows(template, given)];
  if (answer === 'list' || answer === 'people' || given.length > 1) return [listItems(template, given)];
  return [{ span: template.value, newText: given.join('') }];
}

/**
 * The value on the label's line. Where the template has a list of placeholders below it (`**Files to Create**: N files`,
 * and which), the first value goes on the line and the others are the items.
 */
function lineAndItems({ text, span, value }: FieldTemplate, given: readonly string[]): TextEdit[] {
  const below = { start: value.end, end: span.end };
  const [first = '', ...others] = given;
  const list = /^\s*?\n([ \t]*)- /.exec(slice(text, below));
  if (!list || others.length === 0 || !isPlaceholder(slice(text, below))) {
    return [{ span: value, newText: oneLine(given.join(', ')) }];
  }
  const items = others.map((item) => `\n${list[1] ?? ''}- ${oneLine(item)}`).join('');
  return [
    { span: value, newText: oneLine(first) },
    { span: below, newText: items },
  ];
}

function optionLabel(field: FieldDefinition, value: string): string {
  const found = findOption(field.options, value);
  if (!found) throw new UnknownOptionError(field, value);
  return found.option.label;
}

/** Ticks the boxes of the options, and writes the words behind open ones: `Other: Kiosk firmware`. */
function ticks(
  field: FieldDefinition,
  given: readonly string[],
  boxes: readonly BoxItem[],
  { text }: FieldTemplate,
): TextEdit[] {
  const edits = new Map<BoxItem, TextEdit[]>();
  for (const value of given) {
    const found = findOption(field.options, value);
    const item = found && boxes[field.options.indexOf(found.option)];
    if (!item) throw new UnknownOptionError(field, value);
    const box = { span: item.box.span, newText: '[x]' };
    const open = found.rest === '' ? undefined : placeholders(slice(text, item.content)).at(-1);
    const at = item.content.start;
    const rest = open && { span: { start: at + open.start, end: at + open.end }, newText: oneLine(found.rest) };
    edits.set(item, rest ? [box, rest] : [box]);
  }
  return [...edits.values()].flat();
}

function isOnLabelLine({ text, span, value }: FieldTemplate): boolean {
  return !text.slice(span.start, value.start).includes('\n');
}

/** The heading and its delimiter stay; all rows of the template give way. */
function tableRows({ text, value }: FieldTemplate, rows: readonly string[]): TextEdit {
  const head = slice(text, value).split('\n').slice(0, 2).join('\n');
  const lines = rows.flatMap((row) => row.split('\n')).map((row) => `| ${row.trim()} |`);
  return { span: value, newText: [head, ...lines].join('\n') };
}

/** One item each, numbered if the template's are. Further lines of an item are indented below it. */
function listItems({ text, value }: FieldTemplate, items: readonly string[]): TextEdit {
  const isNumbered = /^\d/.test(slice(text, value));
  const lines = items.map((item, index) => {
    const marker = isNumbered ? `${String(index + 1)}. ` : '- ';
    return marker + item.replace(/\r?\n/g, `\n${' '.repeat(marker.length)}`);
  });
  return { span: value, newText: lines.join('\n') };
}

/** A field of ours gets a line of its own behind the field that it comes after. */
function insertion(field: FieldDefinition, given: readonly string[], process: Process): TextEdit {
  const at = placeBehind(field, process);
  if (field.written === 'boxes') return { span: { start: at, end: at }, newText: `\n\n${tickedText(field, given)}` };
  const value =
    field.options.length > 0 ? given.map((each) => optionLabel(field, each)).join(' | ') : oneLine(given.join(', '));
  const label = field.template ? field.template.text.slice(0, field.template.value.start) : `**${field.label}**: `;
  return { span: { start: at, end: at }, newText: `\n${label}${value}` };
}

function placeBehind(field: FieldDefinition, process: Process): number {
  const seen = new Set<FieldDefinition>();
  let before: FieldDefinition | undefined = field;
  while (before?.optional && !seen.has(before)) {
    seen.add(before);
    before = before.after === undefined ? undefined : process.field(before.after);
  }
  if (before?.template && !before.optional) return before.template.span.end;
  const first = process.fields.find((each) => each.document === field.document && each.section === field.section);
  return first?.template && !first.optional ? first.template.span.end : 0;
}

/** The placeholders that no edit has touched, where they stand after the edits. */
function blanksLeft(
  { template }: DocumentDefinition,
  fields: readonly FieldDefinition[],
  boxes: readonly BoxItem[],
  edits: readonly TextEdit[],
): Span[] {
  const untouched = [
    ...edits.map(({ span }) => span),
    ...fields
      .filter(({ answer, written }) => written === 'boxes' && answer !== 'done')
      .flatMap((field) => (field.template ? within(boxes, field.template.value).map(({ span }) => span) : [])),
  ];
  const left = placeholders(template).filter((blank) => !untouched.some((span) => overlaps(span, blank)));
  return left.map(({ start, end }) => {
    let shift = 0;
    for (const { span, newText } of edits) if (span.end <= start) shift += newText.length - (span.end - span.start);
    return { start: start + shift, end: end + shift };
  });
}
