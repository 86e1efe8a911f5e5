import type { ChangeRecord, Place, RecordDocument, Section } from '../record/record';
import type { Span } from '../text/span';

/** A span of a text as a place. */
export function at(document: RecordDocument, span: Span): Place {
  return { document, span };
}

/** Where something is said that concerns the record as a whole: its H1, else the beginning of its first line. */
export function titlePlace({ document }: Pick<ChangeRecord, 'document'>): Place {
  return headingPlace(document.root) ?? at(document, firstLine(document));
}

/** The title of a section's heading. */
export function headingPlace({ heading, document }: Section): Place | undefined {
  return heading && at(document, heading.title);
}

function firstLine({ scan, text }: RecordDocument): Span {
  const [first] = scan.blocks;
  const start = first?.span.start ?? 0;
  const end = text.slice(start).search(/[\r\n]/);
  return { start, end: end < 0 ? text.length : start + end };
}

/** More than these are not told one by one. */
const mostListed = 8;

/** `A`, `A and B`, `A, B and C`; of a great many the first and how many more. */
export function listed(words: readonly string[]): string {
  const shown =
    words.length > mostListed
      ? [...words.slice(0, mostListed - 1), `${String(words.length - mostListed + 1)} more`]
      : words;
  const last = shown.at(-1);
  if (last === undefined) return '';
  return shown.length === 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** A value as it is quoted in a message: one line, not too long, with characters that nobody sees spelled out. */
export function quoted(text: string): string {
  const line = visible(text.replace(/\s+/g, ' ').trim());
  const characters = [...line];
  return characters.length > 60 ? `«${characters.slice(0, 57).join('')}…»` : `«${line}»`;
}

/** Control characters, and marks that hide or turn what is written, as their code points. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
