import { blocksWithin } from '../../markdown/blocksWithin';
import { isPlaceholder } from '../../process/placeholder';
import type { FieldDefinition, Process } from '../../process/process';
import { plainText } from '../../record/plainText';
import { roleNamed } from '../../record/approvalLine';
import type { Answer, ChangeRecord } from '../../record/record';
import { remembered } from '../../text/remembered';
import { slice } from '../../text/span';

/** A person as a record names them, with the role in which they appear there. */
export interface NamedPerson {
  readonly name: string;
  /** Empty where none is given. */
  readonly role: string;
}

/** How many people of one record are taken note of. */
const mostPeople = 20;

/** Everybody that a record names in the fields that ask for people, each once a role. */
export function peopleOfRecord(record: ChangeRecord): readonly NamedPerson[] {
  const people = new Map<string, NamedPerson>();
  const add = (words: string, role: string): void => {
    const name = nameIn(words);
    if (name !== '' && people.size < mostPeople) people.set(`${name}\n${role}`, { name, role });
  };
  const fields = fieldsOfPeople(record.process);
  for (const answer of record.answers) {
    if (!answer.filled || !fields.has(answer.field)) continue;
    for (const line of linesOf(answer)) {
      const { name, role } = personIn(line);
      add(name, role);
    }
  }
  for (const { name, role, roleText } of record.approval.roles) {
    if (name !== undefined && roleNamed(name, record.process) === undefined) add(name, role?.label ?? roleText);
  }
  return [...people.values()];
}

const peopleFields = new WeakMap<Process, ReadonlySet<FieldDefinition>>();

function fieldsOfPeople(process: Process): ReadonlySet<FieldDefinition> {
  let fields = peopleFields.get(process);
  if (!fields) {
    fields = new Set(process.fields.filter(asksForPeople));
    peopleFields.set(process, fields);
  }
  return fields;
}

/** Whether a field is answered with people: by its kind, or because its template says "Name" or "Person". */
export function asksForPeople({ answer, placeholder }: Answer['field']): boolean {
  return answer === 'people' || /^[-*\s]*\[(?:Name|Person|Team\/Person)\b/.test(placeholder);
}

function linesOf({ document, span, text, label }: Answer): string[] {
  const items = blocksWithin(document.scan, span).filter(({ kind }) => kind === 'item');
  if (items.length === 0) return label.end <= span.start ? text.split(/,\s*|\r\n|\r|\n/) : [];
  return items.flatMap((block) => (block.kind === 'item' && !block.field ? [slice(document.text, block.content)] : []));
}

/** `Dana Field - Technical Lead`: who is named, and in which role. The same people are named in many records. */
const personIn = remembered((line: string): NamedPerson => {
  const [name = '', role = ''] = line.split(/(?<!\s)\s+[-–—]\s+/).map((part) => plainText(part));
  return { name, role: isPlaceholder(role) ? '' : role.slice(0, 60) };
});

/** The name that words are; empty if they are none. */
const nameIn = remembered((words: string): string => {
  const name = withoutAddress(words);
  return isName(name) ? name : '';
});

/** `Dana Field <dana@example.com>` and `Dana Field (dana@example.com)` are Dana Field. */
function withoutAddress(name: string): string {
  return name
    .replace(/[<(][^<>()]*[>)]\s*$/, '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

function isName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 60 &&
    /\p{L}/u.test(name) &&
    !isPlaceholder(name) &&
    !/^(?:n\/?a|none)$/i.test(name)
  );
}
