/**
 * Words of a record, a person or a file as a label of VS Code, which draws `$(name)` as an icon: they stay the words
 * that they are.
 */
export function plainLabel(words: string): string {
  return words.replaceAll('$(', '\\$(');
}
