import type { ChangeRecord, RecordDocument } from '../../record/record';
import type { TextEdit } from '../../text/textEdit';

/** One place of a text that says something in another form than the template, and how the template would say it. */
export interface Drift {
  /** The edits, none overlapping another. */
  readonly edits: readonly TextEdit[];
  /**
   * Text whose words may go, because it is written in another way (a date) or says nothing (a placeholder of the template,
   * the number of a heading, the head of a table of fields).
   */
  readonly givesUp?: string;
  /** The reader cannot see the difference: nothing has to be tried out. */
  readonly isCertain?: boolean;
}

/** Finds the drift of one form in one text of a record. Looks at the reading alone, once; linear. */
export type DriftFinder = (record: ChangeRecord, document: RecordDocument) => Iterable<Drift>;

/** The words of a text as they are counted: runs of letters and digits, without case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Whether every word of a text is among those of another. */
export function hasWordsOf(text: string, part: string): boolean {
  const words = new Set(wordsOf(text));
  return wordsOf(part).every((word) => words.has(word));
}
