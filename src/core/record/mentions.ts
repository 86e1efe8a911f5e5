import type { Block, FieldMark, ListItem, Table, TextLine } from '../markdown/blocks';
import { readFieldMark } from '../markdown/fieldMark';
import { comparableName } from '../process/comparableName';
import { slice, trimSpan, type Span } from '../text/span';
import type { ProcessVocabulary } from './processVocabulary';
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
  /** What stands behind the label on its line; empty for a heading. */
  readonly inline: Span;
  /** What stands below it and belongs to it. */
  readonly below: readonly Block[];
  /** A list item "Label: value" without bold: believed only where nothing better is found. */
  readonly plain: boolean;
  /** It stands inside a numbered or nested list, where labels recur (the risks). */
  readonly nested: boolean;
}

/** All labels of a text that the vocabulary knows, in the order of the text. Linear in the text. */
export function mentionsOf(document: RecordDocument, { fields }: ProcessVocabulary): Mention[] {
  const mentions: Mention[] = [];
  for (const section of [document.root, ...document.sections]) {
    const { heading, name } = section;
    if (heading && section !== document.root && fields.has(name))
      mentions.push(headingMention(name, heading.title, section));
    collect(section, fields, mentions);
  }
  return mentions;
}

function headingMention(name: string, label: Span, section: Section): Mention {
  const end = section.body.start;
  return {
    name,
    label,
    document: section.document,
    section,
    form: 'heading',
    inline: { start: end, end },
    below: section.blocks,
    plain: false,
    nested: false,
  };
}

function collect(section: Section, known: ReadonlyMap<string, unknown>, mentions: Mention[]): void {
  const { document, blocks } = section;
  const { text } = document;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.kind === 'table') {
      collectRows(block, section, known, mentions);
    } else if (block?.kind === 'text' || block?.kind === 'item') {
      const field = block.field ?? loneLabel(block, text) ?? plainField(block, text);
      const name = field && nameOf(field, text);
      if (!field || name === undefined || !known.has(name)) continue;
      const below = belowField(document, blocks, index, block, known);
      const inRow = block.field && fieldsInRow(block.field, text, known);
      if (!inRow) mentions.push(lineMention(name, field, section, block, below));
      // What stands below goes on with the last one.
      else
        for (const each of inRow)
          mentions.push(lineMention(nameOf(each, text), each, section, block, each === inRow.at(-1) ? below : []));
    }
  }
}

function lineMention(
  name: string,
  { label, value }: FieldMark,
  section: Section,
  block: ListItem | TextLine,
  below: readonly Block[],
): Mention {
  return {
    name,
    label,
    document: section.document,
    section,
    form: block.kind === 'item' ? 'item' : 'line',
    inline: value,
    below,
    plain: block.field === undefined,
    nested: block.indent > 1 || (block.kind === 'item' && block.number !== undefined),
  };
}

function nameOf({ label }: FieldMark, text: string): string {
  return comparableName(slice(text, label));
}

/** A row of fields is no longer than this, in UTF-16 code units. */
const longestRow = 500;

/**
 * `**Status**: DRAFT | **Priority**: P1`: the fields of one line, at least two; undefined for any other line. Each of the
 * labels is one of the process, so that bold words in an answer stay a part of it.
 */
function fieldsInRow(first: FieldMark, text: string, known: ReadonlyMap<string, unknown>): FieldMark[] | undefined {
  const { start, end } = first.value;
  if (end - start > longestRow || !hasBar(text, first.value)) return undefined;
  const bars = [...slice(text, first.value).matchAll(/(?:^|\s)[|·•]\s+(?=\*\*|__)/g)];
  if (bars.length === 0) return undefined;
  const fields = [first];
  for (const { 0: bar, index } of bars) {
    const field = readFieldMark(text, start + index + bar.length, end);
    if (!field || !known.has(nameOf(field, text))) return undefined;
    const before = fields.pop();
    const value = before && trimSpan(text, { start: before.value.start, end: start + index });
    // What is empty has no place of its own to be written in.
    if (!value || value.end <= value.start) return undefined;
    fields.push({ ...before, value }, field);
  }
  return fields;
}

/** Whether there is a character that may part the fields of a row: `|`, `·` or `•`. */
function hasBar(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 124 || code === 183 || code === 8226) return true;
  }
  return false;
}

/** `| Label | value |`: a table of two columns is a list of fields (reading 12). */
function collectRows(table: Table, section: Section, known: ReadonlyMap<string, unknown>, mentions: Mention[]): void {
  if (table.header.cells.length !== 2) return;
  for (const row of [table.header, ...table.rows]) {
    const [label, value] = row.cells;
    if (!label || !value) continue;
    const name = comparableName(slice(section.document.text, label));
    if (!known.has(name)) continue;
    const { document } = section;
    mentions.push({
      name,
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

function knownLoneLabel(block: TextLine, text: string, known: ReadonlyMap<string, unknown>): FieldMark | undefined {
  const field = loneLabel(block, text);
  return field && known.has(comparableName(slice(text, field.label))) ? field : undefined;
}

/** A list item `Label: value` whose label is not bold, as in `- Systems affected: [List]`. */
function plainField(block: ListItem | TextLine, text: string): FieldMark | undefined {
  if (block.kind !== 'item' || block.box) return undefined;
  const { start, end } = block.content;
  const last = Math.min(end, start + 61);
  let colon = start;
  while (colon < last && text.charCodeAt(colon) !== 58) colon++;
  if (colon === start || colon === last) return undefined;
  return {
    label: trimSpan(text, { start, end: colon }),
    note: undefined,
    value: trimSpan(text, { start: colon + 1, end }),
  };
}

/** What belongs to a field: everything down to the next label or item of its own rank, or a thematic break. */
function belowField(
  { text }: RecordDocument,
  blocks: readonly Block[],
  index: number,
  owner: ListItem | TextLine,
  known: ReadonlyMap<string, unknown>,
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
    if (block.kind === 'text' && (block.field ?? knownLoneLabel(block, text, known))) break;
    below.push(block);
  }
  return below;
}
