import type { Block, Heading } from '../markdown/blocks';
import { findFrontMatter } from '../markdown/findFrontMatter';
import { scan } from '../markdown/scan';
import { readDate } from '../text/calendarDate';
import { formOfIds } from './recordId';
import { slice } from '../text/span';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { comparableName } from './comparableName';
import { idPlaceholder } from './idPlaceholder';
import { isPlaceholder } from './placeholder';
import type { DocumentDefinition, Process } from './process';
import { readTemplate } from './readTemplate';
import { fieldText } from './renderTemplate';

/** A template of a team, in the form in which the templates of a process are written. */
export interface TeamTemplate {
  readonly document: DocumentDefinition['id'];
  readonly text: string;
  /** From which ISO day on records have what only this template asks for; undefined: the template does not say. */
  readonly since: string | undefined;
  /** Documents that the record's template holds as sections: a new record has them from the beginning. */
  readonly parts: readonly TeamTemplate[];
}

/** What became of reading a template: it, or why it is not used. `line` is zero-based. */
export type TemplateReading =
  | { readonly kind: 'template'; readonly template: TeamTemplate }
  | { readonly kind: 'problem'; readonly message: string; readonly line: number };

/** The longest template that is read, in UTF-16 code units; a template is a few pages. */
export const largestTemplate = 64 * 1024;

/** A template has no more headings than these. */
const mostHeadings = 400;

/** A template has no more labels than these. */
const mostFields = 1000;

/**
 * Reads the template of a team for one document of a process. Its text is brought into the form of the built-in ones:
 * line feeds, no front matter, one title for the record with a place for its ID and a status, one section of the second
 * level for what is a document of its own. What would be read otherwise than it was meant is a problem, and so is what
 * is no template. Never throws.
 */
export async function readTeamTemplate(
  text: string,
  document: DocumentDefinition['id'],
  process: Process,
): Promise<TemplateReading> {
  if (text.length > largestTemplate) return problem('The template is longer than 64 KiB and was not read.');
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const front = takeFrontMatter(plain);
  if (front.kind === 'problem') return front;
  const { since, line } = front;
  const body = withLabelsApart(front.body);
  const blocks = scan(body).blocks;
  const wrong = await shapeProblem(body, blocks);
  if (wrong) return problem(wrong.message, lineBefore(front.body, wrong.line) + line);
  const { own, parts } = document === 'record' ? withoutParts(body, process) : { own: body, parts: [] };
  const normal = document === 'record' ? recordTemplate(own, process) : partTemplate(own, document, process);
  const { fields, sections } = readTemplate(normal);
  if (fields.length > mostFields) return problem(`The template has more than ${String(mostFields)} labels.`);
  const known = process.documents.find(({ id }) => id === document)?.sections.length ?? 0;
  if (document === 'record' && known > 0 && sections.length === 0)
    return problem('The template has no heading of the second level (##); its sections are expected there.', line);
  const held = parts.map((part) => ({
    ...part,
    text: partTemplate(part.text, part.document, process),
    since,
    parts: [],
  }));
  return { kind: 'template', template: { document, text: normal, since, parts: held } };
}

/** A label in bold above a line that is a dash alone: an empty list to the person who wrote it, a heading to Markdown. */
const labelAboveDash = /^(\*\*[^*\n]{1,200}\*\*[ \t]{0,8}:?[^\n]*)\n(?=-[ \t]*(?:\n|$))/gm;

/** The template with a blank line below such labels, as records made of it should have. */
function withLabelsApart(text: string): string {
  return text.replace(labelAboveDash, '$1\n\n');
}

/** The line of the text that a line was before {@link withLabelsApart}. */
function lineBefore(text: string, line: number): number {
  let found = line;
  for (const match of text.matchAll(labelAboveDash)) {
    const dash = text.slice(0, match.index + match[0].length).split('\n').length - 1;
    if (dash < found) found--;
  }
  return found;
}

function problem(message: string, line = 0): Extract<TemplateReading, { kind: 'problem' }> {
  return { kind: 'problem', message, line };
}

type FrontMatterTaken =
  | { readonly kind: 'taken'; readonly body: string; readonly since: string | undefined; readonly line: number }
  | Extract<TemplateReading, { kind: 'problem' }>;

/** Takes `since:` out of the front matter; what else stands there is the template's and goes into every record. */
function takeFrontMatter(text: string): FrontMatterTaken {
  const { frontMatter } = findFrontMatter(text);
  if (!frontMatter) return { kind: 'taken', body: text, since: undefined, line: 0 };
  if (!frontMatter.closed) return problem('The front matter is not closed: a second line "---" is expected.');
  const lines = slice(text, frontMatter.yaml).split('\n');
  const at = lines.findIndex((each) => /^since[ \t]*:/.test(each));
  if (at < 0) return { kind: 'taken', body: text, since: undefined, line: 0 };
  const value = /^since[ \t]*:[ \t]*["']?(.*?)["']?[ \t]*(?:#.*)?$/.exec(lines[at] ?? '')?.[1] ?? '';
  const read = /^\d{4}-\d{2}-\d{2}$/.test(value) ? readDate(value) : undefined;
  if (read?.kind !== 'date') return problem('"since" is no day; one such as 2026-03-01 is expected.', at + 1);
  const rest = lines.filter((line, index) => index !== at && line.trim() !== '');
  const after = text.slice(frontMatter.span.end).replace(/^\s*\n/, '');
  return rest.length === 0
    ? {
        kind: 'taken',
        body: after,
        since: value,
        line: text.slice(0, text.length - after.length).split('\n').length - 1,
      }
    : { kind: 'taken', body: `---\n${rest.join('\n')}\n---\n\n${after}`, since: value, line: 0 };
}

/** What keeps a text from being a template. */
async function shapeProblem(
  text: string,
  blocks: readonly Block[],
): Promise<{ readonly message: string; readonly line: number } | undefined> {
  const open = blocks.find((block) => (block.kind === 'fence' || block.kind === 'html') && !block.closed);
  if (open) {
    const what = open.kind === 'fence' ? 'code block' : 'comment';
    return {
      message: `The ${what} that begins here is not closed; everything below is hidden in it.`,
      line: open.line,
    };
  }
  const headings = blocks.filter((block) => block.kind === 'heading');
  if (headings.length > mostHeadings)
    return {
      message: `The template has ${String(headings.length)} headings; at most ${String(mostHeadings)} are read.`,
      line: headings[mostHeadings]?.line ?? 0,
    };
  const labels = blocks.some((block) => (block.kind === 'text' || block.kind === 'item') && block.field);
  if (headings.length === 0 && !labels)
    return { message: 'The template has neither headings nor labels (**Label**:).', line: 0 };
  return differenceFromMarkdown(text, headings);
}

/**
 * Whether no two readers of Markdown can see other headings in a text: all begin a line, and nothing is there that may
 * hide one, take one in or make one of other words. The witness need not be loaded then.
 */
export function hasPlainHeadings(text: string): boolean {
  return !/^(?:[ \t>*+\-\d.)]+#|[ \t]*(?:`{3}|~{3}|<))|[^\s][^\n]*\n[ \t]*(?:=+|-+)[ \t]*$/m.test(text);
}

/** Templates are read by the scanner that reads records; where Markdown itself sees other headings, neither is right. */
async function differenceFromMarkdown(
  text: string,
  headings: readonly Heading[],
): Promise<{ readonly message: string; readonly line: number } | undefined> {
  if (hasPlainHeadings(text)) return undefined;
  const { parseTree } = await import('../markdown/tree');
  const { rest } = findFrontMatter(text);
  const skipped = text.slice(0, rest).split('\n').length - 1;
  const tree = parseTree(text.slice(rest));
  if (tree.kind === 'refused')
    return { message: 'The template has too many marks in one paragraph and was not read.', line: 0 };
  const seen = tree.root.children.flatMap((node) =>
    node.type === 'heading' ? [{ level: node.depth, line: (node.position?.start.line ?? 1) - 1 + skipped }] : [],
  );
  const count = Math.max(seen.length, headings.length);
  for (let at = 0; at < count; at++) {
    const [own, other] = [headings[at], seen[at]];
    if (own?.level === other?.level && own?.line === other?.line) continue;
    const line = Math.min(own?.line ?? Infinity, other?.line ?? Infinity);
    return { message: 'What stands here is a heading to one reader of Markdown and none to another.', line };
  }
  return undefined;
}

/** The template of a record without the sections that are documents of their own, and these. */
function withoutParts(
  text: string,
  process: Process,
): { own: string; parts: { document: DocumentDefinition['id']; text: string }[] } {
  const roots = process.documents.flatMap(({ id, sections }) => (id === 'record' ? [] : sections.slice(0, 1)));
  const headings = scan(text).blocks.filter((block) => block.kind === 'heading' && block.level <= 2);
  const parts: { document: DocumentDefinition['id']; text: string }[] = [];
  const edits: TextEdit[] = [];
  for (const [at, heading] of headings.entries()) {
    if (heading.kind !== 'heading' || heading.level !== 2) continue;
    const root = roots.find(({ names }) => names.includes(comparableName(slice(text, heading.title))));
    if (!root || parts.some(({ document }) => document === root.document)) continue;
    const span = { start: heading.span.start, end: headings[at + 1]?.span.start ?? text.length };
    parts.push({ document: root.document, text: slice(text, span) });
    edits.push({ span, newText: '' });
  }
  const own = applyEdits(text, edits);
  return { own: parts.length === 0 ? own : `${own.replace(/(?:\s*\n---)?\s*$/, '')}\n`, parts };
}

/** A record's template has a title with its ID, and a status before its first section. */
function recordTemplate(text: string, process: Process): string {
  const titled = withTitle(text, process);
  const status = process.field('status');
  const own = readTemplate(titled).fields.find(({ label }) => status?.names.includes(comparableName(label)));
  if (!status) return titled;
  if (!own) {
    const title = scan(titled).blocks.find((block) => block.kind === 'heading' && block.level === 1);
    const at = title?.span.end ?? 0;
    return applyEdits(titled, [{ span: { start: at, end: at }, newText: `\n\n${fieldText(status)}` }]);
  }
  // A list of other words, or a first status that is given already, leaves no list of the statuses that there are.
  const words = slice(titled, own.value).replace(/[[\]]/g, '').split('|');
  const ids = new Set(process.statuses.map(({ id }) => id.toLowerCase()));
  const isList = words.length > 1 && words.every((word) => ids.has(word.trim().toLowerCase()));
  if (isList || own.items.length > 0) return titled;
  const { start } = own.value;
  const end = Math.max(own.value.end, titled.slice(start).search(/\n|$/) + start);
  const gap = /[ \t]$/.test(titled.slice(0, start)) ? '' : ' ';
  return applyEdits(titled, [{ span: { start, end }, newText: gap + status.placeholder }]);
}

function withTitle(text: string, process: Process): string {
  const form = formOfIds(process.identity);
  const blocks = scan(text).blocks;
  const title = blocks.find((block): block is Heading => block.kind === 'heading' && block.level === 1);
  if (!title) {
    const { rest } = findFrontMatter(text);
    return applyEdits(text, [{ span: { start: rest, end: rest }, newText: `# ${process.name}: ${form}\n\n` }]);
  }
  if (idPlaceholder(text, process.identity)) return text;
  const words = slice(text, title.title);
  const short = new RegExp(
    `\\[?\\b${process.identity.prefix}-(?:\\[ID\\]|[X]{2,}|ID\\b)\\]?|\\[(?:${process.identity.prefix}[- ])?ID\\]`,
    'i',
  );
  const newText = short.test(words) ? words.replace(short, form) : words === '' ? form : `${words}: ${form}`;
  return applyEdits(text, [{ span: title.title, newText }]);
}

/** What is a document of its own is one section of the second level, with all else below it. */
function partTemplate(text: string, document: DocumentDefinition['id'], process: Process): string {
  const root = process.documents.find(({ id }) => id === document)?.sections[0];
  const { rest } = findFrontMatter(text);
  const body = text.slice(rest);
  const headings = scan(body).blocks.filter((block) => block.kind === 'heading');
  const top = Math.min(...headings.map(({ level }) => level));
  const [first] = headings;
  const isRooted = first?.level === top && headings.filter(({ level }) => level === top).length === 1;
  const depth = (isRooted ? 2 : 3) - (headings.length === 0 ? 3 : top);
  const edits = headings.map((heading): TextEdit => {
    const level = Math.min(6, heading.level + depth);
    const name = slice(body, heading.title);
    // A companion's own name for its record is none for a section.
    const title = heading === first && isRooted ? name.replace(/\s*[:–—-]\s*\[?C(?:R|HG)-\S*\]?\s*$/, '') : name;
    return { span: heading.span, newText: `${'#'.repeat(level)} ${title}` };
  });
  const leveled = applyEdits(body, edits);
  if (!isRooted) return `## ${root?.heading ?? document}\n\n${leveled.trimStart()}`;
  // What stands before its heading explains the template; a document begins with its heading.
  return leveled.slice(scan(leveled).blocks.find((block) => block.kind === 'heading')?.span.start ?? 0);
}

/** Whether a template already answers what it asks: its value is words of its own, on one line. */
export function isAnswered(value: string): boolean {
  return value !== '' && !value.includes('\n') && !isPlaceholder(value);
}
