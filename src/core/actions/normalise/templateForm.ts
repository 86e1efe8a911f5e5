import type { ListItem, TextLine } from '../../markdown/blocks';
import type { FieldDefinition } from '../../process/process';
import { once } from '../../record/facts';
import type { RecordDocument } from '../../record/record';

/** Whether the template writes a field as a line of its own: `**Label**: value`, with its value there or below. */
export function isLabelLine(field: FieldDefinition): boolean {
  const { template, written } = field;
  if (!template || written === 'prose') return false;
  const start = template.text.lastIndexOf('\n', template.span.start - 1) + 1;
  return template.text.startsWith('**', start);
}

/** Whether the template writes the value behind the label, on the same line. */
export function isOnLabelLine({ template }: FieldDefinition): boolean {
  return template !== undefined && !template.text.slice(template.span.start, template.value.start).includes('\n');
}

/**
 * A label or heading as the template spells it, if that is the only difference: case, a number before it, emphasis,
 * a colon. Other names that the process knows are never rewritten (reading 45): undefined.
 */
export function templateSpelling(
  written: string,
  label: string,
): { readonly label: string; readonly givesUp: string } | undefined {
  const number = /^\s*\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s+/.exec(written)?.[0] ?? '';
  const plain = (text: string): string =>
    text
      .replace(/[*_`~]+/g, '')
      .replace(/\s+/g, ' ')
      .replace(/[\s:]+$/, '')
      .trim()
      .toLowerCase();
  return plain(written.slice(number.length)) === plain(label) ? { label, givesUp: number } : undefined;
}

/** The lines that hold a label, by where the label begins. */
export const labelBlocks = once(({ scan }: RecordDocument): ReadonlyMap<number, ListItem | TextLine> => {
  const blocks = new Map<number, ListItem | TextLine>();
  for (const block of scan.blocks) {
    if (block.kind === 'text' && block.field) blocks.set(block.field.label.start, block);
    else if (block.kind === 'item') blocks.set(block.field?.label.start ?? block.content.start, block);
  }
  return blocks;
});
