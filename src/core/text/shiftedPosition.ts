import type { Position, Range } from './lineIndex';

/** A replacement in a document, as editors report it. */
export interface RangeChange {
  readonly range: Range;
  readonly text: string;
}

/** Where a position comes to lie after a change: text before it moves it, and inside of what goes it stays at its beginning. */
export function shiftedPosition(position: Position, { range: { start, end }, text }: RangeChange): Position {
  if (isBefore(position, end)) return isBefore(start, position) ? start : position;
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1)?.length ?? 0;
  const line = position.line + (lines.length - 1) - (end.line - start.line);
  if (position.line !== end.line) return { line, character: position.character };
  const before = lines.length === 1 ? start.character + last : last;
  return { line, character: before + position.character - end.character };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
