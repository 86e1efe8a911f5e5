/**
 * The words of a line without its Markdown: links and pictures give their words, code, emphasis and tags lose their
 * marks. Marks without a partner at either end go too, so that a stretch that was cut out of a line reads like words.
 */
export function inlineText(text: string): string {
  const markdown = text.slice(0, longest);
  if (!/[*_`~[\]<>\\&]/.test(markdown)) return oneLine(markdown);
  const code: string[] = [];
  const words = markdown
    .replace(/(`{1,3})(?!`)([^`]+)\1(?!`)/g, (_, _mark: string, inside: string) => {
      code.push(inside.trim());
      return `\u0000${String(code.length - 1)}\u0000`;
    })
    .replace(/!?\[([^[\]]*)\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)|\[[^[\]]*\])/g, '$1')
    .replace(/<(https?:\/\/[^<>\s]+)>/g, '$1')
    .replace(/<!--(?:(?!-->)[^])*-->/g, '')
    .replace(/<\/?(?:b|i|u|s|em|strong|code|kbd|sub|sup|mark|del|ins|small|span|br)\s?\/?>/gi, '')
    .replace(/(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1/g, '$2')
    .replace(/(~~)(?=\S)([^~]+?)(?<=\S)~~/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]+?|[^_][^\s]*?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? '');
  return oneLine(withoutLooseMarks(words).replace(/\u0000(\d+)\u0000/g, (_, at: string) => code[Number(at)] ?? ''));
}

/** A longer line is no title. */
const longest = 2000;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** Marks at the ends that were opened or closed outside of the stretch. */
function withoutLooseMarks(text: string): string {
  return text
    .trim()
    .replace(/^[*~`]+(?=\S)(?!\s)/, '')
    .replace(/(?<![*~`\s])[*~`]+$/, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
