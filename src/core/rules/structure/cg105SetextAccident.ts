import { comparableName } from '../../process/comparableName';
import { readFieldMark } from '../../markdown/fieldMark';
import type { Heading } from '../../markdown/blocks';
import type { ChangeRecord, RecordDocument } from '../../record/record';
import { slice, type Span } from '../../text/span';
import { at, quoted } from '../places';
import { defineRule, finding } from '../rule';

export const setextAccident = defineRule({
  code: 'CG105',
  name: 'setext-accident',
  severity: 'warning',
  summary: 'A line `---` that is meant as a separator has a blank line above it.',
  source: 'Reading 10',
  fix: { what: 'Puts a blank line above it.' },
  *check({ record }) {
    for (const { document, title, underline } of setextAccidents(record)) {
      yield finding(
        at(document, underline),
        `${quoted(slice(document.text, underline))} makes a heading of the text above it and hides its fields; a blank line is expected before it.`,
      )
        .related(at(document, title), 'this text became a heading')
        .safeFix('Put a blank line before it', [
          { document, edit: { span: { start: underline.start, end: underline.start }, newText: '\n' } },
        ]);
    }
  },
});

/** The separators of a record that turned the text above them into a heading. */
export function setextAccidents({ documents, process }: Pick<ChangeRecord, 'documents' | 'process'>): SetextAccident[] {
  const known = new Set(process.sections.flatMap(({ names }) => names));
  return documents.flatMap((document) =>
    document.scan.blocks.flatMap((block) =>
      block.kind === 'heading' && block.underline && isAccident(block, document.text, known)
        ? [{ document, title: block.title, underline: block.underline }]
        : [],
    ),
  );
}

interface SetextAccident {
  readonly document: RecordDocument;
  readonly title: Span;
  readonly underline: Span;
}

/** A heading that nobody wrote as one: fields, several lines, or a whole sentence above the separator of the template. */
function isAccident({ title, underline, level }: Heading, text: string, known: ReadonlySet<string>): boolean {
  if (level !== 2 || !underline) return false;
  const words = slice(text, title);
  if (readFieldMark(text, title.start, title.end) || /[\r\n]/.test(words)) return true;
  const isSentence = /[.:;,!?]$/.test(words) || words.length > 80;
  return isSentence && slice(text, underline) === '---' && !known.has(comparableName(words));
}
