import { lacksBlank } from '../../record/meantHeadings';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { slice } from '../../text/span';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const headingWithoutBlank = defineRule({
  code: 'CG121',
  name: 'heading-without-blank',
  severity: 'warning',
  summary: 'A heading has a blank behind its marks.',
  source: 'CR Document Structure; reading 10',
  fix: { what: 'Writes the blank.' },
  *check({ record }) {
    for (const document of record.documents) {
      for (const { heading, level } of [document.root, ...document.sections]) {
        if (!heading || !lacksBlank(heading)) continue;
        const marks = '#'.repeat(level);
        const { start } = heading.title;
        yield finding(
          at(document, heading.span),
          `${quoted(slice(document.text, heading.span))} is read as a heading, but Markdown shows it as text; a blank is expected behind ${marks}.`,
        ).safeFix(`Write a blank behind ${marks}`, () => [
          { document, edit: { span: { start, end: start }, newText: ' ' } },
        ]);
      }
    }
  },
});
