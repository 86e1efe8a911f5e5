/**
 * A piece of XML that is well formed. Only {@link element} and {@link staticMarkup} make it: words come in as strings
 * and are escaped there, so that what a record says can never become markup (hostile inputs 40 and 43).
 */
export class Markup {
  constructor(readonly text: string) {}
}

/** What stands in an element: markup as it is, words escaped, `undefined` not at all. */
export type Content = Markup | string | undefined | readonly Content[];

/** Attributes by name; numbers are rounded to two places, those that are undefined or false are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements that hold nothing. The others are always closed by a tag of their own, as HTML asks for. */
const empty = new Set(['path', 'rect', 'circle', 'line', 'polygon', 'polyline', 'meta', 'use']);

/** An element with its attributes and what stands in it. Names are those of our own code, never words of a record. */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const list = Object.entries(attributes)
    .map(([key, value]) => (value === undefined || value === false ? '' : ` ${key}="${attributeText(value)}"`))
    .join('');
  if (empty.has(name)) return new Markup(`<${name}${list} />`);
  return new Markup(`<${name}${list}>${contentText(content)}</${name}>`);
}

/** Text of our own that is markup already: style sheets, without `<` and `&`. */
export function staticMarkup(text: string): Markup {
  return new Markup(text);
}

/** Several pieces as one. */
export function fragment(...content: readonly Content[]): Markup {
  return new Markup(contentText(content));
}

function contentText(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeXml(content);
  if (content instanceof Markup) return content.text;
  return content.map(contentText).join('');
}

function attributeText(value: string | number | true): string {
  if (value === true) return '';
  return typeof value === 'string' ? escapeXml(value) : String(Math.round(value * 100) / 100);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Words as XML has them: on one line, without characters that XML does not know (U+FFFD stands for them) and without
 * those that turn the direction of writing or steer a terminal.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
