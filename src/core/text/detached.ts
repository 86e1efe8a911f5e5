/**
 * The same text, by itself. Engines let a part of a text point into the whole instead of copying it: anyone who keeps a
 * word of a record for long would keep the record.
 */
export function detached(text: string): string {
  // Joined texts are copied when they are cut.
  return ` ${text}`.slice(1);
}

/** The same for data that JSON can tell: every text in it by itself. */
export function detachedData<T>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T;
}
