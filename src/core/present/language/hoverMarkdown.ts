import type { HoverLine, HoverTarget } from './hover';

/** More characters of one text than these are not shown. */
const longest = 300;

/**
 * A hover as Markdown. Every text is escaped so that nothing in it can be markup, a link, an icon or a command; the
 * only links are those that `linkTo` makes.
 */
export function hoverMarkdown(
  lines: readonly HoverLine[],
  linkTo: (target: HoverTarget, toSide: boolean) => string,
): string {
  return lines
    .map((line) => {
      switch (line.kind) {
        case 'heading':
          return `**${plainMarkdown(line.text)}**`;
        case 'text':
          return plainMarkdown(line.text);
        case 'facts':
          return line.facts.map(([label, text]) => `${plainMarkdown(label)}: ${plainMarkdown(text)}`).join('  \n');
        case 'items':
          return line.items
            .map(
              ({ text, target }) =>
                `- ${plainMarkdown(text)}${target ? ` [→](${linkTo(target, false)} "Go there")` : ''}`,
            )
            .join('\n');
        case 'links':
          return line.links
            .map(({ label, target, toSide }) => `[${plainMarkdown(label)}](${linkTo(target, toSide)})`)
            .join(' · ');
      }
    })
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A text as Markdown that says the same: one line, no more than {@link longest} characters, all punctuation escaped. */
export function plainMarkdown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const characters = [...line.slice(0, longest * 2)];
  const shown = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
  return shown.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
