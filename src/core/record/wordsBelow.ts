import { blockAt } from '../markdown/blocksWithin';
import type { Answer } from './record';

/**
 * Everything that is written as the answer to a field: its value and what follows, down to the next label of the same
 * depth or the next heading. A list below a value that is on the label's line is among it.
 */
export function wordsBelow({ document, label, span, form }: Answer): string {
  const { text, scan } = document;
  if (form === 'table' || form === 'front-matter') return text.slice(span.start, span.end);
  const from = Math.max(label.end, Math.min(span.start, span.end));
  const own = blockAt(scan, label.start);
  const indent = own?.kind === 'item' ? own.indent : undefined;
  const next = scan.blocks.find(
    (block) =>
      block.span.start > label.end &&
      block.span.start >= span.end &&
      (block.kind === 'heading' ||
        (block.kind === 'text' && block.field !== undefined) ||
        (indent !== undefined && block.kind === 'item' && block.indent <= indent && block.field !== undefined)),
  );
  return text.slice(from, next?.span.start ?? text.length);
}
