import type { Place } from '../record/record';
import { replace, type DocumentEdit } from './documentEdit';

/** The edit that ticks a box or opens it again: only the character between the brackets is written. */
export function boxEdit({ document, span }: Place, checked: boolean): DocumentEdit {
  return replace({ document, span: { start: span.start + 1, end: span.end - 1 } }, checked ? 'x' : ' ');
}
