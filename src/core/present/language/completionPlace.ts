import type { ChangeRecord, RecordDocument } from '../../record/record';
import type { AnswerPlace } from './answerAt';
import type { Cursor } from './cursor';
import type { CellPlace } from './tableCell';

/** A place in a record where something may be completed. */
export interface CompletionPlace {
  readonly record: ChangeRecord;
  readonly document: RecordDocument;
  readonly cursor: Cursor;
  /** The answer that the cursor stands in. */
  readonly at: AnswerPlace | undefined;
  /** The cell of a table that the cursor stands in. */
  readonly cell: CellPlace | undefined;
}
