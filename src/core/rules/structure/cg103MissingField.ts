import type { FieldDefinition } from '../../process/process';
import type { ChangeRecord, Section } from '../../record/record';
import { headingPlace, titlePlace } from '../places';
import { defineRule, finding, type DocumentEdit } from '../rule';
import { completeness } from './completeness';

export const missingField = defineRule({
  code: 'CG103',
  name: 'missing-field',
  severity: { draft: 'off', proposed: 'error' },
  summary: 'A section has every field that is due at the stage of the record.',
  source: 'CR Document Structure; readings 12, 13 and 22',
  fix: { what: 'Inserts the lines of the template that ask for it.' },
  *check({ record }) {
    const status = record.status?.value?.id ?? 'PROPOSED';
    for (const point of completeness(record).open) {
      if (point.kind !== 'field') continue;
      const { field, within } = point;
      const place = (within && headingPlace(within)) ?? titlePlace(record);
      const where = within?.heading ? ` in «${within.title}»` : '';
      yield finding(place, `${field.label} is missing${where}; a record that is ${status} has it.`)
        .related(record.status, `the status is ${status}`)
        .fix(`Insert ${field.label}`, insertField(record, field, within));
    }
  },
});

function insertField(record: ChangeRecord, field: FieldDefinition, within: Section | undefined): DocumentEdit[] {
  if (!field.template) return [];
  const { text, span } = field.template;
  const section = within ?? record.document.root;
  const { document } = section;
  const last = section.blocks.findLast((block) => block.kind !== 'break');
  const start = last?.span.end ?? section.heading?.span.end ?? 0;
  const lines = text.slice(span.start, span.end);
  return [{ document, edit: { span: { start, end: start }, newText: start === 0 ? `${lines}\n\n` : `\n\n${lines}` } }];
}
