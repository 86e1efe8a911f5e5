import { readFieldMark } from '../../markdown/fieldMark';
import { at } from '../places';
import { defineRule, finding } from '../rule';

export const setextAccident = defineRule({
  code: 'CG105',
  name: 'setext-accident',
  severity: 'warning',
  summary: 'A line `---` that is meant as a separator has a blank line above it.',
  source: 'Reading 10',
  fix: { what: 'Puts a blank line above it.' },
  *check({ record }) {
    for (const document of record.documents) {
      const { text } = document;
      for (const block of document.scan.blocks) {
        if (block.kind !== 'heading' || block.style !== 'setext' || !block.underline || block.level !== 2) continue;
        const { title, underline } = block;
        const lines = text.slice(title.start, title.end).split(/\r\n|\r|\n/);
        if (!readFieldMark(text, title.start, title.end) && lines.length < 2) continue;
        yield finding(
          at(document, underline),
          `This «${text.slice(underline.start, underline.end)}» makes a heading of the text above it and hides its fields; a blank line is expected before it.`,
        )
          .related(at(document, title), 'this text became a heading')
          .safeFix('Put a blank line before it', [
            { document, edit: { span: { start: underline.start, end: underline.start }, newText: '\n' } },
          ]);
      }
    }
  },
});
