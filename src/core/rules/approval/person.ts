import { plainText } from '../../record/plainText';
import { remembered } from '../../text/remembered';

/** A person as a record names them: by name, by address, or both. */
export interface Person {
  /** In lower case, without address, brackets and role. */
  readonly name: string;
  readonly address: string | undefined;
}

const addresses = /[^\s<>()[\],;:]+@[^\s<>()[\],;]+\.[^\s<>()[\],;]+/g;

/** Reads `Ana Ruiz <ana@example.com>`, `Ana Ruiz (CTO)`, `Ana Ruiz - Backend Engineer`; undefined where no one is named. */
export const readPerson = remembered((text: string): Person | undefined => {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').slice(0, 300);
  // Without an "@" there is nothing to look for at every place of the line.
  const hasAddress = line.includes('@');
  const address = hasAddress ? line.match(addresses)?.[0].toLowerCase() : undefined;
  const outside = line.replace(/<[^<>]*>|\([^()]*\)|\[[^[\]]*\]/g, ' ');
  const name = plainText((hasAddress ? outside.replace(addresses, ' ') : outside).split(/\s[–—-]\s|[,;:|/]/)[0] ?? '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return /\p{L}/u.test(name) || address !== undefined ? { name, address } : undefined;
});

/** Whether two are one and the same; a first name alone is not enough to say so. */
export function isSamePerson(a: Person, b: Person): boolean {
  if (a.address !== undefined && b.address !== undefined) return a.address === b.address;
  return a.name === b.name && (/\p{L}\s+\p{L}/u.test(a.name) || a.name.startsWith('@'));
}
