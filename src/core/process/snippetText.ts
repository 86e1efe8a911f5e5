/** A piece of a snippet: text as it is, a variable, or a stop. Stops are numbered in the order in which they come. */
export type SnippetPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** A variable of the editor, with its dollar sign: `$CURRENT_YEAR`. */
  | { readonly kind: 'variable'; readonly variables: string }
  /** A stop with a text to write over. */
  | { readonly kind: 'stop'; readonly text: string }
  /** A stop whose text comes from variables. */
  | { readonly kind: 'stop-variable'; readonly variables: string }
  /** A stop that offers a choice; the first is what stands there until another one is chosen. */
  | { readonly kind: 'choice'; readonly options: readonly string[] };

/** The pieces in the syntax of VS Code snippets, with everything escaped that would mean something there. */
export function snippetText(pieces: readonly SnippetPiece[]): string {
  let stop = 0;
  return pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'text':
          return piece.text.replace(/[\\$}]/g, '\\$&');
        case 'variable':
          return piece.variables;
        case 'stop':
          return `\${${String(++stop)}:${piece.text.replace(/[\\$}]/g, '\\$&')}}`;
        case 'stop-variable':
          return `\${${String(++stop)}:${piece.variables}}`;
        case 'choice':
          return `\${${String(++stop)}|${piece.options.map((option) => option.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
      }
    })
    .join('');
}
