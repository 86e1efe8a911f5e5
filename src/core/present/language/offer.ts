import type { Span } from '../../text/span';
import type { Completion, CompletionKind } from './completion';
import type { Cursor } from './cursor';

/** What a completion says; the rest follows from where it is written. */
export interface Offer {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly detail?: string;
  readonly documentation?: string;
  /** What is written; absent: the label. */
  readonly insert?: string;
  /** What is compared with what was typed; absent: the label. */
  readonly words?: string;
  readonly continues?: boolean;
}

/** Where offers are written. */
export interface OfferPlace {
  readonly cursor: Cursor;
  /** What is there now. */
  readonly written: Span;
  /** What is there is to be written over as a whole (a placeholder, a complete answer): it narrows nothing down. */
  readonly isWhole: boolean;
}

/**
 * Makes a completion of an offer. It replaces what is written, up to the cursor where that stands outside of it, and
 * leaves a blank behind a colon that has none.
 */
export function offer({ cursor, written, isWhole }: OfferPlace, what: Offer): Completion {
  const { label, kind, detail = '', documentation = '', insert = label, words = label, continues = false } = what;
  const { text, offset } = cursor;
  const empty = written.end <= written.start;
  const span = empty
    ? { start: offset, end: offset }
    : { start: Math.min(written.start, offset), end: Math.max(written.end, offset) };
  const typed = text.slice(span.start, offset);
  const gap = span.start > cursor.line.start && /[:*|+-]/.test(text.charAt(span.start - 1)) ? ' ' : '';
  return {
    kind,
    label,
    detail,
    documentation,
    insert: gap + insert,
    span,
    filter: isWhole && typed.trim() !== '' ? `${typed} ${words}` : words,
    continues,
  };
}
