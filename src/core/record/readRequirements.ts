import { scan } from '../markdown/scan';
import { requirementId } from './mentionFinder';
import { LineIndex, type Range } from '../text/lineIndex';
import type { Span } from '../text/span';

/** A requirement as its matrix defines it. */
export interface Requirement {
  /** `REQ-001`, however it is written. */
  readonly id: string;
  readonly span: Span;
  readonly range: Range;
  /** What stands beside it: the next cell of its row, or the rest of its line; may be empty. */
  readonly title: string;
}

/** The requirements of a workspace and the file that names them. */
export interface RequirementsMatrix {
  readonly path: string;
  /** By ID; never empty. */
  readonly requirements: ReadonlyMap<string, Requirement>;
}

/** What may stand before an ID at the beginning of a row, a heading, a list item or a line. */
const beginning =
  /^[ \t]{0,12}(?:>[ \t]{0,3}){0,3}(?:\|[ \t]{0,80}|#{1,6}[ \t]{1,8}|(?:[-*+]|\d{1,9}[.)])[ \t]{1,8}(?:\[[ xX]\][ \t]{1,8})?)?(?:[*_`~[(]|<a [^<>]{0,200}>(?:<\/a>)?){0,8}(REQ-(\d{1,6}))(?![\p{L}\p{N}])/iu;

/**
 * The requirements that a matrix defines: every table row, heading, list item or line that begins with `REQ-NNN`. What
 * stands further behind only refers to one. Placeholders (`REQ-XXX`) are none, and neither is what stands in code.
 * Of two lines that define one requirement the first counts.
 */
export function readRequirements(text: string): ReadonlyMap<string, Requirement> {
  const requirements = new Map<string, Requirement>();
  const lines = LineIndex.of(text);
  const hidden = scan(text).blocks.filter(({ kind }) => kind === 'fence');
  let next = 0;
  for (let line = 0; line < lines.lineCount; line++) {
    const start = lines.starts[line] ?? 0;
    while ((hidden[next]?.span.end ?? Infinity) <= start) next++;
    if ((hidden[next]?.span.start ?? Infinity) <= start) continue;
    const content = text.slice(start, lines.starts[line + 1] ?? text.length).trimEnd();
    const match = beginning.exec(content);
    if (!match) continue;
    const [all, word = '', digits = ''] = match;
    const id = requirementId(digits);
    if (requirements.has(id)) continue;
    const span = { start: start + all.length - word.length, end: start + all.length };
    const isRow = /^[\s>]*\|/.test(content);
    requirements.set(id, { id, span, range: lines.rangeOf(span), title: titleOf(content.slice(all.length), isRow) });
  }
  return requirements;
}

/** The words beside an ID, without the marks between them. */
function titleOf(rest: string, isRow: boolean): string {
  const words = isRow ? (rest.split('|')[1] ?? '') : rest.replace(/^[\])}*_`~]*(?:\([^()]*\))?/, '');
  return words
    .replace(/^[\s:–—*_|-]+/, '')
    .replace(/(?<![\s*_|#])[\s*_|#]+$/, '')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
}
