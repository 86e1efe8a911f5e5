/** The names in some lists, each of which has them with commas between: long lists of other names stay readable. */
export function wordsOf(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(', '));
}
