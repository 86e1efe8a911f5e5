import type { AnswerItem } from '../record/itemsOf';
import { type DocumentEdit, replace } from './documentEdit';

/** The edit that takes an item's line away. */
export function removeLine({ document, item }: Pick<AnswerItem, 'document' | 'item'>): DocumentEdit {
  const { text } = document;
  const before = Math.max(text.lastIndexOf('\n', item.span.start - 1), text.lastIndexOf('\r', item.span.start - 1));
  const ending = /\r\n|\r|\n/.exec(text.slice(item.span.end));
  const end = ending ? item.span.end + ending.index + ending[0].length : text.length;
  return replace({ document, span: { start: before + 1, end } }, '');
}
