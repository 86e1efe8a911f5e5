import { headingPlace, titlePlace } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { completeness } from '../../lifecycle/completeness';
import { canInsertField, insertField } from '../../change/insertion';
import { isPartlyHidden } from '../../record/isPartlyHidden';

export const missingField = defineRule({
  code: 'CG103',
  name: 'missing-field',
  severity: { draft: 'off', proposed: 'error' },
  summary: 'A section has every field that is due at the stage of the record.',
  source: 'CR Document Structure; readings 12, 13 and 22',
  fix: { what: 'Inserts the lines of the template that ask for it.' },
  *check({ record }) {
    if (isPartlyHidden(record)) return; // What is missing may only be hidden; CG105 and CG106 tell of that.
    const status = record.status?.value?.id ?? '';
    for (const point of completeness(record).open) {
      if (point.kind !== 'field') continue;
      const { field, within } = point;
      const place = (within && headingPlace(within)) ?? titlePlace(record);
      const where = within?.heading ? ` in ${quoted(within.title)}` : '';
      yield finding(place, `${field.label} is missing${where}; a record that is ${status} has it.`)
        .related(record.status, `the status is ${status}`)
        .fix(`Insert ${field.label}`, () => insertField(record, field, within), canInsertField(record, field, within));
    }
  },
});
