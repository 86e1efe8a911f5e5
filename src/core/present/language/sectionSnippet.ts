import { placeholders } from '../../process/placeholder';
import { snippetText, type SnippetPiece } from '../../process/snippetText';

/** The lines of a section in the syntax of VS Code snippets: Tab goes through what is to be filled in. */
export function sectionSnippet(lines: string): string {
  const pieces: SnippetPiece[] = [];
  let done = 0;
  for (const { start, end } of placeholders(lines)) {
    pieces.push({ kind: 'text', text: lines.slice(done, start) }, { kind: 'stop', text: lines.slice(start, end) });
    done = end;
  }
  return snippetText([...pieces, { kind: 'text', text: lines.slice(done) }, { kind: 'variable', variables: '$0' }]);
}
