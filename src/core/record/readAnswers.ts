import { keys } from '../process/fieldKeys';
import { comparableName } from '../process/comparableName';
import type { FieldDefinition, Process } from '../process/process';
import { answerOf } from './answerOf';
import { mentionsOf, type Mention } from './mentions';
import { vocabularyOf } from './processVocabulary';
import type { Answer, RecordDocument, Section } from './record';

/** The answers of a record, and what was answered twice. */
export interface Answers {
  /** One a field, in the order of the process. */
  readonly answers: readonly Answer[];
  readonly repeated: readonly { readonly first: Answer; readonly again: Answer }[];
}

/**
 * Finds the answer to every field of the process, in whatever form it was written (reading 12). A field belongs to
 * its section (reading 13); one that was put elsewhere is still found if no other field goes by its name.
 */
export function readAnswers(process: Process, documents: readonly RecordDocument[]): Answers {
  const vocabulary = vocabularyOf(process);
  const byName = new Map<string, Mention[]>();
  for (const document of documents) {
    for (const mention of mentionsOf(document, vocabulary)) {
      const same = byName.get(mention.name);
      if (same) same.push(mention);
      else byName.set(mention.name, [mention]);
    }
  }
  const answers: Answer[] = [];
  const repeated: { first: Answer; again: Answer }[] = [];
  for (const field of process.fields) {
    const mentions = mentionsOfField(field, byName);
    if (mentions.length === 0) continue;
    const home = mentions.filter((mention) => isAtHome(mention, field));
    const best =
      home.find((mention) => !mention.plain) ??
      home[0] ??
      mentions.find((mention) => isAlone(mention, field, vocabulary));
    if (!best) continue;
    const first = answerOf(best, field);
    answers.push(first);
    if (best.nested || best.plain) continue;
    for (const again of home) {
      if (again !== best && again.form === 'heading' && isShort(field)) {
        const other = answerOf(again, field);
        if (contradicts(first, other)) repeated.push({ first, again: other });
        continue;
      }
      const sameKind = again !== best && !again.plain && !again.nested && again.form !== 'heading';
      if (sameKind && again.section === best.section) repeated.push({ first, again: answerOf(again, field) });
    }
  }
  return { answers, repeated };
}

const noMentions: readonly Mention[] = [];

function mentionsOfField({ names }: FieldDefinition, byName: ReadonlyMap<string, readonly Mention[]>) {
  let mentions = noMentions;
  for (const name of names) {
    const named = byName.get(name);
    if (named) mentions = mentions.length === 0 ? named : [...mentions, ...named];
  }
  return mentions;
}

/** A field whose answer is one word or day, so that two different ones cannot both be right. */
function isShort({ answer }: FieldDefinition): boolean {
  return answer === 'choice' || answer === 'date' || answer === 'date-time';
}

/** `## Status` beside `**Status**:` is a form of it, as long as both say the same. */
function contradicts(first: Answer, other: Answer): boolean {
  const said = ({ text, chosen }: Answer): string =>
    comparableName(chosen.length > 0 ? chosen.map((each) => each.option?.value ?? each.text).join(' ') : text);
  // A heading may head more than the answer: only one that can be read as such says something else.
  const isRead = other.date !== undefined || other.chosen.some(({ option }) => option !== undefined);
  return first.filled && other.filled && isRead && said(first) !== said(other);
}

/** Whether a label stands where its field belongs. */
function isAtHome(mention: Mention, field: FieldDefinition): boolean {
  if (mention.form === 'heading' && isOwnHeading(mention.section, field)) return true;
  if (field.section === undefined) return isPreamble(mention);
  for (let section: Section | undefined = mention.section; section; section = section.parent) {
    if (section.definition) return section.definition === field.section;
  }
  return false;
}

/** `## Status`, or `### Problem Statement` below the section that the template has it in. */
function isOwnHeading(section: Section, field: FieldDefinition): boolean {
  if (section.definition) return section.definition === field.section || section.definition.parent === field.section;
  const parent = section.parent?.definition;
  return field.section === undefined
    ? section.document.role === 'record' && section.level <= 2
    : parent === field.section;
}

/** Before the first H2 of the record itself; anywhere in it where the process has no headings (reading 43). */
function isPreamble({ document, section, form }: Mention): boolean {
  if (document.role !== 'record' || form === 'heading') return false;
  if (section === document.root) return true;
  return !document.sections.some(({ definition }) => definition !== undefined) && section.definition === undefined;
}

/** Whether no other field of the process could be meant by a label. */
function isAlone(mention: Mention, field: FieldDefinition, { fields }: ReturnType<typeof vocabularyOf>): boolean {
  if (field.section === undefined && mention.document.role !== 'record') return false;
  return fields.get(mention.name)?.length === 1 && !isForbiddenElsewhere(field) && !mention.nested;
}

/** The record's own status is only ever the one before the first H2 or under `## Status` (reading 13). */
function isForbiddenElsewhere(field: FieldDefinition): boolean {
  return field.key === keys.status;
}
