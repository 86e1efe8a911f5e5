import { at } from '../places';
import { defineRule, finding } from '../rule';

export const unclosedBlock = defineRule({
  code: 'CG106',
  name: 'unclosed-block',
  severity: 'error',
  summary: 'A code fence or comment that is opened is closed again; otherwise it hides the rest of the record.',
  source: 'Reading 16',
  fix: { what: 'Closes it at its end.' },
  *check({ record }) {
    for (const document of record.documents) {
      const { text } = document;
      for (const block of document.scan.blocks) {
        if (block.kind === 'fence' && !block.closed) {
          const marks = text.slice(block.opening.start, block.opening.end);
          yield finding(
            at(document, block.opening),
            `The code block that begins here with «${marks}» is never closed; it hides everything below it.`,
          ).fix('Close it at its end', [
            { document, edit: { span: { start: block.span.end, end: block.span.end }, newText: `\n${marks}` } },
          ]);
        } else if (block.kind === 'html' && block.comment && !block.closed) {
          const { start, end } = block.span;
          yield finding(
            at(document, { start, end: start + 4 }),
            'The comment that begins here is never closed; it hides everything below it.',
          ).fix('Close it at its end', [{ document, edit: { span: { start: end, end }, newText: '\n-->' } }]);
        }
      }
    }
  },
});
