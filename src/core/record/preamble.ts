import { keys } from '../process/fieldKeys';
import { comparableName } from '../process/comparableName';
import { remembered } from '../text/remembered';
import type { Mention } from './mentions';
import type { Process } from '../process/process';
import { contains, trimSpan, type Span } from '../text/span';
import { vocabularyOf } from './processVocabulary';
import type { Place, RecordDocument, Section } from './record';

/** Fields whose section tells of the record itself. */
const ownKeys: ReadonlySet<string> = new Set([
  keys.title,
  keys.requestor,
  keys.status,
  keys.created,
  keys.changeId,
  keys.priority,
  keys.type,
]);

const ofOthers =
  /\b(?:depend|relat|referenc|link|upstream|downstream|supersed|follow|parent|previous|see also|blocked)/;
const ofItself =
  /\b(?:metadata|meta|document control|identification|information|details|header|basics?|general|overview|change request|change record|request)\b/;

/**
 * The sections in which a record tells of itself, in the order of the text: what stands before the first section that the
 * process has for something else, and what goes by a name such as "Metadata". IDs and titles elsewhere are of others.
 */
export function preambleOf({ root, sections }: RecordDocument, process: Process): Section[] {
  const found = [root];
  const { fields } = vocabularyOf(process);
  const strange = new Set<Section>();
  let isPast = false;
  for (const section of sections) {
    const { definition, name, parent } = section;
    const named = fields.get(name);
    const isOwn = definition ? definition.fields.some(({ key }) => ownKeys.has(key)) : false;
    const isOwnField = named?.some(({ key }) => ownKeys.has(key)) === true;
    if ((parent && strange.has(parent)) || ofOthers.test(name)) strange.add(section);
    else if ((definition || named) && !isOwn && !isOwnField) {
      strange.add(section);
      isPast = true;
    } else if (!isPast || isOwn || isOwnField || ofItself.test(name)) found.push(section);
  }
  return found;
}

/** Whether a place stands in a section about other records: dependencies, related changes. */
export function isAboutOthers({ document, span }: Place): boolean {
  return document.sections.some((section) => contains(section.span, span) && ofOthers.test(section.name));
}

/** The values behind some labels, in the order of the text; where a label has none, the line below it. */
export function labeledValues(
  mentions: readonly Mention[],
  sections: readonly Section[],
  isWanted: (name: string) => boolean,
): Span[] {
  return mentions.flatMap(({ name, section, document, inline, below }) => {
    if (!isWanted(name) || !sections.includes(section)) return [];
    const line = inline.end > inline.start ? inline : lineOf(below[0]);
    const value = line && trimSpan(document.text, line);
    return value && value.end > value.start ? [value] : [];
  });
}

/** A label as it is compared here: without list marks, with blanks for hyphens, and without the dot of "No." and "#". */
export const labelName = remembered((label: string): string => {
  const words = label
    .replace(/^[\s>+\-•]+/, '')
    .replace(/(?<=\p{L})[-_](?=\p{L})/gu, ' ')
    .replace(/n[°º]/gi, 'no');
  return comparableName(words)
    .replace(/(?<![.#№])[.#№]+$/, '')
    .trimEnd();
});

function lineOf(block: Section['blocks'][number] | undefined): Span | undefined {
  if (block?.kind === 'text' || block?.kind === 'quote') return block.span;
  return block?.kind === 'item' ? block.content : undefined;
}
