import { isEmptyRecord } from '../../record/isEmptyRecord';
import { isPartlyHidden } from '../../record/isPartlyHidden';
import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const notUnderstood = defineRule({
  code: 'CG122',
  name: 'not-understood',
  severity: 'warning',
  summary: 'Something of a record is understood: its status, or another answer, or a section.',
  source: 'Of Changegate: what is not understood is not checked, and is no empty draft',
  fix: { noneBecause: 'What the words of the record mean only its writers know; a policy can name them.' },
  *check({ record }) {
    const { answers, documents, process } = record;
    const isKnown = documents.some(({ sections }) => sections.some(({ definition }) => definition !== undefined));
    const isCutOff = record.document.scan.frontMatter?.closed === false || isPartlyHidden(record);
    if (answers.length > 0 || isKnown || isEmptyRecord(record) || isCutOff) return;
    yield finding(
      titlePlace(record),
      `This record is not understood: no status, no label and no section of a ${process.name} is found in it, so nothing in it is checked.`,
    );
  },
});
