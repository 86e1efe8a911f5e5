/** Characters after which completions are looked for without being asked. */
export const triggerCharacters: readonly string[] = ['#', '[', '-', '/', ' '];
