import type { Table } from '../../markdown/blocks';
import { comparableName } from '../../process/comparableName';
import type { RecordDocument } from '../../record/record';
import { slice, trimSpan, type Span } from '../../text/span';
import type { Cursor } from './cursor';

/** A cell below the heading of a table. */
export interface CellPlace {
  readonly table: Table;
  /** The heading of its column, as names are compared. */
  readonly column: string;
  /** What is written in it, without blanks around it. */
  readonly value: Span;
}

/** The cell that a cursor stands in; a row that is being written may have fewer cells than the table. */
export function cellAt({ scan, text }: RecordDocument, { line, offset, before }: Cursor): CellPlace | undefined {
  if (!/^\s*\|/.test(before)) return undefined;
  const table = scan.blocks.find(
    (block): block is Table => block.kind === 'table' && block.span.start <= offset && line.start <= block.span.end,
  );
  if (!table || line.start <= table.header.span.end || /^[\s|:-]*-[\s|:-]*$/.test(slice(text, line))) return undefined;
  const pipes = [...slice(text, line).matchAll(/(?<!\\)\|/g)].map(({ index }) => line.start + index);
  const index = pipes.filter((pipe) => pipe < offset).length - 1;
  const header = table.header.cells[index];
  const start = pipes[index];
  if (!header || start === undefined) return undefined;
  const value = trimSpan(text, { start: start + 1, end: pipes[index + 1] ?? line.end });
  return { table, column: comparableName(slice(text, header)), value };
}
