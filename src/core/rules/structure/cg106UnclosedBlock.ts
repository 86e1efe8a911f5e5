import { openBlocks, hiddenIn } from '../../record/hiddenContent';
import type { FencedCode, HtmlBlock } from '../../markdown/blocks';
import type { Process } from '../../process/process';
import type { RecordDocument } from '../../record/record';
import { slice } from '../../text/span';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

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
    return draft.fix('Close it where the next section begins', () => [
      { document, edit: { span: { start, end: start }, newText: `${closing}\n\n` } },
    ]);
  }
  return draft.fix('Close it at its end', () => [
    { document, edit: { span: { start: span.end, end: span.end }, newText: `\n${closing}` } },
  ]);
}
