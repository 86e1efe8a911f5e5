import type { Table } from '../../markdown/blocks';
import { plainSpan } from '../../record/plainText';
import { slice, type Span } from '../../text/span';
import type { Drift, DriftFinder } from './drift';
import { gapAfter, gapBefore, isBlankText, lineStart } from './lines';
import { isLabelLine } from './templateForm';

/** Heads of a table of fields, which only say that it is one. */
const columnNames =
  /^(?:fields?|items?|attributes?|propert(?:y|ies)|keys?|names?|labels?|details?|what|who|roles?|values?|contents?|information|info|people|person)?$/i;

/** `| A | v |`, a table of two columns that tells fields, becomes lines `**A**: v`, one paragraph each. */
export const fieldTable: DriftFinder = function* ({ answers }, document) {
  const { scan, text } = document;
  const labels = new Set<number>();
  for (const { document: home, form, label, field } of answers)
    if (form === 'table' && home === document && isLabelLine(field)) labels.add(label.start);
  if (labels.size === 0) return;
  for (const block of scan.blocks) {
    if (block.kind !== 'table') continue;
    const drift = told(text, block, labels);
    if (drift) yield drift;
  }
};

function told(text: string, table: Table, labels: ReadonlySet<number>): Drift | undefined {
  const { header, rows, span } = table;
  if (header.cells.length !== 2 || !isBlankText(text, { start: lineStart(text, span.start), end: span.start }))
    return undefined;
  const isField = (cells: readonly Span[]): boolean => cells[0] !== undefined && labels.has(cells[0].start);
  if (![header, ...rows].some(({ cells }) => isField(cells))) return undefined;
  const words = header.cells.map((cell) => slice(text, plainSpan(text, cell)));
  const told = isField(header.cells) ? [header, ...rows] : rows;
  if (told === rows && !words.every((word) => columnNames.test(word))) return undefined;
  const lines: string[] = [];
  for (const { cells, span: row } of told) {
    const [label, value] = cells;
    const name = label ? slice(text, plainSpan(text, label)) : '';
    if (cells.length > 2 || name === '' || /[:*]/.test(name) || slice(text, row).includes('\\')) return undefined;
    const said = value ? slice(text, value) : '';
    lines.push(`**${name}**:${said === '' ? '' : ` ${said}`}`);
  }
  const newText = gapBefore(text, span.start) + lines.join('\n\n') + gapAfter(text, span.end);
  return { edits: [{ span, newText }], givesUp: told === rows ? words.join(' ') : '' };
}
