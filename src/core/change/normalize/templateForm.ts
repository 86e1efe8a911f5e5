import type { ListItem, TextLine } from '../../markdown/blocks';
import { blockAt } from '../../markdown/blocksWithin';
import type { FieldDefinition } from '../../process/process';
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

/** The line whose label begins at an offset. */
export function lineOfLabel({ scan }: RecordDocument, offset: number): ListItem | TextLine | undefined {
  const block = blockAt(scan, offset);
  if (block?.kind === 'text') return block.field?.label.start === offset ? block : undefined;
  return block?.kind === 'item' && (block.field?.label ?? block.content).start === offset ? block : undefined;
}
