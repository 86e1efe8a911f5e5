import type { SectionDefinition } from '../../process/process';
import type { Section } from '../../record/record';
import { headingPlace } from '../places';
import { defineRule, finding } from '../rule';

export const duplicateSection = defineRule({
  code: 'CG104',
  name: 'duplicate-section',
  severity: 'warning',
  summary: 'A section of the process stands once in a text.',
  source: 'CR Document Structure; reading 13',
  fix: { noneBecause: 'Which of the two is right, or how they go together, only a person can say.' },
  *check({ record }) {
    for (const document of record.documents) {
      const first = new Map<SectionDefinition, Section>();
      for (const section of document.sections) {
        const { definition } = section;
        const place = headingPlace(section);
        if (!definition || !place) continue;
        const before = first.get(definition);
        if (!before) {
          first.set(definition, section);
          continue;
        }
        yield finding(place, `The section «${section.title}» stands twice; only the first is read.`)
          .related(headingPlace(before), 'the first one')
          .goTo('Go to the first one', before);
      }
    }
  },
});
