import type { Span } from '../text/span';
import type { Block, Scan } from './blocks';

/** The pieces of a text that lie inside of a span, in order. Found by halving: pieces come by their beginnings. */
export function blocksWithin({ blocks }: Pick<Scan, 'blocks'>, { start, end }: Span): Block[] {
  const within: Block[] = [];
  for (let at = firstFrom(blocks, start); at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || block.span.start > end) break;
    if (block.span.end <= end) within.push(block);
  }
  return within;
}

/** The piece that an offset stands in; the innermost one where pieces lie inside of each other. */
export function blockAt({ blocks }: Pick<Scan, 'blocks'>, offset: number): Block | undefined {
  const block = blocks[firstFrom(blocks, offset + 1) - 1];
  return block && offset < block.span.end ? block : undefined;
}

/** The place among the pieces of the first one that begins at an offset or behind it. */
function firstFrom(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.span.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
