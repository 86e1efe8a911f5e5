import { once } from './facts';
import type { RecordDocument, ChangeRecord } from './record';
import type { FencedCode, HtmlBlock } from '../markdown/blocks';
import type { Process } from '../process/process';
import { vocabularyOf } from './processVocabulary';
import { slice } from '../text/span';
import { comparableName } from '../process/comparableName';
import { readFieldMark } from '../markdown/fieldMark';

/** The fences and comments of a text that are never closed. */
export const openBlocks = once(({ scan }: RecordDocument) =>
  scan.blocks.filter(
    (block): block is FencedCode | HtmlBlock =>
      (block.kind === 'fence' || (block.kind === 'html' && block.comment)) && !block.closed,
  ),
);

/** Whether an open fence or comment hides a part of a record: what is missing then may only be hidden. */
export function hidesContent({ documents, process }: Pick<ChangeRecord, 'documents' | 'process'>): boolean {
  return documents.some((document) =>
    openBlocks(document).some(({ span }) => hiddenIn(document.text, span.start + 1, span.end, process).any),
  );
}

/** What an open block swallows: the first section of the process, and whether there is any heading or field at all. */
export function hiddenIn(
  text: string,
  start: number,
  end: number,
  process: Process,
): { section?: number; any: boolean } {
  const { sections, fields } = vocabularyOf(process);
  let any = false;
  for (const match of text.slice(start, end).matchAll(/^[ ]{0,3}(?:(#{1,6})[ \t]+(.*)|[*_]{2}.*|[-*+][ \t].*)$/gm)) {
    const at = start + match.index;
    if (match[1] !== undefined) {
      if (sections.has(comparableName(match[2] ?? ''))) return { section: at, any: true };
      continue;
    }
    const from = at + (/^[ ]*(?:[-*+][ \t]+)?/.exec(match[0])?.[0].length ?? 0);
    const field = readFieldMark(text, from, at + match[0].length);
    if (field && fields.has(comparableName(slice(text, field.label)))) any = true;
  }
  return { any };
}
