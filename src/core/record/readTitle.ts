import { keys } from '../process/fieldKeys';
import { isPlaceholder } from '../process/placeholder';
import type { Process } from '../process/process';
import type { RecordId } from '../process/recordId';
import { blockAt } from '../markdown/blocksWithin';
import { blankLine } from '../text/blankLine';
import { contains, slice, trimSpan, type Span } from '../text/span';
import { genericLength, genericTail, isGenericTitle } from './genericTitle';
import { inlineText } from './inlineText';
import { idHeading, isOwn } from './namedIds';
import type { Mention } from './mentions';
import { otherTitleLabels, titleLabels } from './ownLabels';
import { isAboutOthers, labeledValues, labelName } from './preamble';
import { vocabularyOf } from './processVocabulary';
import type { FrontMatterReading } from './readFrontMatter';
import type { Answer, ChangeRecord, NamedId, RecordDocument, Section } from './record';

/** What a title is looked for in. */
export interface TitleSource {
  readonly document: RecordDocument;
  /** The labels in it. */
  readonly mentions: readonly Mention[];
  /** Where it tells of itself. */
  readonly preamble: readonly Section[];
  readonly process: Process;
  readonly frontMatter: FrontMatterReading | undefined;
  /** The ID of the file. */
  readonly own: RecordId | undefined;
  readonly ids: readonly (readonly NamedId[])[];
  readonly answer: (key: string) => Answer | undefined;
}

type Title = NonNullable<ChangeRecord['title']>;

/**
 * The title of a record (reading 4): its Title field in any form, a label that says so, the words of the H1 beside the ID
 * or of a heading with the ID, an H2 below an H1 without words of its own. A title that is still the template's
 * placeholder is found and not `filled`.
 */
export function titleOf(source: TitleSource): ChangeRecord['title'] {
  const { process, answer, frontMatter, mentions, preamble } = source;
  const field = answer(keys.title);
  if (field?.filled === true && !isAboutOthers(field)) {
    const { span } = field;
    return { document: field.document, span, text: inlineText(field.text), filled: true };
  }
  const found =
    labeled(titleLabels, source, preamble) ??
    inHeading(source) ??
    behindId(source, preamble) ??
    below(source, preamble) ??
    besideId(source) ??
    labeled(otherTitleLabels, source, preamble);
  if (found) return found;
  // A process without a title field tells it with the first sentence of the description (reading 43).
  const description = answer(keys.description);
  if (process.field(keys.title) === undefined && description?.filled === true) return firstSentence(description);
  if (!field) return undefined;
  return { document: field.document, span: field.span, text: inlineText(field.text), filled: false };

  function labeled(names: ReadonlySet<string>, { document }: TitleSource, sections: readonly Section[]) {
    const front = frontMatter?.values.filter(({ key }) => names.has(labelName(key.replace(/[-_]/g, ' ')))) ?? [];
    const values = labeledValues(mentions, sections, (name) => names.has(name)).map((value) => titleAt(source, value));
    for (const { text: written, span } of front) {
      const text = withoutOwnId(written, source);
      values.push(isTitle(text, source) ? { document, span, text: inlineText(text), filled: true } : undefined);
    }
    return values.find((value) => value !== undefined);
  }
}

/** `CR-2026-02-09-001: Raise the limit` → `Raise the limit`. */
function withoutOwnId(text: string, { own }: TitleSource): string {
  if (!own || !text.toUpperCase().startsWith(own.text.toUpperCase())) return text;
  const rest = text.slice(own.text.length);
  return /^[\s:：–—-]+(?=\S)/.test(rest) ? rest.replace(/^[\s:：–—-]+/, '') : text;
}

function firstSentence({ document, span, text }: Answer): Title | undefined {
  // A list of parts, "- Problem: …", has no first sentence.
  const block = blockAt(document.scan, span.start);
  if (block?.kind === 'item' && /^[^:：]{1,40}[:：]/.test(slice(document.text, block.content))) return undefined;
  const paragraph = text.slice(0, blankLine.exec(text)?.index);
  const end = /[.;!?](?=\s|$)/.exec(paragraph)?.index ?? paragraph.length;
  return {
    document,
    span: { start: span.start, end: span.start + end },
    text: text.slice(0, end).replace(/\s+/g, ' ').trim(),
    filled: true,
  };
}

/** The words of the H1 behind its ID, else those before it. */
function inHeading(source: TitleSource): Title | undefined {
  const { document, ids } = source;
  const { heading } = document.root;
  if (!heading) return undefined;
  const named = ids.flat().filter(({ span }) => contains(heading.title, span));
  const id = named.find((each) => isOwn(each, source.own)) ?? named[0];
  const template = id ?? placeholderIn(source, heading.title);
  const after = template && titleAt(source, { start: wordEnd(document.text, template.span), end: heading.title.end });
  return after ?? titleAt(source, { start: heading.title.start, end: template?.span.start ?? heading.title.end });
}

/** Words that are joined to an ID are the name of a file, no title. */
function wordEnd(text: string, { end }: Span): number {
  const joined = /^[-_.][\p{L}\p{N}][\p{L}\p{N}_.-]*/u.exec(text.slice(end, end + 300));
  return end + (joined?.[0].length ?? 0);
}

/** Where a heading has the placeholder of an ID: `CR-YYYY-MM-DD-XXX`, `CR-XXXX`. */
function placeholderIn({ document, process }: TitleSource, title: Span): { readonly span: Span } | undefined {
  const { prefix } = process.identity;
  const words = slice(document.text, title);
  for (const { 0: word, index } of words.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_.-]*/gu)) {
    if (word.slice(0, prefix.length + 1).toUpperCase() !== `${prefix}-`) continue;
    const start = title.start + index;
    return { span: { start, end: start + word.replace(/(?<![-_.])[-_.]+$/, '').length } };
  }
  return undefined;
}

/** The words behind the ID in an H2, an H3 or the first line. */
function behindId(source: TitleSource, preamble: readonly Section[]): Title | undefined {
  const { document, process, own } = source;
  const heading = idHeading(document, process, own, preamble);
  return heading && titleAt(source, { start: wordEnd(document.text, heading.id.span), end: heading.rest.end });
}

/** `**CR**: ID – words`: what stands behind the ID on the line of its label. */
function besideId(source: TitleSource): Title | undefined {
  const { document, ids } = source;
  for (const { span } of ids.flatMap(([first]) => first ?? [])) {
    const rest = /^[*_`]*[ \t]*[:：–—-][ \t]+(?=\S)([^\r\n|·•]{1,200})/.exec(
      document.text.slice(span.end, span.end + 240),
    );
    const title = rest && titleAt(source, { start: span.end, end: span.end + rest[0].length });
    if (title) return title;
  }
  return undefined;
}

/**
 * The first H2 or H3, or a bold line, where nothing but an H1 without words stands before it, and what a record begins
 * with below it.
 */
function below(source: TitleSource, preamble: readonly Section[]): Title | undefined {
  const { document, process } = source;
  const { root, sections } = document;
  const [first, second] = sections;
  if (!root.heading) return undefined;
  const bold = boldLine(source);
  if (bold) return bold;
  if (!first?.heading || first.level > 3 || !preamble.includes(first)) return undefined;
  if (isKnown(first.name, process)) return undefined;
  if (root.blocks.some((block) => !isSilent(block) && !isIdLine(block, source))) return undefined;
  const own = first.blocks.filter((block) => !isSilent(block) && !isIdLine(block, source));
  const isAlone = own.length === 0 && second !== undefined && second.level <= 2;
  const isHead = isAlone || own.slice(0, 6).some((block) => beginsRecord(block, source));
  return isHead ? titleAt(source, first.heading.title) : undefined;
}

/** A bold line alone that stands where the H2 would. */
function boldLine(source: TitleSource): Title | undefined {
  const { document, process } = source;
  const [line, next] = document.root.blocks.filter((block) => !isSilent(block) && !isIdLine(block, source));
  if (line?.kind !== 'text' || line.continues || line.field || !next || line.span.end - line.span.start > 200)
    return undefined;
  if (next.kind === 'text' && next.continues) return undefined;
  const words = /^(\*\*|__)([^*_:：]+)\1$/.exec(slice(document.text, line.span))?.[2];
  return words === undefined || isKnown(labelName(words), process) ? undefined : titleAt(source, line.span);
}

/** Whether a heading is a section or a label, and no title. */
function isKnown(name: string, process: Process): boolean {
  const { fields, sections } = vocabularyOf(process);
  return sections.has(name) || fields.has(name) || usualSections.has(name);
}

function isSilent({ kind }: Section['blocks'][number]): boolean {
  return kind === 'break' || kind === 'html';
}

function isIdLine({ span }: Section['blocks'][number], { ids }: TitleSource): boolean {
  return ids.flat().some((id) => span.start <= id.span.start && id.span.end <= span.end);
}

/** Fields that stand at the head of a record. */
const headKeys: ReadonlySet<string> = new Set([
  keys.status,
  keys.priority,
  keys.urgency,
  keys.category,
  keys.type,
  keys.created,
  keys.lastUpdated,
  keys.requestor,
  keys.approver,
  keys.approvers,
  keys.approvedBy,
]);

function beginsRecord(block: Section['blocks'][number], { document, process }: TitleSource): boolean {
  const { text } = document;
  const [first] = block.kind === 'table' ? block.header.cells : [block.kind === 'item' ? block.content : block.span];
  const line = first ? slice(text, first).slice(0, 80) : '';
  const label = 'field' in block && block.field ? slice(text, block.field.label) : (/^[^:：]*/.exec(line)?.[0] ?? '');
  const named = vocabularyOf(process).fields.get(labelName(label)) ?? [];
  return block.kind !== 'fence' && named.some(({ key }) => headKeys.has(key));
}

/** Headings that a record begins with and that are no titles. */
const usualSections: ReadonlySet<string> = new Set([
  'metadata',
  'meta',
  'information',
  'info',
  'details',
  'general',
  'general information',
  'general info',
  'basic info',
  'overview',
  'summary',
  'executive summary',
  'introduction',
  'description',
  'background',
  'context',
  'purpose',
  'scope',
  'motivation',
  'header',
  'document control',
  'document information',
  'identification',
  'contents',
  'table of contents',
  'toc',
  'title',
  'status',
  'approval',
  'approvals',
  'approvers',
  'sign-off',
  'dates',
  'timeline',
  'history',
  'log',
  'tldr',
  'tl;dr',
  'request',
  'requester',
  'requestor',
  'contact',
  'contacts',
  'stakeholders',
  'people',
  'problem',
  'why',
  'what',
  'change',
]);

/** A stretch of a line as a title, without what is left of separators, brackets and "Change Request:" around it. */
function titleAt(source: TitleSource, place: Span): Title | undefined {
  const { document, process } = source;
  const { text } = document;
  let span = withoutSeparators(text, place);
  const lead = genericLength(slice(text, span), process);
  if (lead > 0) span = withoutSeparators(text, { start: span.start + lead, end: span.end });
  const tail = genericTail(slice(text, span), process);
  if (tail > 0) span = withoutSeparators(text, { start: span.start, end: span.end - tail });
  const words = inlineText(slice(text, span)).replace(/^[\s:：–—|-]+/, '');
  return isTitle(words, source) ? { document, span, text: words, filled: true } : undefined;
}

function isTitle(text: string, { process }: TitleSource): boolean {
  const words = inlineText(text);
  const isWords = /\p{L}/u.test(words) && !/^(?:v|version|rev|revision)[. ]?\d[\d.]*$/i.test(words);
  return isWords && !isGenericTitle(words, process) && !isPlaceholder(words) && !process.status(words);
}

/** Without blanks, colons, dashes, pipes and what is left of marks and brackets around the ID. */
function withoutSeparators(text: string, span: Span): Span {
  let { start, end } = trimSpan(text, span);
  const link = /^[*_`~]*\]\([^()\s]*\)/.exec(text.slice(start, end));
  if (link) start += link[0].length;
  while (start < end && /[\s:：–—\-|/)\]]/.test(text.charAt(start))) start++;
  // The place of a number: `CHG-###: Title`.
  const place = /^[#?_]{2,10}\s*[:：–—-]\s*/.exec(text.slice(start, end));
  if (place) start += place[0].length;
  // A mark that closes what was opened before the ID: what follows it is no word.
  const closing = /^(?:[*_`~]+|"|')(?=[\s:：–—\-|)\]]|$)[\s:：–—\-|)\]]*/.exec(text.slice(start, end));
  if (closing) start += closing[0].length;
  const attributes = /\s*\{[#.][^{}]{0,100}\}$/.exec(text.slice(Math.max(start, end - 120), end));
  if (attributes) end -= attributes[0].length;
  while (end > start && /[\s:：–—\-|/([]/.test(text.charAt(end - 1))) end--;
  const note = /^\([^()]*\)\s*[:–—-]\s*(?=\S)/.exec(text.slice(start, end));
  if (note) start += note[0].length;
  const inner = withoutLooseEnds(text, { start, end });
  // What was around a mark may have another one around it: "(`".
  return inner.start === span.start && inner.end === span.end ? inner : withoutSeparators(text, inner);
}

/** In a longer line nobody looks for the partners of its marks, in UTF-16 code units. */
const longestTitle = 1000;

/** Without a mark or a bracket at an end whose partner is outside, and not in brackets as a whole. */
function withoutLooseEnds(text: string, span: Span): Span {
  let { start, end } = span;
  if (end - start > longestTitle) return span;
  for (;;) {
    const words = text.slice(start, end);
    const first = /^(?:\*{1,3}|`{1,3}|~~|_{1,3}(?=[\p{L}\p{N}]))/u.exec(words)?.[0];
    const last = /(?:\*{1,3}|`{1,3}|~~|(?<=[\p{L}\p{N}.!?])_{1,3})$/u.exec(words)?.[0];
    if (first !== undefined && !words.includes(first, first.length)) start += first.length;
    else if (last !== undefined && words.indexOf(last) === words.length - last.length) end -= last.length;
    else if (/^\([^()]*\)$/.test(words)) {
      start++;
      end--;
    } else if (/^[([]/.test(words) && !/[)\]]/.test(words)) start++;
    else if (/[)\]]$/.test(words) && !/[([]/.test(words)) end--;
    else return trimSpan(text, { start, end });
  }
}
