import { boxMark } from '../markdown/lineText';
import type { Place } from '../record/record';
import { slice } from '../text/span';
import { replace, type DocumentEdit } from './documentEdit';

/** The edit that ticks a box or opens it again: of brackets only the character between them is written. */
export function boxEdit({ document, span }: Place, checked: boolean): DocumentEdit {
  const mark = boxMark(slice(document.text, span), checked);
  if (!mark.startsWith('[')) return replace({ document, span }, mark);
  return replace({ document, span: { start: span.start + 1, end: span.end - 1 } }, mark.charAt(1));
}
