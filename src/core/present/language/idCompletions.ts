import type { RecordSummary } from '../../workspace/recordSummary';
import { beginningOf } from '../../process/recordId';
import { isPlaceholder } from '../../process/placeholder';
import type { FieldDefinition, Process } from '../../process/process';
import { slice, type Span } from '../../text/span';
import { statusLabel } from '../../process/statusLook';
import type { AnswerPlace } from './answerAt';
import { mostOffered, type Completion, type Completions, type LanguageFacts } from './completion';
import type { CompletionPlace } from './completionPlace';
import type { Cursor } from './cursor';
import { offer } from './offer';
import { itemContent } from './peopleCompletions';

/** The letters that requirements begin with (reading 9). */
const requirementPrefix = 'REQ';

/** An ID that is being written: `CR-`, `chg-2026`, `REQ-0`. */
export interface IdPlace {
  /** With the hyphen behind it. */
  readonly prefix: string;
  readonly span: Span;
}

/** The ID that is being written at a cursor, by the prefixes of the processes; undefined if there is none. Cheap. */
export function idAt({ before, after, offset }: Cursor, processes: readonly Process[]): IdPlace | undefined {
  const match = /(?<![\p{L}\p{N}._-])\p{L}[\p{L}\p{N}._-]{1,52}$/u.exec(before.slice(-60));
  const typed = match?.[0].toUpperCase() ?? '';
  const beginnings = [`${requirementPrefix}-`, ...processes.map(({ identity }) => beginningOf(identity))];
  const prefix = beginnings.filter((each) => typed.startsWith(each)).sort((a, b) => b.length - a.length)[0];
  if (!match || prefix === undefined) return undefined;
  const rest = /^[\p{L}\p{N}-]*/u.exec(after.slice(0, 60))?.[0] ?? '';
  return { prefix, span: { start: offset - match[0].length, end: offset + rest.length } };
}

/** IDs of records, or of requirements, where one is being written. `own` is the record at hand, which comes last. */
export async function idCompletions(
  cursor: Cursor,
  { prefix, span }: IdPlace,
  facts: LanguageFacts,
  own: string | undefined,
): Promise<Completions> {
  const typed = cursor.text.slice(span.start, cursor.offset);
  const isWhole = isPlaceholder(slice(cursor.text, span));
  const place = { cursor, written: span, isWhole };
  if (prefix === `${requirementPrefix}-`) {
    const requirements = await facts.requirements();
    const items = requirements.map(({ id, title }) =>
      offer(place, { kind: 'requirement', label: id, detail: title, words: `${id} ${title}` }),
    );
    return capped(items);
  }
  const records = recordsFirst(facts.records(), own).filter(({ id }) => id?.startsWith(prefix) === true);
  const wanted = isWhole ? '' : typed.toUpperCase();
  // Those that begin with what was typed must not fall behind the limit; others may be found by their title.
  const sorted = [
    ...records.filter(({ id }) => id?.startsWith(wanted) === true),
    ...records.filter(({ id }) => id?.startsWith(wanted) === false),
  ];
  return capped(sorted.map((record) => recordOffer(place, record, false)));
}

/** Records for a list of dependencies, where the cursor stands at the beginning of an entry (readings 9 and 12). */
export function dependencyCompletions(
  { cursor, record }: CompletionPlace,
  { where, value }: AnswerPlace,
  facts: LanguageFacts,
): Completions {
  const written = where === 'below' ? itemContent(cursor.text, value) : value;
  if (cursor.offset < written.start) return capped([]);
  const text = slice(cursor.text, written);
  const isWhole = isPlaceholder(text);
  if (!isWhole && /[:\s]/.test(text.slice(0, Math.max(0, cursor.offset - written.start)))) return capped([]);
  const place = { cursor, written: isWhole ? written : wordFrom(cursor, written), isWhole };
  const records = recordsFirst(facts.records(), undefined).filter(({ id }) => id !== null && id !== record.id?.text);
  return capped(records.map((each) => recordOffer(place, each, isWhole || cursor.after.trim() === '')));
}

/** Whether a field lists other records: its template shows placeholders of their IDs. */
export function asksForRecords({ answer, placeholder }: FieldDefinition): boolean {
  return answer === 'list' && /\b(?!REQ-)[A-Z][A-Z\d]*-[XYN]{3,}/.test(placeholder);
}

function wordFrom({ text, offset }: Cursor, { start, end }: Span): Span {
  const rest = text.slice(offset, end).search(/[:\s]/);
  return { start, end: rest < 0 ? end : offset + rest };
}

function recordOffer(
  place: { readonly cursor: Cursor; readonly written: Span; readonly isWhole: boolean },
  { id, name, title, status, archived }: RecordSummary,
  withTitle: boolean,
): Completion {
  const label = id ?? name;
  const words = title ?? 'Untitled';
  return offer(place, {
    kind: 'record',
    label,
    detail: words,
    documentation: `${statusLabel(status)}${archived ? ', archived' : ''}\n\n${words}`,
    insert: withTitle && title !== null ? `${label}: ${title}` : label,
    words: `${label} ${words}`,
  });
}

/** Records that are under way before those that are done, the newest first; this one last. */
function recordsFirst(records: readonly RecordSummary[], own: string | undefined): RecordSummary[] {
  const rank = ({ id, archived, role }: RecordSummary): number =>
    id === own ? 3 : archived ? 2 : role === 'completed' || role === 'abandoned' || role === 'rejected' ? 1 : 0;
  return [...records].sort((a, b) => rank(a) - rank(b) || ((a.id ?? '') > (b.id ?? '') ? -1 : 1));
}

function capped(items: readonly Completion[]): Completions {
  return { items: items.slice(0, mostOffered), isIncomplete: items.length > mostOffered };
}
