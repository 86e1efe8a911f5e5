/** What a message is taken apart with. Nothing that is read here is trusted: it may come from any page. */

/** The fields of an object, of which nothing else is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** Nothing that a person does makes a longer key than this, in UTF-16 code units. */
export const longestKey = 400;

/** Whether data has fields: it is an object, and no list. */
export function isFields(data: unknown): data is Fields {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** Nothing is in it that is not known: what is larger than it has to be is refused without being looked at. */
export function hasOnly(data: Fields, ...known: readonly string[]): boolean {
  return Object.keys(data).every((key) => known.includes(key));
}

/** Words of any length. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A name of something: never empty, never endless. */
export function isKey(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestKey;
}

/** A number that can be counted with. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Words, or nothing at all. */
export function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

/** A list of which every item is what it has to be. */
export function isListOf<T>(value: unknown, is: (each: unknown) => each is T): value is T[] {
  return Array.isArray(value) && value.every(is);
}
