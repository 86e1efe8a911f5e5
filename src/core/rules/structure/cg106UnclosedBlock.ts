import { comparableName } from '../../process/comparableName';
import { vocabularyOf } from '../../record/processVocabulary';
import { readFieldMark } from '../../markdown/fieldMark';
import { once } from '../../record/facts';
import type { FencedCode, HtmlBlock } from '../../markdown/blocks';
import type { Process } from '../../process/process';
import type { ChangeRecord, RecordDocument } from '../../record/record';
import { slice } from '../../text/span';
import { at, quoted } from '../places';
import { defineRule, finding } from '../rule';

export const unclosedBlock = defineRule({
  code: 'CG106',
  name: 'unclosed-block',
  severity: 'error',
  summary: 'A code fence or comment that is opened is closed again; otherwise it hides the rest of the record.',
  source: 'Reading 16',
  fix: { what: 'Closes it where the next section begins, or at its end.' },
  *check({ record: { documents, process } }) {
    for (const document of documents) {
      for (const block of openBlocks(document))
        yield block.kind === 'fence'
          ? unclosedFence(document, block, process)
          : unclosedComment(document, block, process);
    }
  },
});

/** The fences and comments of a text that are never closed. */
const openBlocks = once(({ scan }: RecordDocument) =>
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

function unclosedFence(document: RecordDocument, block: FencedCode, process: Process) {
  const { text } = document;
  const marks = slice(text, block.opening);
  const lineStart = document.scan.lines.starts[block.line] ?? block.opening.start;
  const indent = text.slice(lineStart, block.opening.start).replace(/[^ \t]/g, ' ');
  return unclosed(document, block, process, `The code block that begins here with ${quoted(marks)}`, {
    opening: block.opening.end,
    place: block.opening,
    closing: `${indent}${marks}`,
  });
}

function unclosedComment(document: RecordDocument, block: HtmlBlock, process: Process) {
  const { start } = block.span;
  return unclosed(document, block, process, 'The comment that begins here', {
    opening: start + 4,
    place: { start, end: start + 4 },
    closing: '-->',
  });
}

function unclosed(
  document: RecordDocument,
  { span }: FencedCode | HtmlBlock,
  process: Process,
  subject: string,
  { opening, place, closing }: { opening: number; place: { start: number; end: number }; closing: string },
) {
  const { text } = document;
  const hidden = hiddenIn(text, opening, span.end, process);
  const what = hidden.any ? 'it hides everything below it' : 'its end is expected';
  const draft = finding(at(document, place), `${subject} is never closed; ${what}.`).as(
    hidden.any ? 'error' : 'warning',
  );
  if (hidden.section !== undefined) {
    const start = hidden.section;
    return draft.fix('Close it where the next section begins', [
      { document, edit: { span: { start, end: start }, newText: `${closing}\n\n` } },
    ]);
  }
  return draft.fix('Close it at its end', [
    { document, edit: { span: { start: span.end, end: span.end }, newText: `\n${closing}` } },
  ]);
}

/** What an open block swallows: the first section of the process, and whether there is any heading or field at all. */
function hiddenIn(text: string, start: number, end: number, process: Process): { section?: number; any: boolean } {
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
