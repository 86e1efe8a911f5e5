import type { Block, FieldMark, ListItem, QuoteLine, Table, TextLine } from '../markdown/blocks';
import { readFieldMark, readPlainMark } from '../markdown/fieldMark';
import { comparableName } from '../process/comparableName';
import type { FieldDefinition, SectionDefinition } from '../process/process';
import { slice, trimSpan, type Span } from '../text/span';
import { looksLikeDate } from '../text/writtenDate';
import { optionNamed, type ProcessVocabulary } from './processVocabulary';
import { isApprovalLine } from './approvalLine';
import type { AnswerForm, RecordDocument, Section } from './record';

/** A label that was met in a text, with what stands behind and below it. Whether it is a field, the process decides. */
export interface Mention {
  /** The label as it is compared. */
  readonly name: string;
  readonly label: Span;
  readonly document: RecordDocument;
  /** The section that it stands in; for a heading the section that it heads. */
  readonly section: Section;
  readonly form: Extract<AnswerForm, 'line' | 'item' | 'heading' | 'table'>;
  /** What stands behind the label on its line; for a heading empty, but for `## Status: APPROVED`. */
  readonly inline: Span;
  /** What stands below it and belongs to it. */
  readonly below: readonly Block[];
  /** `Label: value` without bold: believed only where nothing better is found. */
  readonly plain: boolean;
  /** It stands inside a numbered or nested list, where labels recur (the risks). */
  readonly nested: boolean;
}

type Known = ReadonlyMap<string, readonly FieldDefinition[]>;

/** All labels of a text that the vocabulary knows, in the order of the text. Linear in the text. */
export function mentionsOf(document: RecordDocument, { labels }: ProcessVocabulary): Mention[] {
  const mentions: Mention[] = [];
  for (const section of [document.root, ...document.sections]) {
    if (section.heading && section !== document.root) mentions.push(...headingMention(section, labels));
    collect(section, labels, mentions);
  }
  return mentions;
}

/** Whether a label is the heading of a section of the template that is not the field's own: "Description". */
export function isContainer({ form, section }: Mention, own: SectionDefinition | undefined): boolean {
  return form === 'heading' && section.definition !== undefined && section.definition !== own;
}

/** `## Status` with its answer below, `## Status: APPROVED` with its answer beside it. */
function headingMention(section: Section, known: Known): Mention[] {
  const { document, heading, name } = section;
  if (!heading) return [];
  const hasValue = heading.style === 'atx' && !known.has(name);
  const mark = hasValue ? readPlainMark(document.text, heading.title.start, heading.title.end) : undefined;
  const label = known.has(name)
    ? heading.title
    : mark && known.has(nameOf(mark, document.text))
      ? mark.label
      : undefined;
  if (!label) return [];
  const end = section.body.start;
  return [
    {
      name: comparableName(slice(document.text, label)),
      label,
      document,
      section,
      form: 'heading',
      inline: mark?.value ?? { start: end, end },
      below: section.blocks,
      plain: false,
      nested: false,
    },
  ];
}

function collect(section: Section, known: Known, mentions: Mention[]): void {
  const { document, blocks } = section;
  const { text } = document;
  const labels = labelsOf(blocks, text, known);
  // What was meant as front matter is YAML, which is not read as text.
  if (section === document.root && document.scan.frontMatter?.closed === false) return;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.kind === 'table') {
      collectRows(block, section, known, mentions);
    } else if (block?.kind === 'quote') {
      // Elsewhere a quote is what somebody else said.
      if (section === document.root) collectQuoted(block, section, known, mentions);
    } else if (block?.kind === 'text' || block?.kind === 'item') {
      const field = labels[index];
      const fields = fieldsInRow(field ?? block.field, text, known) ?? (field ? [field] : []);
      if (fields.length === 0) continue;
      // What stands below a row of fields goes on with the last one.
      const below = belowField(blocks, labels, index, block);
      const last = fields.at(-1);
      for (const each of fields) mentions.push(lineMention(each, section, block, each === last ? below : []));
    }
  }
}

/** A label and the name that it goes by. */
interface NamedMark extends FieldMark {
  readonly name: string;
}

/** The label of each piece of a section that begins with one that is known. */
function labelsOf(blocks: readonly Block[], text: string, known: Known): (NamedMark | undefined)[] {
  let before: FieldMark | TextLine | undefined;
  return blocks.map((block) => {
    if (block.kind !== 'text' && block.kind !== 'item') {
      before = undefined;
      return undefined;
    }
    const bold = block.field ?? loneLabel(block, text);
    const mark = bold ?? (block.kind === 'item' ? plainItem(block, text) : plainLine(block, text, before, known));
    before = block.kind === 'text' ? (mark ?? block) : undefined;
    if (!mark) return undefined;
    const name = nameOf(mark, text);
    return known.has(name) ? { name, label: mark.label, note: mark.note, value: mark.value } : undefined;
  });
}

function lineMention(field: NamedMark, section: Section, block: ListItem | TextLine, below: readonly Block[]): Mention {
  const { document } = section;
  const { name, label, value } = field;
  return {
    name,
    label,
    document,
    section,
    form: block.kind === 'item' ? 'item' : 'line',
    inline: value,
    below,
    plain: block.field === undefined,
    nested: block.indent > 1 || (block.kind === 'item' && block.number !== undefined),
  };
}

/** Whether a label stands between marks of bold. */
function isBold({ start }: Span, text: string): boolean {
  const before = text.charCodeAt(start - 1);
  return before === 42 || before === 95;
}

function nameOf({ label }: FieldMark, text: string): string {
  return comparableName(slice(text, label));
}

/** A row of fields is no longer than this, in UTF-16 code units. */
const longestRow = 500;

/**
 * `**Status**: DRAFT | **Priority**: P1`, `Status: DRAFT · Priority: P1`: the fields of one line, at least two; undefined
 * for any other line. A label in bold begins a field whatever it is; words alone only where the process knows them.
 */
function fieldsInRow(first: FieldMark | undefined, text: string, known: Known): NamedMark[] | undefined {
  if (!first) return undefined;
  const { start, end } = first.value;
  if (end - start > longestRow || !hasBar(text, first.value)) return undefined;
  const bars = [...slice(text, first.value).matchAll(/(?:^|\s)[|·•]\s+/g)];
  if (bars.length === 0) return undefined;
  const fields = [first];
  for (const { 0: bar, index } of bars) {
    const from = start + index + bar.length;
    const bold = readFieldMark(text, from, end);
    const field = bold ?? readPlainMark(text, from, end);
    if (!field || (!bold && !known.has(nameOf(field, text)))) return undefined;
    const before = fields.pop();
    const value = before && trimSpan(text, { start: before.value.start, end: start + index });
    // What is empty has no place of its own to be written in.
    if (!value || value.end <= value.start) return undefined;
    fields.push({ ...before, value }, field);
  }
  return fields.map((field) => ({ ...field, name: nameOf(field, text) })).filter(({ name }) => known.has(name));
}

/** Whether there is a character that may part the fields of a row: `|`, `·` or `•`. */
function hasBar(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 124 || code === 183 || code === 8226) return true;
  }
  return false;
}

/** `> **Status:** APPROVED`, `> Status: APPROVED`. */
function collectQuoted({ span }: QuoteLine, section: Section, known: Known, mentions: Mention[]): void {
  const { document } = section;
  const { text } = document;
  let start = span.start;
  while (start < span.end && /[>\s]/.test(text.charAt(start))) start++;
  if (/^[-*+]\s/.test(text.slice(start, start + 2))) start += 2;
  const { end } = trimSpan(text, { start, end: span.end });
  const first = readFieldMark(text, start, end) ?? readPlainMark(text, start, end);
  if (!first || !known.has(nameOf(first, text))) return;
  for (const field of fieldsInRow(first, text, known) ?? [first]) {
    mentions.push({
      name: nameOf(field, text),
      label: field.label,
      document,
      section,
      form: 'line',
      inline: field.value,
      below: [],
      plain: !isBold(field.label, text),
      nested: false,
    });
  }
}

/**
 * A table of labels and values: `| Label | value |` (reading 12), also with a column of notes behind it or two pairs in a
 * row, or a header of labels above one row of values.
 */
function collectRows(table: Table, section: Section, known: Known, mentions: Mention[]): void {
  for (const [label, value] of pairsOf(table, section.document.text, known)) {
    const { document } = section;
    mentions.push({
      name: nameOfCell(document.text, label),
      label,
      document,
      section,
      form: 'table',
      inline: value,
      below: [],
      plain: false,
      nested: false,
    });
  }
}

function pairsOf(table: Table, text: string, known: Known): (readonly [Span, Span])[] {
  const { header, rows } = table;
  const columns = header.cells.length;
  if (columns < 2 || (columns > 4 && rows.length !== 1)) return [];
  const isKnown = (cell: Span | undefined): cell is Span => cell !== undefined && known.has(nameOfCell(text, cell));
  const [only] = rows;
  if (rows.length === 1 && only && header.cells.every(isKnown)) {
    // A table of people has names.
    if (header.cells.some((cell) => nameOfCell(text, cell) === 'name')) return [];
    return header.cells.flatMap((label, index) => {
      const value = only.cells[index];
      return value ? [[label, value] as const] : [];
    });
  }
  const second = header.cells[1];
  const isList = columns === 2 || (columns === 3 && second && valueNames.has(nameOfCell(text, second)));
  const isHead = second !== undefined && columnNames.has(nameOfCell(text, second));
  const all = isHead && rows.length > 0 ? rows : [header, ...rows];
  const mayBePairs = columns === 4 && (isKnown(header.cells[0]) || isKnown(only?.cells[0]));
  const labels = mayBePairs ? all.flatMap(({ cells }) => [cells[0], cells[2]]) : [];
  const isPairs = labels.length > 0 && labels.filter(isKnown).length * 2 >= labels.length;
  if (!isList && !isPairs) return [];
  return all.flatMap(({ cells }) =>
    [0, ...(isPairs ? [2] : [])].flatMap((at) => {
      const [label, value] = [cells[at], cells[at + 1]];
      return isKnown(label) && value ? [[label, value] as const] : [];
    }),
  );
}

/** What people head a column of values with. */
const valueNames: ReadonlySet<string> = new Set(['value', 'details', 'detail', 'answer', 'description', 'entry']);

/** What heads a second column of other things: `| Status | Meaning |`. */
const columnNames: ReadonlySet<string> = new Set([
  ...valueNames,
  'meaning',
  'definition',
  'explanation',
  'notes',
  'note',
  'comment',
  'comments',
  'count',
  'when',
  'who',
  'owner',
  'action',
  'next',
]);

function nameOfCell(text: string, cell: Span): string {
  return comparableName(slice(text, cell));
}

/** `**Label**` alone on its line, without a colon: a bold line used as a heading, whose value is what stands below it. */
function loneLabel(block: ListItem | TextLine, text: string): FieldMark | undefined {
  const { start, end } = block.kind === 'item' ? block.content : block.span;
  const mark = text.charCodeAt(start);
  if ((mark !== 42 && mark !== 95) || text.charCodeAt(end - 1) !== mark) return undefined;
  if (end - start > 80 || (block.kind === 'item' ? block.box : block.continues)) return undefined;
  if (end - start < 5 || text.charCodeAt(start + 1) !== mark || text.charCodeAt(end - 2) !== mark) return undefined;
  for (let at = start + 2; at < end - 2; at++) if (text.charCodeAt(at) === mark) return undefined;
  return { label: { start: start + 2, end: end - 2 }, note: undefined, value: { start: end, end } };
}

/** A list item `Label: value` whose label is not bold, as in `- Systems affected: [List]`. */
function plainItem({ box, content }: ListItem, text: string): FieldMark | undefined {
  return box ? undefined : readPlainMark(text, content.start, content.end);
}

/**
 * A line `Label: value` whose label is not bold. It begins a paragraph or follows such a line, or its value answers the
 * field: "Impact: we lose a day" in the middle of a paragraph is prose. The line below an empty label is its value.
 */
function plainLine(
  block: TextLine,
  text: string,
  before: FieldMark | TextLine | undefined,
  known: Known,
): FieldMark | undefined {
  const { start, end } = block.span;
  if (block.indent > 3) return undefined;
  const mark = readPlainMark(text, start, end);
  if (!mark || !block.continues) return mark;
  if (before && 'label' in before)
    return before.value.end > before.value.start || !isBold(before.label, text) ? mark : undefined;
  const names = known.get(nameOf(mark, text));
  if (!names) return undefined;
  // "Approved by Dana Field on 2026-02-10" is followed by labels as a label is.
  if (before && isApprovalLine(text.slice(before.span.start, before.span.start + 80))) return mark;
  const value = slice(text, mark.value);
  const isAnswer = names.some(({ answer, options }) =>
    answer === 'date' || answer === 'date-time' ? looksLikeDate(value) : optionNamed(value, options) !== undefined,
  );
  return isAnswer ? mark : undefined;
}

/** What belongs to a field: everything down to the next label or item of its own rank, or a thematic break. */
function belowField(
  blocks: readonly Block[],
  labels: readonly (NamedMark | undefined)[],
  index: number,
  owner: ListItem | TextLine,
): Block[] {
  const below: Block[] = [];
  for (let next = index + 1; next < blocks.length; next++) {
    const block = blocks[next];
    if (!block || block.kind === 'break' || block.kind === 'heading') break;
    if (owner.kind === 'item') {
      if (block.kind === 'item' && block.indent <= owner.indent) break;
      if (block.kind === 'text' && block.indent < owner.contentIndent && !block.continues) break;
      if (block.kind === 'table') break;
    }
    if (block.kind === 'text' && (block.field ?? labels[next])) break;
    below.push(block);
  }
  return below;
}
