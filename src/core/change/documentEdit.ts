import type { RecordDocument, Place } from '../record/record';
import type { TextEdit } from '../text/textEdit';

/** An edit and the text that it is for. */
export interface DocumentEdit {
  readonly document: RecordDocument;
  readonly edit: TextEdit;
}

/** The edit that replaces what stands at a place; an empty place is written into. */
export function replace(place: Place, newText: string): DocumentEdit {
  return { document: place.document, edit: { span: place.span, newText } };
}
