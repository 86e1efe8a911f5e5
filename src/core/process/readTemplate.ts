import type { Block, FieldMark, ListItem, TextLine } from '../markdown/blocks';
import { scan } from '../markdown/scan';
import { slice, trimSpan, type Span } from '../text/span';
import { comparableName } from './comparableName';

/** A section of a template, before the rules of the process are applied to it. */
export interface TemplateSection {
  readonly heading: string;
  readonly level: number;
  readonly parent: TemplateSection | undefined;
  /** Comparable names of its ancestors and itself, joined by ` / `. */
  readonly path: string;
  readonly span: Span;
  readonly body: Span;
  readonly fields: TemplateField[];
}

/** A label of a template with the lines that ask for its answer. */
export interface TemplateField {
  readonly label: string;
  /** Path of its section, ` / `, comparable label. */
  readonly path: string;
  readonly section: TemplateSection | undefined;
  readonly span: Span;
  readonly value: Span;
  readonly items: readonly ListItem[];
  /** The field of the list that it stands in. */
  readonly group: TemplateField | undefined;
}

/** What a template holds: its sections outermost first and the fields before the first of them. */
export interface Template {
  readonly text: string;
  readonly sections: readonly TemplateSection[];
  readonly preamble: readonly TemplateField[];
}

type Growing<T> = { -readonly [Key in keyof T]: T[Key] };

/** Reads a template. An H1 names the record and is no section; `plain` are labels without bold that are fields too. */
export function readTemplate(text: string, plain: ReadonlySet<string>): Template {
  const { blocks } = scan(text);
  const sections: Growing<TemplateSection>[] = [];
  const preamble: TemplateField[] = [];
  let current: Growing<TemplateSection> | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      if (block.level === 1) continue;
      const parent = ancestorAbove(sections, block.level);
      const heading = slice(text, block.title);
      const path = joined(parent?.path, heading);
      if (current) current.body = trimSpan(text, { start: current.body.start, end: block.span.start });
      endSections(sections, block.level, block.span.start, text);
      current = {
        heading,
        level: block.level,
        parent,
        path,
        span: { start: block.span.start, end: text.length },
        body: { start: block.span.end, end: text.length },
        fields: [],
      };
      sections.push(current);
      continue;
    }
    if (block.kind !== 'text' && block.kind !== 'item') continue;
    const fields = current ? current.fields : preamble;
    const field = fieldOf(text, blocks, index, block, current, fields, plain);
    if (field && !fields.some(({ path }) => path === field.path)) fields.push(field);
  }
  endSections(sections, 1, text.length, text);
  if (current) current.body = trimSpan(text, { start: current.body.start, end: text.length });
  return { text, sections, preamble };
}

function joined(path: string | undefined, name: string): string {
  return path === undefined ? comparableName(name) : `${path} / ${comparableName(name)}`;
}

function ancestorAbove(sections: readonly TemplateSection[], level: number): TemplateSection | undefined {
  let ancestor = sections.at(-1);
  while (ancestor && ancestor.level >= level) ancestor = ancestor.parent;
  return ancestor;
}

/** Sections of a level or below end where a heading of that level begins. */
function endSections(sections: readonly Growing<TemplateSection>[], level: number, end: number, text: string): void {
  for (const section of sections) {
    if (section.level >= level && section.span.end === text.length) {
      section.span = { start: section.span.start, end: trimSpan(text, { start: section.span.start, end }).end };
    }
  }
}

function fieldOf(
  text: string,
  blocks: readonly Block[],
  index: number,
  block: ListItem | TextLine,
  section: TemplateSection | undefined,
  before: readonly TemplateField[],
  plain: ReadonlySet<string>,
): TemplateField | undefined {
  const mark = block.field ?? plainMark(text, block, plain);
  if (!mark) return undefined;
  const label = slice(text, mark.label);
  const nested = block.kind === 'item';
  const group = nested ? before.findLast(({ items }) => items.includes(block)) : undefined;
  const below = blocksBelow(blocks, index, block);
  const last = below.at(-1);
  const value =
    mark.value.end > mark.value.start || !last
      ? mark.value
      : { start: below[0]?.span.start ?? last.span.start, end: last.span.end };
  const items = below.filter((each): each is ListItem => each.kind === 'item');
  const end = Math.max(
    value.end,
    block.span.end,
    mark.value.end > mark.value.start && items.length === 0 ? 0 : (last?.span.end ?? 0),
  );
  const parentPath = nested && !block.field && group ? group.path : section?.path;
  return {
    label,
    path: joined(parentPath, label),
    section,
    span: { start: block.kind === 'item' ? block.span.start : block.span.start, end },
    value,
    items,
    group,
  };
}

/** `- Systems affected: [List]`: a field only where the process says so. */
function plainMark(text: string, block: ListItem | TextLine, plain: ReadonlySet<string>): FieldMark | undefined {
  if (block.kind !== 'item' || block.box) return undefined;
  const { start, end } = block.content;
  const colon = text.indexOf(':', start);
  if (colon < start || colon >= end || !plain.has(comparableName(text.slice(start, colon)))) return undefined;
  return { label: { start, end: colon }, note: undefined, value: trimSpan(text, { start: colon + 1, end }) };
}

function blocksBelow(blocks: readonly Block[], index: number, owner: ListItem | TextLine): Block[] {
  const below: Block[] = [];
  for (const block of blocks.slice(index + 1)) {
    if (block.kind === 'heading' || block.kind === 'break') break;
    if (block.kind === 'text' && block.field) break;
    if (owner.kind === 'item' && block.kind === 'item' && block.indent <= owner.indent) break;
    if (owner.kind === 'item' && block.kind === 'table') break;
    below.push(block);
  }
  return below;
}
