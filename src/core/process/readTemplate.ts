import type { Block, FieldMark, Heading, ListItem } from '../markdown/blocks';
import { scan } from '../markdown/scan';
import { remembered } from '../text/remembered';
import { slice, trimSpan, type Span } from '../text/span';
import { isPlaceholder } from './placeholder';

/** A section of a template, before the rules of the process are applied to it. */
export interface TemplateSection {
  readonly heading: string;
  readonly level: number;
  readonly parent: TemplateSection | undefined;
  /** From its heading to the end of what it says; without the `---` and blanks behind that. */
  readonly span: Span;
  /** What stands below its heading, down to the first heading of a child. */
  readonly body: Span;
  /** The beginning of its body, down to the first label. */
  readonly lead: Span;
}

/** A label of a template with the lines that ask for its answer. */
export interface TemplateField {
  readonly label: string;
  readonly section: TemplateSection | undefined;
  /** The label that it is listed under. */
  readonly group: TemplateField | undefined;
  /** Its label is not bold: `- Systems affected: [List]`. A field only where the process says so. */
  readonly plain: boolean;
  readonly span: Span;
  /** What stands behind its colon; where nothing does, what stands below. */
  readonly value: Span;
  /** The list items below it. */
  readonly items: readonly ListItem[];
}

/** What a template holds, each in the order of the text. */
export interface Template {
  readonly text: string;
  readonly sections: readonly TemplateSection[];
  readonly fields: readonly TemplateField[];
}

/**
 * Reads a template: its headings and its labels. An H1 names the record and is no section. Linear in the text. A process
 * with templates of a team is compiled more than once from the same few texts, which are read once.
 */
export const readTemplate = remembered(
  (text: string): Template => {
    const reader = new TemplateReader(text);
    for (const block of scan(text).blocks) reader.read(block);
    return { text, sections: reader.sections, fields: reader.fields };
  },
  { most: 32, longest: 128 * 1024 },
);

type Growing<T> = { -readonly [Key in keyof T]: T[Key] };

interface GrowingField extends Growing<TemplateField> {
  readonly items: ListItem[];
  /** Its value stands on the label's own line. */
  readonly isInline: boolean;
}

/** An item that is a field of a group, for as long as what is indented below it belongs to it. */
interface OpenItem {
  readonly field: GrowingField;
  readonly contentIndent: number;
}

class TemplateReader {
  readonly sections: Growing<TemplateSection>[] = [];
  readonly fields: GrowingField[] = [];
  private section: Growing<TemplateSection> | undefined;
  private label: GrowingField | undefined;
  private item: OpenItem | undefined;
  /** The indent of the list at hand: only its own items are fields, not those inside them (the risks). */
  private listIndent: number | undefined;

  constructor(private readonly text: string) {}

  read(block: Block): void {
    if (block.kind === 'heading') this.beginSection(block);
    else if (block.kind === 'break') this.endFields();
    else {
      if (block.kind === 'text' && block.field) this.beginLabel(block.field, block.span);
      else if (block.kind === 'item') this.readItem(block);
      else this.extendBy(block);
      this.extendSections(block.span.end);
    }
  }

  private beginSection(heading: Heading): void {
    this.endFields();
    this.section = ancestorAbove(this.section, heading.level);
    if (heading.level === 1) return;
    this.extendSections(heading.span.end, true);
    const { end } = heading.span;
    this.section = {
      heading: slice(this.text, heading.title),
      level: heading.level,
      parent: this.section,
      span: { start: heading.span.start, end },
      body: { start: end, end },
      lead: { start: end, end },
    };
    this.sections.push(this.section);
  }

  private extendSections(end: number, bodyIsOver = false): void {
    let own = !bodyIsOver;
    for (let section = this.section; section; section = section.parent) {
      section.span = { start: section.span.start, end };
      if (own) {
        const start = section.body.end === section.body.start ? this.startOfBody(section, end) : section.body.start;
        section.body = { start, end };
        if (!this.label) section.lead = section.lead.end < start ? { start, end } : { start: section.lead.start, end };
      }
      own = false;
    }
  }

  private startOfBody(section: TemplateSection, end: number): number {
    return trimSpan(this.text, { start: section.body.start, end }).start;
  }

  private endFields(): void {
    this.label = undefined;
    this.item = undefined;
    this.listIndent = undefined;
  }

  private beginLabel(mark: FieldMark, span: Span): void {
    this.endFields();
    this.label = this.addField(mark, span, undefined, false);
  }

  private readItem(item: ListItem): void {
    this.listIndent ??= item.indent;
    if (this.item && item.indent < this.item.contentIndent) this.item = undefined;
    this.extendBy(item);
    if (item.indent !== this.listIndent || item.number !== undefined || item.box) return;
    const mark = item.field ?? plainMark(this.text, item);
    if (!mark) return;
    const field = this.addField(mark, item.span, this.label, item.field === undefined);
    this.item = { field, contentIndent: item.contentIndent };
  }

  private addField(
    mark: FieldMark,
    { start, end }: Span,
    group: TemplateField | undefined,
    plain: boolean,
  ): GrowingField {
    const field: GrowingField = {
      label: slice(this.text, mark.label),
      section: this.section,
      group,
      plain,
      span: { start, end },
      value: mark.value,
      items: [],
      isInline: mark.value.end > mark.value.start,
    };
    this.fields.push(field);
    return field;
  }

  /** What stands below a label belongs to it, and to the item of its list that it is indented under. */
  private extendBy(block: Exclude<Block, Heading>): void {
    if (block.kind === 'table') this.item = undefined;
    if (block.kind === 'text' && !block.continues && this.item && block.indent < this.item.contentIndent) {
      this.item = undefined;
    }
    for (const field of [this.label, this.item?.field]) {
      if (!field) continue;
      const { start, end } = block.span;
      if (block.kind === 'item') field.items.push(block);
      field.span = { start: field.span.start, end };
      if (!field.isInline) {
        field.value = { start: field.value.end === field.value.start ? start : field.value.start, end };
      }
    }
  }
}

function ancestorAbove<T extends { readonly level: number; readonly parent: T | undefined }>(
  section: T | undefined,
  level: number,
): T | undefined {
  let ancestor = section;
  while (ancestor && ancestor.level >= level) ancestor = ancestor.parent;
  return ancestor;
}

/** `Label: [placeholder]` without bold. */
function plainMark(text: string, { content }: ListItem): FieldMark | undefined {
  const colon = text.indexOf(':', content.start);
  if (colon <= content.start || colon >= content.end || colon - content.start > 60) return undefined;
  const label = { start: content.start, end: colon };
  const value = trimSpan(text, { start: colon + 1, end: content.end });
  if (/[[\]]/.test(slice(text, label)) || !isPlaceholder(slice(text, value))) return undefined;
  return { label, note: undefined, value };
}
