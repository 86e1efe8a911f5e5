import { keys } from '../../process/fieldKeys';
import type { ListItem } from '../../markdown/blocks';
import type { HistoryRow } from '../../record/record';
import type { DriftFinder } from './drift';
import { gapAfter, gapBefore, isBlankText, lineEnd, lineStart } from './lines';

/** `- 2026-02-09: PROPOSED – submitted`: a history that is kept as a list becomes the table of the template. */
export const historyList: DriftFinder = function* ({ history, historySection, process }, document) {
  if (historySection?.document !== document) return;
  const { text } = document;
  const template = process.field(keys.history)?.template;
  const head = template?.text.slice(template.value.start, template.value.end).split('\n').slice(0, 2);
  if (!head?.[0]?.startsWith('|') || head.length < 2) return;
  const blocks = historySection.blocks.filter(({ kind }) => kind !== 'break');
  const items = blocks.filter((block): block is ListItem => block.kind === 'item');
  const [first] = items;
  const last = items.at(-1);
  // Whatever else stands in the section has its own place in the order of things.
  if (!first || !last || items.length !== blocks.length || items.length !== history.length) return;
  const rows = items.flatMap((item) => rowOf(item, history, text) ?? []);
  if (rows.length !== items.length) return;
  const span = { start: lineStart(text, first.span.start), end: lineEnd(text, last.span.end) };
  const table = [...head, ...rows].join('\n');
  yield { edits: [{ span, newText: gapBefore(text, span.start) + table + gapAfter(text, span.end) }] };
};

function rowOf({ span, content, indent }: ListItem, history: readonly HistoryRow[], text: string): string | undefined {
  const row = history.find((each) => each.row === undefined && each.span.start === content.start);
  if (!row || indent > 3 || !isBlankText(text, { start: lineStart(text, span.start), end: span.start }))
    return undefined;
  const cells = [row.date.text, row.status.text, row.notes.text];
  if (cells.some((cell) => /[|\\]/.test(cell))) return undefined;
  return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
}
