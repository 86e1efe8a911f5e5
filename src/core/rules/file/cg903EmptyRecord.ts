import { at } from '../places';
import { defineRule, finding } from '../rule';

export const emptyRecord = defineRule({
  code: 'CG903',
  name: 'empty-record',
  severity: 'error',
  summary: 'A file that is named after an ID holds a record.',
  source: 'CR Document Structure',
  fix: { what: 'Writes the template into the file.' },
  *check({ record }) {
    const { document, process } = record;
    if (document.scan.blocks.some(({ kind }) => kind !== 'html' && kind !== 'break')) return;
    const template = process.documents[0]?.template ?? '';
    const end = document.text.length;
    const draft = finding(
      at(document, { start: 0, end: 0 }),
      `The file is named ${document.path.slice(document.path.lastIndexOf('/') + 1)} and holds no record.`,
    );
    yield draft.fix('Write the template', [
      { document, edit: { span: { start: end, end }, newText: end === 0 ? template : `\n${template}` } },
    ]);
  },
});
