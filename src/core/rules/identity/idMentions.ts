import { keys } from '../../process/fieldKeys';
import { readRecordId, type IdResult, type RecordId } from '../../process/recordId';
import { once } from '../../record/facts';
import type { ChangeRecord, Place } from '../../record/record';
import { slice, type Span } from '../../text/span';
import { at } from '../../record/places';

/** A word of a record that is meant as an ID. */
export interface IdMention extends Place {
  readonly text: string;
  readonly read: Exclude<IdResult, { kind: 'none' }>;
}

/** Keys of front matter that name the record itself. */
const frontMatterKeys = /^(?:id|cr|chg|(?:cr|chg|change|record|change[-_ ]request)[-_ ]?id)$/i;

/** Where a record names its own ID (reading 3): its heading, "Change ID", and the front matter; the heading first. */
export const idMentions = once((record: ChangeRecord): readonly (readonly IdMention[])[] => {
  const { document, frontMatter } = record;
  const { heading } = document.root;
  const changeId = record.answer(keys.changeId);
  const places: Span[] = heading ? [heading.title] : [];
  if (changeId?.filled === true && changeId.document === document) places.push(changeId.span);
  const front = frontMatter?.values.find(({ key }) => frontMatterKeys.test(key));
  if (front && !places.some(({ start }) => start === front.span.start)) places.push(front.span);
  return places.map((span) => mentionsIn(record, span));
});

/** The ID of the file's name, which is nearly always the one that is named: there is nothing to be read again. */
function asRead(id: RecordId): IdResult {
  return { kind: 'id', id, digits: id.text.length - id.text.lastIndexOf('-') - 1 };
}

/** All words of a stretch that are meant as IDs of the process. */
function mentionsIn({ document, process, id }: ChangeRecord, span: Span): IdMention[] {
  const mentions: IdMention[] = [];
  for (const match of slice(document.text, span).matchAll(/[\p{L}\p{N}\p{Pd}\p{Cf}\u2212]+/gu)) {
    // Most words of a heading have letters alone, and no ID has.
    if (/^[A-Za-z]+$/.test(match[0])) continue;
    const text = match[0].replace(/^[\p{Pd}\p{Cf}]+|(?<![\p{Pd}\p{Cf}])[\p{Pd}\p{Cf}]+$/gu, '');
    const read = id?.text === text ? asRead(id) : readRecordId(text, process.identity);
    const start = span.start + match.index + match[0].indexOf(text);
    if (text !== '' && read.kind !== 'none') {
      mentions.push({ ...at(document, { start, end: start + text.length }), text, read });
    }
  }
  return mentions;
}
