import type { TableRow } from './blocks';
import type { Span } from '../text/span';
import { isBlank } from './lineText';

/** Splits a line into cells at pipes without a backslash before them; pipes at both ends are none. */
export function readTableRow(text: string, start: number, end: number, line: number): TableRow {
  const cells: Span[] = [];
  let from = text.charCodeAt(start) === 124 ? start + 1 : start;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 124) {
      cells.push(trimmed(text, from, at));
      from = at + 1;
    }
  }
  if (from < end) cells.push(trimmed(text, from, end));
  return { span: { start, end }, cells, line };
}

/** How many columns a delimiter row `| --- | :-: |` has; 0 if the line is none. */
export function delimiterColumns(text: string, start: number, end: number): number {
  let hasPipe = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 124) hasPipe = true;
    else if (code !== 45 && code !== 58 && code !== 32 && code !== 9) return 0;
  }
  const { cells } = readTableRow(text, start, end, 0);
  for (const cell of cells) if (!/^:?-+:?$/.test(text.slice(cell.start, cell.end))) return 0;
  return hasPipe || cells.length === 1 ? cells.length : 0;
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}
