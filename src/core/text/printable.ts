/** Control characters, line and paragraph separators, and marks that change the direction of writing. */
const steering = '[\\p{Cc}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]';
const runs = new RegExp(`${steering}+`, 'gu');
const insideOfDiff = new RegExp(`(?![\\t\\n]|\\r\\n)${steering}`, 'gu');
const insideOfJson = new RegExp(`(?!\\n)${steering}`, 'gu');

/** A text that cannot steer a terminal: what could do so becomes a blank. */
export function printable(text: string): string {
  return text.replace(runs, ' ');
}

/** A diff that cannot steer a terminal. Line endings and tabs stay, so that it can be applied. */
export function printableDiff(diff: string): string {
  return diff.replace(insideOfDiff, ' ');
}

/** JSON that cannot steer a terminal: what could do so is escaped, which changes nothing for who parses it. */
export function printableJson(json: string): string {
  // Line feeds are those of the layout: inside of texts JSON itself escapes them.
  return json.replace(insideOfJson, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
