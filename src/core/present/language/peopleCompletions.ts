import { keys } from '../../process/fieldKeys';
import { ownersIn, ownersOf } from '../../workspace/people/codeowners';
import { knownPeople, type KnownPerson } from '../../workspace/people/knownPeople';
import { peopleOfRecord } from '../../workspace/people/peopleOfRecord';
import { isPlaceholder } from '../../process/placeholder';
import { roleNamed } from '../../record/approvalLine';
import { slice, trimSpan, type Span } from '../../text/span';
import type { AnswerPlace } from './answerAt';
import { mostOffered, type Completion, type LanguageFacts } from './completion';
import type { CompletionPlace } from './completionPlace';
import { dateCompletions } from './dateCompletions';
import { offer } from './offer';

/** People, roles and states of the lines that name people: `Name - Role - State`. */
export async function peopleCompletions(
  place: CompletionPlace,
  { answer, where, value }: AnswerPlace,
  facts: LanguageFacts,
): Promise<Completion[]> {
  const { cursor, record } = place;
  const content = where === 'below' ? itemContent(cursor.text, value) : value;
  if (cursor.offset < content.start) return [];
  const { part, index, count } = partAt(cursor.text, content, cursor.offset);
  const pattern =
    answer.field.placeholder
      .split(/\r?\n/)[0]
      ?.replace(/^[-*\s]+/, '')
      .split(/\s-\s/) ?? [];
  if (index === 0) {
    const isAlone = count === 1 && cursor.after.trim() === '';
    const people = await peopleFirst(place, facts, slice(cursor.text, content));
    return people.map((person) =>
      personOffer(place, part, person, isAlone && pattern.length > 1 ? person.roles[0] : undefined),
    );
  }
  const written = { cursor, written: part, isWhole: isPlaceholder(slice(cursor.text, part)) };
  if (index === 1 && pattern.length > 1) {
    const labels = new Set(record.process.roles.map(({ label }) => label));
    for (const { roles } of await peopleFirst(place, facts, '')) for (const role of roles) labels.add(role);
    return [...labels].map((label) =>
      offer(written, {
        kind: 'role',
        label,
        detail: roleNamed(label, record.process) ? 'role of the process' : 'role',
      }),
    );
  }
  if (index === 2 && pattern.length > 2) {
    return [
      offer(written, { kind: 'option', label: 'Pending', detail: 'not decided yet' }),
      offer(written, { kind: 'token', label: 'Approved', detail: 'approval: an act of a person' }),
      offer(written, { kind: 'option', label: 'Rejected', detail: 'refused' }),
    ];
  }
  return [];
}

/** People and dates of a role's line under "Approved by"; undefined where the cursor stands in none. */
export async function roleLineCompletions(
  place: CompletionPlace,
  facts: LanguageFacts,
): Promise<Completion[] | undefined> {
  const { cursor, record, document } = place;
  const { text, offset, line } = cursor;
  const said = record.approval.roles.find(
    (each) =>
      each.place === 'box' && each.document === document && each.span.start >= line.start && each.span.end <= line.end,
  );
  if (!said) return undefined;
  const words = slice(text, line);
  const colon = words.indexOf(':', said.span.start - line.start);
  if (colon < 0 || line.start + colon >= offset) return [];
  const date = /\(\s*Date:?([^()]*)\)?/i.exec(words);
  const dateFrom = date ? line.start + date.index : line.end;
  if (date && offset > dateFrom) {
    const end = dateFrom + date[0].length - (date[0].endsWith(')') ? 1 : 0);
    const written = trimSpan(text, { start: end - (date[1]?.length ?? 0), end });
    return offset > end || offset < end - (date[1]?.length ?? 0)
      ? []
      : dateCompletions(cursor, written, facts, { withTime: false });
  }
  const name = trimSpan(text, { start: line.start + colon + 1, end: Math.max(dateFrom, line.start + colon + 1) });
  if (offset > Math.max(name.end, dateFrom - 1) && date) return [];
  const people = await peopleFirst(place, facts, said.roleText);
  return people.map((person) => personOffer(place, name, person, undefined));
}

function personOffer(
  { cursor }: CompletionPlace,
  written: Span,
  person: KnownPerson,
  role: string | undefined,
): Completion {
  const text = slice(cursor.text, written);
  return offer(
    { cursor, written, isWhole: isPlaceholder(text) || text.toLowerCase() === person.name.toLowerCase() },
    {
      kind: 'person',
      label: person.name,
      detail: person.roles[0] ?? (person.isOwner ? 'code owner' : ''),
      documentation: person.roles.join(', '),
      insert: role === undefined ? person.name : `${person.name} - ${role}`,
    },
  );
}

/** How many of the files of a record are looked up in CODEOWNERS. */
const mostFiles = 20;

/**
 * Everybody known: who was met in the role that the line names, then who is named in this record, then all others, and
 * code owners, of whom those that own a file of the record come first.
 */
async function peopleFirst(
  { record }: CompletionPlace,
  facts: LanguageFacts,
  words: string,
): Promise<readonly KnownPerson[]> {
  const rules = await facts.owners();
  const own = peopleOfRecord(record);
  const paths = rules.length > 0 ? filesOf(record).slice(0, mostFiles) : [];
  const owners = [...new Set([...paths.flatMap((path) => ownersOf(rules, path)), ...ownersIn(rules)])];
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  const people = knownPeople([...facts.people(), ...own], owners);
  const role = roleNamed(words, record.process);
  const rank = ({ name, roles }: KnownPerson): number =>
    role && roles.some((each) => roleNamed(each, record.process) === role) ? 0 : names.has(name.toLowerCase()) ? 1 : 2;
  return [...people].sort((a, b) => rank(a) - rank(b)).slice(0, mostOffered);
}

/** The paths that a record lists under Files. */
function filesOf({ answer }: CompletionPlace['record']): string[] {
  const files = answer(keys.files);
  if (files?.filled !== true) return [];
  return [...files.text.matchAll(/^\s*[-*+]\s+`?\/?([^\s`:,]+)/gm)].map(([, path = '']) => path);
}

/** What stands behind the marker of a list item. */
export function itemContent(text: string, value: Span): Span {
  const marker = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/.exec(slice(text, value));
  return marker
    ? { start: value.start + marker[0].length, end: Math.max(value.end, value.start + marker[0].length) }
    : value;
}

/** The part between ` - ` that the cursor stands in. */
function partAt(text: string, content: Span, offset: number): { part: Span; index: number; count: number } {
  const words = slice(text, { start: content.start, end: Math.max(content.end, Math.min(offset, content.end + 1)) });
  const parts: Span[] = [];
  let start = 0;
  for (const match of words.matchAll(/\s[-–—](?:\s|$)/g)) {
    parts.push({ start: content.start + start, end: content.start + match.index });
    start = match.index + match[0].length;
  }
  parts.push({ start: content.start + start, end: content.end });
  const found = parts.findIndex(({ end }) => offset <= end);
  const index = found < 0 ? parts.length - 1 : found;
  const part = parts[index] ?? content;
  return {
    part: part.end > part.start ? trimSpan(text, part) : { start: offset, end: offset },
    index,
    count: parts.length,
  };
}
