import { setextAccidents } from '../../record/setextAccidents';
import { slice } from '../../text/span';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const setextAccident = defineRule({
  code: 'CG105',
  name: 'setext-accident',
  severity: 'warning',
  summary: 'A line `---` that is meant as a separator has a blank line above it.',
  source: 'Reading 10',
  fix: { what: 'Puts a blank line above it.' },
  *check({ record }) {
    for (const { document, title, underline, hidesFields } of setextAccidents(record)) {
      const draft = finding(
        at(document, underline),
        `${quoted(slice(document.text, underline))} makes a heading of the text above it${hidesFields === 'none' ? '' : ' and hides its fields'}; a blank line is expected before it.`,
      );
      yield draft
        .related(at(document, title), 'this text became a heading')
        .safeFix('Put a blank line before it', () => [
          { document, edit: { span: { start: underline.start, end: underline.start }, newText: '\n' } },
        ]);
    }
  },
});
