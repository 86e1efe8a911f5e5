import { keys } from '../process/fieldKeys';
import { leadingId, readRecordId, type IdResult, type RecordId, type RecordIdFormat } from '../process/recordId';
import type { Process } from '../process/process';
import { slice, type Span } from '../text/span';
import { isGenericTitle } from './genericTitle';
import type { Mention } from './mentions';
import { idLabels } from './ownLabels';
import { labeledValues, labelName } from './preamble';
import type { FrontMatterReading } from './readFrontMatter';
import type { NamedId, RecordDocument, Section } from './record';

/**
 * Where a record names its own ID (reading 3), with all words of each place that are meant as IDs: its heading, labels such
 * as "CR Number", an H2, H3 or first line that is an ID with a title behind it, and the front matter. `own` is the ID of
 * the file, which is nearly always the one that is named.
 */
export function namedIds(
  document: RecordDocument,
  mentions: readonly Mention[],
  preamble: readonly Section[],
  process: Process,
  frontMatter: FrontMatterReading | undefined,
  own: RecordId | undefined,
): readonly (readonly NamedId[])[] {
  const read = (span: Span): NamedId[] => idsWithin(document, span, process.identity, own);
  const { heading } = document.root;
  const places = heading ? [read(heading.title)] : [];
  const ownNames = process.field(keys.changeId)?.names;
  const isLabel = (name: string): boolean => idLabels.has(name) || ownNames?.includes(name) === true;
  for (const value of labeledValues(mentions, preamble, isLabel)) places.push(read(value));
  const front = frontMatter?.values.filter(({ key }) => idLabels.has(labelName(key.replace(/[-_]/g, ' ')))) ?? [];
  for (const { span } of front) places.push(read(span));
  const named = places.filter(({ length }) => length > 0);
  const other = idHeading(document, process, own, preamble);
  if (other && (named.length === 0 || isOwn(other.id, own)))
    named.splice(heading && places[0]?.length ? 1 : 0, 0, [other.id]);
  const [first] = named;
  const isProse = heading && first === places[0] && first?.[0] && isInProse(heading.title, first[0], process);
  // "Rollback of CR-…" tells of another record where the record names itself elsewhere.
  return isProse && !first.some((id) => isOwn(id, own)) && named.some((ids) => ids.some((id) => isOwn(id, own)))
    ? named.slice(1)
    : named;
}

function isInProse({ start }: Span, { document, span }: NamedId, process: Process): boolean {
  const before = slice(document.text, { start, end: span.start }).replace(
    /(?<![\s*_`~:#|([\-–—])[\s*_`~:#|([\-–—]+$/,
    '',
  );
  return /[\p{L}\p{N}]/u.test(before) && !isGenericTitle(before, process);
}

/** An ID that stands like a heading, and what stands behind it. */
export interface IdHeading {
  readonly id: NamedId;
  readonly rest: Span;
}

/** The first H2, H3 or line before them that begins with an ID, or with "Change Request" and an ID. */
export function idHeading(
  document: RecordDocument,
  process: Process,
  own: RecordId | undefined,
  preamble: readonly Section[],
): IdHeading | undefined {
  const first = document.root.blocks.find(({ kind }) => kind !== 'break' && kind !== 'html');
  const line = first?.kind === 'text' && !first.field ? [first.span] : [];
  const headings = preamble.flatMap(({ heading, level }) =>
    heading && heading !== document.root.heading && level <= 3 ? [heading.title] : [],
  );
  for (const span of [...line, ...headings]) {
    const [id] = idsWithin(
      document,
      { start: span.start, end: Math.min(span.end, span.start + 200) },
      process.identity,
      own,
    );
    if (!id) continue;
    const before = slice(document.text, { start: span.start, end: id.span.start }).replace(/[\s*_`~:#|([\-–—]+$/, '');
    if (/^[\s*_`~[(]*$/.test(before) || isGenericTitle(before, process))
      return { id, rest: { start: id.span.end, end: span.end } };
  }
  return undefined;
}

/** Whether a word names the record itself. */
export function isOwn({ read }: NamedId, own: RecordId | undefined): boolean {
  return read.kind === 'id' && read.id.text === own?.text;
}

const plainWords = /[A-Za-z\d_.-]+/g;
const anyWords = /[\p{L}\p{N}\p{Pd}\p{Cf}\u2212_.]+/gu;

/** All words of a stretch that are meant as IDs of the process. */
function idsWithin(document: RecordDocument, span: Span, format: RecordIdFormat, own: RecordId | undefined): NamedId[] {
  const found: NamedId[] = [];
  const words = slice(document.text, span);
  const isPlain = /^[ -~]*$/.test(words);
  for (const match of words.matchAll(isPlain ? plainWords : anyWords)) {
    // Most words of a heading have letters alone, and no ID has.
    if (/^[A-Za-z]+$/.test(match[0])) continue;
    const word = own?.text === match[0] ? match[0] : withoutMarks(match[0]);
    if (word === '') continue;
    const start = span.start + match.index + match[0].indexOf(word);
    const whole = own?.text === word ? asRead(own, format) : readRecordId(word, format);
    // The name of a file has words behind its ID: `CR-2026-02-09-001-upload-limit`.
    const leading = whole.kind === 'none' ? leadingId(word, format) : undefined;
    const read = leading?.read ?? whole;
    const text = word.slice(0, leading?.length);
    if (read.kind !== 'none') found.push({ document, span: { start, end: start + text.length }, text, read });
  }
  return found;
}

/** Hyphens, dots and marks of emphasis around a word are none of it. */
function withoutMarks(word: string): string {
  return word.replace(/^[\p{Pd}\p{Cf}_.]+|(?<![\p{Pd}\p{Cf}_.])[\p{Pd}\p{Cf}_.]+$/gu, '');
}

/** There is nothing to be read again. */
function asRead(id: RecordId, { pieces, digits }: RecordIdFormat): IdResult {
  const isNumbered = pieces.some(({ kind }) => kind === 'number');
  return { kind: 'id', id, digits: isNumbered ? Math.max(digits, String(id.sequence).length) : digits };
}
