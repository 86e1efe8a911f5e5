import { keys } from '../process/fieldKeys';
import { comparableName } from '../process/comparableName';
import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import { blankLine } from '../text/blankLine';
import { remembered } from '../text/remembered';
import { slice, trimSpan, type Span } from '../text/span';
import { readRecordId } from '../process/recordId';
import type { Answer, ChangeRecord, RecordDocument } from './record';

/** Where the H1 (or `**Change ID**`) names an ID, and which; placeholders name none (reading 9). */
export function headingIdOf(
  document: RecordDocument,
  process: Process,
  changeId: Answer | undefined,
): ChangeRecord['headingId'] {
  const { heading } = document.root;
  const places = [heading?.title, changeId?.filled === true ? changeId.span : undefined];
  for (const place of places) {
    const span = place && idIn(document.text, place, process);
    if (!span) continue;
    const text = slice(document.text, span);
    const read = readRecordId(text, process.identity);
    if (read.kind !== 'none') return { document, span, text, id: read.kind === 'id' ? read.id : undefined };
  }
  return undefined;
}

/** The word in a span that begins with the prefix of the process. */
function idIn(text: string, { start, end }: Span, { identity }: Process): Span | undefined {
  const words = slice(text, { start, end });
  const match = wordWithPrefix(identity.prefix).exec(words);
  if (!match) return undefined;
  return { start: start + match.index, end: start + match.index + match[0].replace(/(?<!-)-+$/, '').length };
}

const wordWithPrefix = remembered((prefix) => new RegExp(`(?<![\\p{L}\\p{N}-])${prefix}-[\\p{L}\\p{N}-]+`, 'iu'));

/**
 * The title of a record (reading 4): its Title field in any form, else the words of the H1 beside the ID. A title that
 * is still the template's placeholder is found and not `filled`.
 */
export function titleOf(
  document: RecordDocument,
  process: Process,
  answer: Answer | undefined,
  description: Answer | undefined,
): ChangeRecord['title'] {
  if (answer?.filled === true) return { document, span: answer.span, text: oneLine(answer.text), filled: true };
  const inHeading = titleInHeading(document, process);
  if (inHeading) return inHeading;
  // A process without a title field tells it with the first sentence of the description (reading 43).
  if (process.field(keys.title) === undefined && description?.filled === true) return firstSentence(description);
  return answer && { document, span: answer.span, text: oneLine(answer.text), filled: false };
}

function firstSentence({ document, span, text }: Answer): ChangeRecord['title'] {
  const paragraph = text.slice(0, blankLine.exec(text)?.index);
  const end = /[.;!?](?=\s|$)/.exec(paragraph)?.index ?? paragraph.length;
  return {
    document,
    span: { start: span.start, end: span.start + end },
    text: oneLine(text.slice(0, end)),
    filled: true,
  };
}

function titleInHeading(document: RecordDocument, process: Process): ChangeRecord['title'] {
  const { heading } = document.root;
  if (!heading) return undefined;
  const { text } = document;
  const id = idIn(text, heading.title, process);
  const after = id && withoutSeparators(text, { start: id.end, end: heading.title.end });
  const before = withoutSeparators(text, { start: heading.title.start, end: id?.start ?? heading.title.end });
  for (const span of [after, before]) {
    if (!span || span.end <= span.start) continue;
    const words = oneLine(slice(text, span));
    if (comparableName(words) === comparableName(process.name) || isPlaceholder(words)) continue;
    return { document, span, text: words, filled: true };
  }
  return undefined;
}

/** Without blanks, colons, dashes, pipes and what is left of brackets around the ID. */
function withoutSeparators(text: string, span: Span): Span {
  let { start, end } = trimSpan(text, span);
  while (start < end && /[\s:–—\-|)\]]/.test(text.charAt(start))) start++;
  while (end > start && /[\s:–—\-|([]/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
