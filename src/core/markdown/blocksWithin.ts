import type { Span } from '../text/span';
import type { Block, Scan } from './blocks';

/** The pieces of a text that lie inside of a span, in order. Found by halving: pieces come by their beginnings. */
export function blocksWithin({ blocks }: Pick<Scan, 'blocks'>, { start, end }: Span): Block[] {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.span.start ?? end) < start) low = middle + 1;
    else high = middle;
  }
  const within: Block[] = [];
  for (let at = low; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || block.span.start > end) break;
    if (block.span.end <= end) within.push(block);
  }
  return within;
}
