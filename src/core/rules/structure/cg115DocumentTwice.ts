import { headingPlace } from '../places';
import { defineRule, finding } from '../rule';

export const documentTwice = defineRule({
  code: 'CG115',
  name: 'document-twice',
  severity: 'warning',
  summary: 'Impact assessment and plan stand in the record or in a companion file, not in both.',
  source: 'Reading 14',
  fix: { noneBecause: 'Which of the two is the current one only a person can say.' },
  *check({ record }) {
    for (const { section, companions } of record.parts) {
      const [companion] = companions;
      const place = section && headingPlace(section);
      if (!companion || !place) continue;
      yield finding(
        place,
        `The ${section.definition?.heading ?? section.title} stands here and in ${companion.path.slice(companion.path.lastIndexOf('/') + 1)}; one place is expected.`,
      ).related(
        headingPlace(companion.root) ?? { document: companion, span: { start: 0, end: 0 } },
        'the companion file',
      );
    }
  },
});
