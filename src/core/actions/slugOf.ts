import { plainText } from '../record/plainText';

/** How long the words of a name may be, in characters. */
const longest = 40;

/** A title in lower case with dashes, cut between words; letters of all scripts stay, those with accents lose them. */
export function slugOf(title: string): string {
  const words = plainText(title)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let name = '';
  for (const word of words) {
    const next = name === '' ? word : `${name}-${word}`;
    if ([...next].length > longest) break;
    name = next;
  }
  return name === '' ? [...(words[0] ?? '')].slice(0, longest).join('') : name;
}
