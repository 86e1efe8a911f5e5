import { isEmptyRecord } from '../../record/isEmptyRecord';
import { initialAnswers } from '../../process/initialAnswers';
import { renderTemplate } from '../../process/renderTemplate';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { replace } from '../../change/documentEdit';
import { finding } from '../../findings/draftFinding';

export const emptyRecord = defineRule({
  code: 'CG903',
  name: 'empty-record',
  severity: 'error',
  summary: 'A file that is named after an ID holds a record.',
  source: 'CR Document Structure',
  unsuppressable: true,
  fix: { what: 'Writes the template into the file, with its ID and the dates of today.' },
  *check({ record, today }) {
    if (!isEmptyRecord(record)) return;
    const { document, process, id } = record;
    const name = document.path.slice(document.path.lastIndexOf('/') + 1);
    yield finding(at(document, { start: 0, end: 0 }), `The file is named ${quoted(name)} and holds no record.`).fix(
      'Write the template',
      () => {
        const known = initialAnswers(process, 'record', { ...(id ? { id: id.text } : {}), now: today });
        const template = renderTemplate(process, 'record', known).text;
        const end = document.text.length;
        const gap = document.text === '' ? '' : /[\r\n]$/.test(document.text) ? '\n' : '\n\n';
        return [replace(at(document, { start: end, end }), gap + template)];
      },
    );
  },
});
