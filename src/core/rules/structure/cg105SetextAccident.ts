import { comparableName } from '../../process/comparableName';
import { readFieldMark } from '../../markdown/fieldMark';
import { vocabularyOf } from '../../record/processVocabulary';
import { once } from '../../record/facts';
import type { Heading } from '../../markdown/blocks';
import type { ChangeRecord, RecordDocument } from '../../record/record';
import { slice, type Span } from '../../text/span';
import { at, quoted } from '../places';
import { defineRule, finding } from '../rule';

export const setextAccident = defineRule({
  code: 'CG105',
  name: 'setext-accident',
  severity: { draft: 'warning', proposed: 'error' },
  summary: 'A line `---` that is meant as a separator has a blank line above it.',
  source: 'Reading 10',
  fix: { what: 'Puts a blank line above it.' },
  *check({ record }) {
    for (const { document, title, underline, hidesFields } of setextAccidents(record)) {
      const draft = finding(
        at(document, underline),
        `${quoted(slice(document.text, underline))} makes a heading of the text above it${hidesFields === 'none' ? '' : ' and hides its fields'}; a blank line is expected before it.`,
      );
      if (hidesFields !== 'some') draft.as(hidesFields === 'status' ? 'error' : 'warning');
      yield draft
        .related(at(document, title), 'this text became a heading')
        .safeFix('Put a blank line before it', [
          { document, edit: { span: { start: underline.start, end: underline.start }, newText: '\n' } },
        ]);
    }
  },
});

/** The separators of a record that turned the text above them into a heading. */
export const setextAccidents = once(
  ({ documents, process }: Pick<ChangeRecord, 'documents' | 'process' | 'facts'>): readonly SetextAccident[] => {
    const { sections, fields } = vocabularyOf(process);
    const accidents: SetextAccident[] = [];
    for (const document of documents) {
      for (const { heading } of [document.root, ...document.sections]) {
        if (!heading?.underline || !isAccident(heading, document.text, sections)) continue;
        const { title, underline } = heading;
        const hidden = labelsIn(slice(document.text, title)).flatMap((label) => fields.get(label) ?? []);
        const hidesStatus = hidden.some(({ key }) => key === 'status');
        const hidesFields = hidesStatus ? 'status' : hidden.length > 0 ? 'some' : 'none';
        accidents.push({ document, title, underline, hidesFields });
      }
    }
    return accidents;
  },
);

/** The labels that the lines of a text begin with, as they are compared. */
function labelsIn(text: string): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const from = line.search(/\S/);
    const mark = from < 0 ? undefined : readFieldMark(line, from, line.length);
    return mark ? [comparableName(slice(line, mark.label))] : [];
  });
}

interface SetextAccident {
  readonly document: RecordDocument;
  readonly title: Span;
  readonly underline: Span;
  /** Whether the text above it holds fields of the process; without its status a record reads like a draft. */
  readonly hidesFields: 'none' | 'some' | 'status';
}

/** A heading that nobody wrote as one: fields, several lines, or a whole sentence above the separator of the template. */
function isAccident(
  { title, underline, level }: Heading,
  text: string,
  known: { has(name: string): boolean },
): boolean {
  if (level !== 2 || !underline) return false;
  const words = slice(text, title);
  if (readFieldMark(text, title.start, title.end) || /[\r\n]/.test(words)) return true;
  const isSentence = /[.:;,!?]$/.test(words) || words.length > 80;
  return isSentence && slice(text, underline) === '---' && !known.has(comparableName(words));
}
