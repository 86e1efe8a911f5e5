import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A syntax tree, or why there is none. */
export type ParsedTree =
  | { readonly kind: 'tree'; readonly root: Root }
  | { readonly kind: 'refused'; readonly reason: 'too-large' | 'pathological' };

/** The longest text that is parsed, in UTF-16 code units: remark takes far longer than in proportion. */
const largestTree = 128 * 1024;

/** How many marks that may open something a line can have before it is refused: pairing them is quadratic. */
const mostMarks = 400;

/**
 * The syntax tree of a Markdown text, for what needs a tree: templates of a team, links in prose, and the tests that
 * hold the scanner against it. Never in the way of a keystroke or of the gate: remark is a thousand times slower than
 * the scanner and super-linear on hostile text, which is refused.
 */
export function parseTree(text: string): ParsedTree {
  if (text.length > largestTree) return { kind: 'refused', reason: 'too-large' };
  if (isPathological(text)) return { kind: 'refused', reason: 'pathological' };
  return { kind: 'tree', root: unified().use(remarkParse).use(remarkGfm).parse(text) };
}

/** Whether a paragraph has so many marks of emphasis, code or links that pairing them would take long. */
function isPathological(text: string): boolean {
  let marks = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      if (text.charCodeAt(at + 1) === 10) marks = 0;
      depth = 0;
    } else if (code === 42 || code === 95 || code === 91 || code === 96 || code === 60 || code === 33) {
      if (++marks > mostMarks) return true;
    } else if (code === 62 || code === 45) {
      if (++depth > mostMarks) return true;
    }
  }
  return false;
}
