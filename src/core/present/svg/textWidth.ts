/** Widths of characters in thousandths of the size, as the usual sans-serif fonts have them; a little on the wide side. */
const widths: readonly (readonly [characters: string, width: number])[] = [
  ["ijl'|", 250],
  ['.,:;!ftI/\\[] ·', 300],
  ['r()-"`*', 360],
  ['cksvxyzJ', 520],
  ['abdeghnopqu0123456789L_?""–', 580],
  ['FTZ+=<>~', 630],
  ['ABEKPSVXY&', 690],
  ['CDHNRUw', 750],
  ['GOQ', 800],
  ['mM', 870],
  ['%W@…—', 990],
];

const widthOf = new Map(widths.flatMap(([characters, width]) => [...characters].map((each) => [each, width] as const)));

/** What is not in the table: letters of other alphabets, and at full width pictures and the scripts of East Asia. */
const wide =
  /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uff01-\uff60]/u;
const nothing = /[\p{M}\p{Cf}]/u;

/** How wide a text is at a size, in the same unit: an estimate that is rather too wide than too narrow. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text)
    sum += widthOf.get(character) ?? (nothing.test(character) ? 0 : wide.test(character) ? 1050 : 690);
  return (sum * size * (bold ? 1.15 : 1.07)) / 1000;
}

/** A text on one line of at most a width; what does not fit ends in `…`. */
export function clipText(text: string, size: number, width: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size, bold) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** More than these characters are not looked at: no picture has room for them. */
const longest = 600;

/** A text on as many lines as it needs, at most `most`; words too long for a line are cut, and the last line ends in `…`. */
export function wrapText(text: string, size: number, width: number, most: number, bold = false): readonly string[] {
  const words = [
    ...text
      .slice(0, longest)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  ]
    .join('')
    .split(' ');
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined, size, bold) <= width) {
      line = joined;
      continue;
    }
    if (lines.length === most - 1) {
      const rest = [line, ...words.slice(index)].filter((each) => each !== '').join(' ');
      return [...lines, clipText(rest, size, width, bold)];
    }
    if (line !== '') lines.push(line);
    line = textWidth(word, size, bold) <= width ? word : clipText(word, size, width, bold);
  }
  return line === '' ? lines : [...lines, line];
}
