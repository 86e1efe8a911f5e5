import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const duplicateId = defineRule({
  code: 'CG207',
  name: 'duplicate-id',
  severity: 'error',
  summary: 'An ID names one record, also among archived ones.',
  source: 'CR Identification; readings 2, 7 and 37',
  fix: {
    noneBecause:
      'Which of the records keeps the number only a person can say; in the editor "Renumber to …" gives the one at hand the next free number.',
  },
  *check({ record, known }) {
    const id = record.id;
    if (!id) return;
    const twins = (known.get(id.text) ?? []).filter(({ path }) => path !== record.path);
    if (twins.length === 0) return;
    const paths = twins.map(({ path, archived }) => (archived ? `${path} (archived)` : path));
    const draft = finding(
      record.headingId ?? titlePlace(record),
      `${id.text} is also the ID of ${paths.join(' and of ')}; an ID names one record.`,
    );
    for (const { path } of twins) draft.relatedFile(path, { start: 0, end: 0 }, 'the other record');
    yield draft;
  },
});
