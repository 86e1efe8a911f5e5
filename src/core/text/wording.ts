/** More than these are not told one by one. */
const mostListed = 8;

/** `A`, `A and B`, `A, B and C`; of a great many the first and how many more. */
export function listed(words: readonly string[]): string {
  const shown =
    words.length > mostListed
      ? [...words.slice(0, mostListed - 1), `${String(words.length - mostListed + 1)} more`]
      : words;
  const last = shown.at(-1);
  if (last === undefined) return '';
  return shown.length === 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** A value as it is quoted in a message: one line, not too long, with characters that nobody sees spelled out. */
export function quoted(text: string): string {
  const line = visible(text.replace(/\s+/g, ' ').trim());
  const characters = [...line];
  return characters.length > 60 ? `"${characters.slice(0, 57).join('')}…"` : `"${line}"`;
}

/** Control characters, and marks that hide or turn what is written, as their code points. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
