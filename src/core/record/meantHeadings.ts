import type { Block, Heading } from '../markdown/blocks';
import { comparableName } from '../process/comparableName';
import type { Process } from '../process/process';
import { slice, trimSpan } from '../text/span';
import { vocabularyOf } from './processVocabulary';

/**
 * The pieces of a text in which a line such as `##Approval Status` is the heading that it is meant as, although Markdown
 * wants a blank behind the marks. One mark alone may begin a number or a tag: only what the process knows is one then.
 */
export function withMeantHeadings(blocks: readonly Block[], text: string, process: Process): readonly Block[] {
  const mayHave = blocks.some(({ kind, span }) => kind === 'text' && text.charCodeAt(span.start) === 35);
  return mayHave ? blocks.map((block) => meantHeading(block, text, process) ?? block) : blocks;
}

/** Whether a heading has no blank behind its marks, so that Markdown shows it as text. */
export function lacksBlank({ style, level, span, title }: Heading): boolean {
  return style === 'atx' && title.end > title.start && title.start === span.start + level;
}

function meantHeading(block: Block, text: string, process: Process): Heading | undefined {
  if (block.kind !== 'text' || block.indent > 3 || text.charCodeAt(block.span.start) !== 35) return undefined;
  const { span, line } = block;
  const level = /^#{1,6}(?=\p{L})/u.exec(text.slice(span.start, span.start + 8))?.[0].length;
  if (level === undefined || span.end - span.start > 200) return undefined;
  const title = trimSpan(text, { start: span.start + level, end: span.end });
  const { sections, fields } = vocabularyOf(process);
  const name = comparableName(slice(text, title));
  const isKnown = sections.has(name) || fields.has(name) || name.startsWith(comparableName(process.name));
  if (level === 1 && !isKnown) return undefined;
  return { kind: 'heading', style: 'atx', level: level as Heading['level'], span, title, underline: undefined, line };
}
