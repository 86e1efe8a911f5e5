import { keys } from '../process/fieldKeys';
import { comparableName } from '../process/comparableName';
import type { FieldDefinition, Process } from '../process/process';
import { isPlaceholder } from '../process/placeholder';
import { slice } from '../text/span';
import { looksLikeDate } from '../text/writtenDate';
import { answerOf } from './answerOf';
import { unlabeledAnswer } from './unlabeledAnswer';
import { isContainer, mentionsOf, type Mention } from './mentions';
import { optionNamed, vocabularyOf } from './processVocabulary';
import { statusNamed } from './readStatus';
import type { Answer, RecordDocument, Section } from './record';

/** The answers of a record, and what was answered twice. */
export interface Answers {
  /** One a field, in the order of the process. */
  readonly answers: readonly Answer[];
  /** The labels of the record's own text. */
  readonly mentions: readonly Mention[];
  readonly repeated: readonly { readonly first: Answer; readonly again: Answer }[];
}

/**
 * Finds the answer to every field of the process, in whatever form it was written (reading 12). A field belongs to
 * its section (reading 13); one that was put elsewhere is still found if no other field goes by its name.
 */
export function readAnswers(process: Process, documents: readonly RecordDocument[]): Answers {
  const vocabulary = vocabularyOf(process);
  const byField = new Map<FieldDefinition, Mention[]>();
  const found = documents.map((document) => mentionsOf(document, vocabulary));
  for (const mentions of found) {
    for (const mention of mentions) {
      for (const field of vocabulary.fields.get(mention.name) ?? []) {
        const same = byField.get(field);
        if (same) same.push(mention);
        else byField.set(field, [mention]);
      }
    }
  }
  const answers: Answer[] = [];
  const repeated: { first: Answer; again: Answer }[] = [];
  for (const field of process.fields) {
    const met = byField.get(field);
    const mentions = met
      ? inOrder(
          met.filter((mention) => suits(mention, field)),
          field,
        )
      : noMentions;
    if (mentions.length === 0) {
      const unlabeled = field.unlabeled && unlabeledAnswer(field, documents, process);
      if (unlabeled) answers.push(unlabeled);
      continue;
    }
    const home = mentions.filter((mention) => isAtHome(mention, field, process));
    const best =
      (field.section === undefined ? home.find(isAtTop) : undefined) ??
      home.find(({ plain }) => !plain) ??
      home[0] ??
      (field.key === keys.status
        ? statusElsewhere(mentions)
        : mentions.find((mention) => isAlone(mention, field, vocabulary)));
    if (!best) continue;
    const first = answerOf(best, field);
    answers.push(first);
    if (best.nested) continue;
    for (const again of field.key === keys.status ? statusesOfRecord(mentions, home) : home) {
      if (again !== best && isAnotherAnswer(again, best, first, process))
        repeated.push({ first, again: answerOf(again, field) });
    }
  }
  return { answers, mentions: found[0] ?? noMentions, repeated };
}

const noMentions: readonly Mention[] = [];

/** The labels of a field, those with its own name first; a label below a heading of its name is what that is about. */
function inOrder(mentions: readonly Mention[], { key, names }: FieldDefinition): readonly Mention[] {
  if (mentions.length < 2) return mentions;
  if (key !== keys.status) {
    const isOwn = ({ name }: Mention): boolean => name === names[0];
    return mentions.every(isOwn) ? mentions : [...mentions.filter(isOwn), ...mentions.filter((each) => !isOwn(each))];
  }
  const isAbout = (heading: Mention): boolean =>
    heading.form === 'heading' && mentions.some((each) => each.form !== 'heading' && each.section === heading.section);
  return mentions.filter((mention) => !isAbout(mention));
}

/**
 * Under another name of a field only what answers it is its answer: "Risk: the proxy may be down" is no level of risk,
 * and "Type: architecture" no category of those that the process has.
 */
function suits(mention: Mention, field: FieldDefinition): boolean {
  const { names, answer, options, placeholder, key, section } = field;
  const { name, inline, document, form, below } = mention;
  // A section of the template answers a field of another one by its own words alone.
  if (isContainer(mention, section)) return !isShort(field) && slice(document.text, mention.section.body).trim() !== '';
  if (name === names[0] || key === keys.status || !isShort(field)) return true;
  const [first] = below;
  if (inline.end === inline.start && form !== 'heading') return true;
  if (inline.end === inline.start && first?.kind !== 'text') return first?.kind === 'item' && first.box !== undefined;
  const text = slice(document.text, inline.end === inline.start && first?.kind === 'text' ? first.span : inline);
  if (isPlaceholder(text, placeholder)) return true;
  return answer === 'choice'
    ? optionNamed(text, options) !== undefined || /[☐⬜🔲☑☒✅]|\[[ xX]\]/u.test(text)
    : looksLikeDate(text.replace(/^[*_`\s]+/, ''));
}

/** A field whose answer is one word or day, so that two different ones cannot both be right. */
function isShort({ answer }: FieldDefinition): boolean {
  return answer === 'choice' || answer === 'date' || answer === 'date-time';
}

/** Whether a further label answers a field a second time; for what is short also under a heading, where it differs. */
function isAnotherAnswer(again: Mention, best: Mention, first: Answer, process: Process): boolean {
  const { field } = first;
  if (field.key === keys.status) {
    const [one, other] = [first, answerOf(again, field)].map(({ text }) => statusNamed(text, process));
    return one !== undefined && other !== undefined && one !== other;
  }
  if (again.form === 'heading' && isShort(field)) return contradicts(first, answerOf(again, field));
  return !again.plain && !again.nested && !best.plain && again.form !== 'heading' && again.section === best.section;
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
function isAtHome(mention: Mention, field: FieldDefinition, process: Process): boolean {
  if (mention.form === 'heading' && isOwnHeading(mention.section, field)) return true;
  if (field.section === undefined) return isPreamble(mention, process);
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
    ? section.document.role === 'record' && parent === undefined
    : parent === field.section;
}

/**
 * Before the first H2 of the record itself; in the section that the template begins with, or in one that the process does
 * not know above all that it knows ("Metadata"); anywhere in it where the process has no headings (reading 43).
 */
function isPreamble({ document, section, form }: Mention, process: Process): boolean {
  if (document.role !== 'record' || form === 'heading') return false;
  if (section === document.root) return true;
  const [first] = process.documents[0]?.sections ?? [];
  if (section.definition) return section.definition === first;
  const known = document.sections.find(({ definition }) => definition !== undefined && definition !== first);
  if (process.sections.length === 0) return true;
  return section.level <= 2 && (known === undefined || section.span.start < known.span.start);
}

/** Above all headings but the first, where a record says what it is. */
function isAtTop({ section, document }: Mention): boolean {
  return section === document.root;
}

/** Whether no other field of the process could be meant by a label, in the document that it stands in. */
function isAlone(mention: Mention, field: FieldDefinition, { fields }: ReturnType<typeof vocabularyOf>): boolean {
  if (mention.nested || field.localNames.has(mention.name)) return false;
  if (field.section === undefined && mention.document.role !== 'record') return false;
  const others = (fields.get(mention.name) ?? []).filter((other) => !other.localNames.has(mention.name));
  if (others.length === 1) return true;
  const home = documentOf(mention);
  return field.document === home && others.filter(({ document }) => document === home).length === 1;
}

/** The document of the process that a label stands in. */
function documentOf({ section }: Mention): FieldDefinition['document'] {
  for (let each: Section | undefined = section; each; each = each.parent)
    if (each.definition) return each.definition.document;
  return 'record';
}

/** The statuses that the record itself can be meant by: those at their place, and those in sections of the writer's own. */
function statusesOfRecord(mentions: readonly Mention[], home: readonly Mention[]): readonly Mention[] {
  const isTop = ({ section, form }: Mention): boolean => section.level <= 2 || form === 'heading';
  const outside = mentions.filter((mention) => !home.includes(mention) && isOutside(mention));
  const further = [...home.filter(isTop), ...(outside.length === 1 ? outside.filter(isTop) : [])];
  const [best] = home;
  const isBeside = ({ section }: Mention): boolean => section === best?.section || section === section.document.root;
  // Parts of a record have statuses of their own where several of them have one.
  const elsewhere = further.filter((mention) => !isBeside(mention));
  return elsewhere.length > 1 ? further.filter(isBeside) : further;
}

/** In a section of the record that no section of the template is or holds. */
function isOutside({ section, document, nested }: Mention): boolean {
  if (document.role !== 'record' || nested) return false;
  for (let each: Section | undefined = section; each; each = each.parent) if (each.definition) return false;
  return true;
}

/**
 * The status of a record that has none at its place (reading 13): the first one that no section of the template claims,
 * else the one at the end of the record.
 */
function statusElsewhere(mentions: readonly Mention[]): Mention | undefined {
  const outside = mentions.filter(isOutside);
  const top = outside.filter(({ section }) => section.level <= 2);
  if (top.length > 0) return top[0];
  if (outside.length === 1) return outside[0];
  return mentions.find(isLastWord);
}

/** Behind a separator at the end of the record, where it is below a section only because no heading follows. */
function isLastWord({ document, section, label }: Mention): boolean {
  if (document.role !== 'record' || section !== document.sections.at(-1)) return false;
  const { blocks } = section;
  const at = blocks.findIndex((block) => block.span.start >= label.start || block.span.end > label.start);
  return blocks.slice(0, at).some(({ kind }) => kind === 'break');
}
