import { keys } from '../process/fieldKeys';
import { once } from './facts';
import type { ChangeRecord, RecordDocument } from './record';
import { vocabularyOf } from './processVocabulary';
import { slice, type Span } from '../text/span';
import { readFieldMark, readPlainMark } from '../markdown/fieldMark';
import { comparableName } from '../process/comparableName';
import type { Heading } from '../markdown/blocks';

/** The separators of a record that turned the text above them into a heading. */
export const setextAccidents = once(
  ({ documents, process }: Pick<ChangeRecord, 'documents' | 'process' | 'facts'>): readonly SetextAccident[] => {
    const { sections, fields } = vocabularyOf(process);
    const accidents: SetextAccident[] = [];
    for (const document of documents) {
      for (const { heading } of [document.root, ...document.sections]) {
        if (!heading?.underline || !isAccident(heading, document.text, sections, fields)) continue;
        const { title, underline } = heading;
        const hidden = labelsIn(slice(document.text, title), fields).flatMap((label) => fields.get(label) ?? []);
        const hidesStatus = hidden.some(({ key }) => key === keys.status);
        const hidesFields = hidesStatus ? 'status' : hidden.length > 0 ? 'some' : 'none';
        accidents.push({ document, title, underline, hidesFields });
      }
    }
    return accidents;
  },
);

interface Known {
  has(name: string): boolean;
}

/** The labels of the process that the lines of a text begin with, as they are compared. */
function labelsIn(text: string, fields: Known): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const from = line.search(/\S/);
    const mark =
      from < 0 ? undefined : (readFieldMark(line, from, line.length) ?? readPlainMark(line, from, line.length));
    const name = mark && comparableName(slice(line, mark.label));
    return name !== undefined && fields.has(name) ? [name] : [];
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
function isAccident({ title, underline, level }: Heading, text: string, known: Known, fields: Known): boolean {
  if (!underline) return false;
  const words = slice(text, title);
  if (
    labelsIn(words, fields).length > 0 ||
    (level === 2 && (readFieldMark(words, 0, words.length) || /[\r\n]/.test(words)))
  )
    return true;
  if (level === 1) return false;
  const isSentence = /[.:;,!?]$/.test(words) || words.length > 80;
  return isSentence && slice(text, underline) === '---' && !known.has(comparableName(words));
}
