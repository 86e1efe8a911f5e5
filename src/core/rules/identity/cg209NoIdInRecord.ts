import { at, titlePlace } from '../places';
import { defineRule, finding } from '../rule';
import { recordIdentity } from './nameOfFile';

export const noIdInRecord = defineRule({
  code: 'CG209',
  name: 'no-id-in-record',
  severity: 'information',
  summary: 'The record names its own ID.',
  source: 'CR Document Structure; readings 3 and 4',
  fix: { what: 'Writes the ID of the file name into the heading, or a heading with it.' },
  *check({ record }) {
    const id = recordIdentity(record)?.id;
    if (!id || record.headingId || record.document.scan.blocks.length === 0) return;
    const { document, process, kind } = record;
    const { heading } = document.root;
    const draft = finding(
      titlePlace(record),
      `The record does not name its ID; ${id.text} is expected ${kind === 'change-record' ? 'in «Change ID»' : 'in its heading'}.`,
    );
    const changeId = record.answer('change-id');
    if (changeId) {
      yield draft.safeFix(`Write ${id.text}`, [{ document, edit: { span: changeId.span, newText: id.text } }]);
    } else if (kind === 'change-record') {
      const start = document.scan.blocks[0]?.span.start ?? 0;
      yield draft.safeFix(`Write ${id.text}`, [
        { document, edit: { span: { start, end: start }, newText: `**Change ID**: ${id.text}\n` } },
      ]);
    } else if (heading) {
      const placeholder = new RegExp(`${process.identity.prefix}-[A-Z-]+`).exec(
        document.text.slice(heading.title.start, heading.title.end),
      );
      const start = heading.title.start + (placeholder?.index ?? 0);
      const span = placeholder
        ? { start, end: start + placeholder[0].length }
        : { start: heading.title.start, end: heading.title.start };
      yield draft.safeFix(`Write ${id.text} into the heading`, [
        { document, edit: { span: at(document, span).span, newText: placeholder ? id.text : `${id.text}: ` } },
      ]);
    } else {
      const start = document.scan.blocks[0]?.span.start ?? 0;
      yield draft.safeFix('Insert a heading with it', [
        { document, edit: { span: { start, end: start }, newText: `# ${process.name}: ${id.text}\n\n` } },
      ]);
    }
  },
});
