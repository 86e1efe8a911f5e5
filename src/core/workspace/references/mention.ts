import { LineIndex, type Range } from '../../text/lineIndex';
import type { Span } from '../../text/span';
import type { MentioningFile } from './findMentions';
import type { TextMention } from '../../record/mentionFinder';

/** A mention with its place, so that it can be shown without its text. */
export interface Mention extends TextMention {
  /** Workspace-relative. */
  readonly path: string;
  readonly range: Range;
  /** The line that it stands in, without blanks around it. */
  readonly line: string;
}

/** The mentions of some files with their places, in the order of the files and of their texts. */
export function locateMentions(files: readonly MentioningFile[]): Mention[] {
  return files.flatMap(({ path, text, mentions }) => {
    const lines = LineIndex.of(text);
    return mentions.map((mention) => ({
      ...mention,
      path,
      range: lines.rangeOf(mention.span),
      line: lineAround(text, mention.span),
    }));
  });
}

/** More of a line than this is not shown. */
const longestLine = 200;

function lineAround(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - longestLine), start).replace(/^[^]*[\r\n]/, '');
  const after = text.slice(end, end + longestLine).replace(/[\r\n][^]*$/, '');
  return `${before}${text.slice(start, end)}${after}`.trim();
}
