import type { ChangeRecord, Place, RecordDocument, Section } from './record';
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
