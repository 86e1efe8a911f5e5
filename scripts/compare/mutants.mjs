// Damages records as people do: one small change each, the same ones in every run.

/**
 * Numbers from 0 up to 1, the same ones for the same seed (mulberry32).
 * @param {number} seed
 * @returns {() => number}
 */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const statuses = ['DRAFT', 'PROPOSED', 'APPROVED', 'IN_PROGRESS', 'COMPLETED', 'REJECTED', 'CANCELLED', 'Aproved'];
const dates = ['2026-01-01', '2026-07-15', '2026-02-30', '03/04/2026', '2026-13-01', '1999-12-31', 'next week'];

/** @typedef {(line: string, pick: <T>(list: readonly T[]) => T) => string | readonly string[]} LineChange */

/**
 * Changes of one line, each with the lines that it can be made on.
 * @type {readonly (readonly [RegExp, LineChange])[]}
 */
const lineChanges = [
  [/\S/, () => []],
  [/\S/, (line) => [line, line]],
  [/\S/, (line) => [line, '']],
  [/\*\*Status\*\*/, (line, pick) => line.replace(/(\*\*Status\*\*:?\s*).*/, `$1${pick(statuses)}`)],
  [new RegExp(`\\b(?:${statuses.join('|')})\\b`), (line, pick) => line.replace(/\b[A-Z_]{5,}\b/, pick(statuses))],
  [/\d{4}-\d{2}-\d{2}/, (line, pick) => line.replace(/\d{4}-\d{2}-\d{2}/, pick(dates))],
  [/\[[ xX]\]/, (line) => line.replace(/\[([ xX])\]/, (_, mark) => (mark === ' ' ? '[x]' : '[ ]'))],
  [/^#{2,5} /, (line) => `#${line}`],
  [/^#{2,6} /, (line) => line.slice(1)],
  [/^#{2,6} /, (line) => line.replace(/[A-Za-z]{4,}/, (word) => word.slice(1))],
  [/^\*\*[^*]+\*\*: ?\S/, (line) => `- ${line}`],
  [/^\*\*[^*]+\*\*: ?\S/, (line) => line.replace(/^\*\*([^*]+)\*\*: ?(.*)/, '| $1 | $2 |')],
  [/^\*\*[^*]+\*\*:/, (line) => line.replace(/^\*\*([^*]+)\*\*:/, '**$1:**')],
  [/^\*\*[^*]+\*\*: ?\S/, (line) => line.replace(/^(\*\*[^*]+\*\*:).*/, '$1')],
  [/^\*\*[^*]+\*\*: ?\S/, (line) => line.replace(/^\*\*([^*]+)\*\*: ?(.*)/, '## $1\n\n$2')],
  [/^\|.*\|.*\|$/, (line) => line.replace(/\|[^|]*\|$/, '|')],
  [/^\|.*\|.*\|$/, (line) => line.replace(/^\|([^|]*)\|([^|]*)\|/, '|$2|$1|')],
  [
    /\b[LMH]\b|\b(?:Low|Medium|High)\b/,
    (line, pick) => line.replace(/\b[LMH]\b|\b(?:Low|Medium|High)\b/, pick(['H', 'Low', '4'])),
  ],
  [/\d/, (line) => line.replace(/\d+/, (number) => String(Number(number) + 1))],
  [/\b[A-Z][a-z]+ [A-Z][a-z]+\b/, (line) => line.replace(/\b[A-Z][a-z]+ [A-Z][a-z]+\b/, '[TBD]')],
];

/** Changes of a whole text. @type {readonly ((text: string, random: () => number) => string)[]} */
const textChanges = [
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\ufeff${text}`,
  (text, random) => text.slice(0, Math.floor(text.length * (0.2 + random() * 0.6))),
  (text) => text.replace(/[^]*?\n(?=## )/, ''),
  (text) => text.replace(/^(## [^\n]*\n[^]*?)(?=^## )/m, '$1$1'),
  (text) => text.replace(/^(## [^\n]*\n[^]*?)(^## [^\n]*\n[^]*?)(?=^## )/m, '$2$1'),
];

/**
 * A record with one thing changed.
 * @param {string} text
 * @param {() => number} random
 */
export function mutate(text, random) {
  const pick = (/** @type {readonly any[]} */ list) => list[Math.floor(random() * list.length)];
  const which = Math.floor(random() * (lineChanges.length + textChanges.length));
  const change = textChanges[which - lineChanges.length];
  if (change) return change(text, random);
  const [where, ofLine] = lineChanges[which] ?? pick(lineChanges);
  const lines = text.split('\n');
  const possible = lines.flatMap((line, index) => (where.test(line) ? [index] : []));
  if (possible.length === 0) return text.replaceAll('\n', '\r\n');
  const at = pick(possible);
  lines.splice(at, 1, ...[ofLine(lines[at] ?? '', pick)].flat());
  return lines.join('\n');
}
