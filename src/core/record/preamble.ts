import { keys } from '../process/fieldKeys';
import { comparableName } from '../process/comparableName';
import { remembered } from '../text/remembered';
import { hasBar } from './mentions';
import type { Process } from '../process/process';
import { contains, slice, trimSpan, type Span } from '../text/span';
import { vocabularyOf } from './processVocabulary';
import type { Place, RecordDocument, Section } from './record';

/** Fields whose section tells of the record itself. */
const ownKeys: ReadonlySet<string> = new Set([
  keys.title,
  keys.requestor,
  keys.status,
  keys.created,
  keys.changeId,
  keys.priority,
  keys.type,
]);

const ofOthers =
  /\b(?:depend|relat|referenc|link|upstream|downstream|supersed|follow|parent|previous|see also|blocked)/;
const ofItself =
  /\b(?:metadata|meta|document control|identification|information|details|header|basics?|general|overview|change request|change record|request)\b/;

/**
 * The sections in which a record tells of itself, in the order of the text: what stands before the first section that the
 * process has for something else, and what goes by a name such as "Metadata". IDs and titles elsewhere are of others.
 */
export function preambleOf({ root, sections }: RecordDocument, process: Process): Section[] {
  const found = [root];
  const { fields } = vocabularyOf(process);
  const strange = new Set<Section>();
  let isPast = false;
  for (const section of sections) {
    const { definition, name, parent } = section;
    const named = fields.get(name);
    const isOwn = definition ? definition.fields.some(({ key }) => ownKeys.has(key)) : false;
    const isOwnField = named?.some(({ key }) => ownKeys.has(key)) === true;
    if ((parent && strange.has(parent)) || ofOthers.test(name)) strange.add(section);
    else if ((definition || named) && !isOwn && !isOwnField) {
      strange.add(section);
      isPast = true;
    } else if (!isPast || isOwn || isOwnField || ofItself.test(name)) found.push(section);
  }
  return found;
}

/** Whether a place stands in a section about other records: dependencies, related changes. */
export function isAboutOthers({ document, span }: Place): boolean {
  return document.sections.some((section) => contains(section.span, span) && ofOthers.test(section.name));
}

/** A value behind a label that was looked for, in whatever form it is written. */
export interface LabelledValue {
  /** The label as it is compared. */
  readonly name: string;
  /** As it is written, without blanks around it; not empty. */
  readonly value: Span;
}

/**
 * The values behind some labels, in the order of the text: `**Label**: value`, `Label: value`, `- Label: value`,
 * `> Label: value`, several on a line, cells of a table, a heading or a label with its value on the next line.
 */
export function labelledValues(
  sections: readonly Section[],
  names: ReadonlySet<string>,
  process: Process,
): LabelledValue[] {
  const found: LabelledValue[] = [];
  const add = (name: string, text: string, span: Span | undefined): void => {
    const value = span && trimSpan(text, span);
    if (value && value.end > value.start) found.push({ name, value });
  };
  for (const { document, heading, blocks, name } of sections) {
    const { text } = document;
    if (heading && names.has(labelName(name))) add(labelName(name), text, lineOf(blocks[0]));
    if (heading && heading !== document.root.heading)
      for (const { name: label, value } of labelsIn(text, heading.title, names)) add(label, text, value);
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'table') {
        for (const { name: label, value } of cellsBehind(block, text, names, process)) add(label, text, value);
        continue;
      }
      const line = lineOf(block);
      for (const { name: label, value } of line ? labelsIn(text, line, names) : []) {
        const isEmpty = trimSpan(text, value).end <= trimSpan(text, value).start;
        const next = isEmpty ? blocks[index + 1] : undefined;
        const below = next && !('field' in next && next.field) ? lineOf(next) : undefined;
        add(label, text, isEmpty ? below : value);
      }
    }
  }
  return found;
}

/** A label as it is compared here: without list marks, with blanks for hyphens, and without the dot of "No." and "#". */
export const labelName = remembered((label: string): string => {
  const words = label
    .replace(/^[\s>+\-•]+/, '')
    .replace(/(?<=\p{L})[-_](?=\p{L})/gu, ' ')
    .replace(/n[°º]/gi, 'no');
  return comparableName(words)
    .replace(/(?<![.#№])[.#№]+$/, '')
    .trimEnd();
});

function lineOf(block: Section['blocks'][number] | undefined): Span | undefined {
  if (block?.kind === 'text' || block?.kind === 'quote') return block.span;
  return block?.kind === 'item' ? block.content : undefined;
}

/** No label is longer, with its marks. */
const longestLabel = 80;

function labelsIn(text: string, line: Span, names: ReadonlySet<string>): LabelledValue[] {
  const found: LabelledValue[] = [];
  for (const { start, end } of partsOf(text, line)) {
    const colon = text.slice(start, Math.min(end, start + longestLabel)).search(/[:：]/);
    if (colon < 1) continue;
    const label = text.slice(start, start + colon);
    const name = labelName(label);
    if (!names.has(name)) continue;
    let from = start + colon + 1;
    // The end of a bold label belongs to it.
    const mark = /^(?:[\s>+\-•]*)([*_]{1,3})/.exec(label)?.[1];
    if (mark !== undefined && !label.trimEnd().endsWith(mark) && text.startsWith(mark, from)) from += mark.length;
    found.push({ name, value: { start: from, end } });
  }
  return found;
}

/** `A: x | B: y` has two parts. */
function partsOf(text: string, { start, end }: Span): Span[] {
  if (!hasBar(text, { start, end })) return [{ start, end }];
  const parts: Span[] = [];
  let from = start;
  for (const { index, 0: bar } of text.slice(start, end).matchAll(/[ \t][|·•][ \t]/g)) {
    parts.push({ start: from, end: start + index });
    from = start + index + bar.length;
  }
  return [...parts, { start: from, end }];
}

type Table = Extract<Section['blocks'][number], { kind: 'table' }>;

/** A table of two or four columns is a list of labels with values; one with a single row has its labels above. */
function cellsBehind(
  { header, rows }: Table,
  text: string,
  names: ReadonlySet<string>,
  process: Process,
): LabelledValue[] {
  const found: LabelledValue[] = [];
  const { fields } = vocabularyOf(process);
  const nameAt = (cell: Span | undefined): string => (cell ? labelName(slice(text, cell)) : '');
  const [only, ...more] = rows;
  const isLabel = (name: string): boolean => names.has(name) || fields.has(name);
  const hasLabelsAbove = more.length === 0 && header.cells.some((cell) => names.has(nameAt(cell)));
  if (only && hasLabelsAbove && !isLabel(nameAt(only.cells[0]))) {
    for (const [index, cell] of header.cells.entries()) {
      const value = only.cells[index];
      if (value && names.has(nameAt(cell))) found.push({ name: nameAt(cell), value });
    }
    return found;
  }
  if (header.cells.length !== 2 && header.cells.length !== 4) return found;
  for (const { cells } of [header, ...rows])
    for (let index = 0; index + 1 < cells.length; index += 2) {
      const value = cells[index + 1];
      if (value && names.has(nameAt(cells[index]))) found.push({ name: nameAt(cells[index]), value });
    }
  return found;
}
