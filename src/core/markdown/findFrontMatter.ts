import { LineIndex } from '../text/lineIndex';
import type { FrontMatter } from './blocks';
import { trimEnd } from './lineText';

/** The front matter of a text, and where the rest of it begins. */
export interface FoundFrontMatter {
  readonly frontMatter: FrontMatter | undefined;
  /** Offset of the first line that belongs to the document. */
  readonly rest: number;
  /** Offsets of the lines up to there, but for the very first. */
  readonly starts: readonly number[];
}

/** Finds YAML between `---` lines at the very beginning (reading 17). Linear in the text. */
export function findFrontMatter(text: string): FoundFrontMatter {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const none = { frontMatter: undefined, rest: begin, starts: [] };
  if (!text.startsWith('---', begin)) return none;
  const opening = /---[ \t]*(?:\r\n|\n|\r)/y;
  opening.lastIndex = begin;
  const first = opening.exec(text);
  if (!first) return none;
  const from = begin + first[0].length;
  const lines = LineIndex.of(text);
  for (let line = 1; line < lines.lineCount; line++) {
    const start = lines.starts[line] ?? text.length;
    if (text.charCodeAt(start) !== 45) continue;
    const next = lines.starts[line + 1] ?? text.length;
    const end = trimEnd(text, start, next);
    if (text.slice(start, end) !== '---') continue;
    const frontMatter = { span: { start: begin, end }, yaml: { start: from, end: start }, closed: true };
    return { frontMatter, rest: next, starts: Array.prototype.slice.call(lines.starts, 1, line + 2) as number[] };
  }
  // Only a text that goes on like YAML was meant to have front matter; otherwise it is a thematic break.
  const isMeant = /^[A-Za-z][\w-]*:(?:[ \t]|[\r\n]|$)/.test(text.slice(from, from + 200));
  const open = { span: { start: begin, end: begin + 3 }, yaml: { start: from, end: from }, closed: false };
  return { frontMatter: isMeant ? open : undefined, rest: begin, starts: [] };
}
