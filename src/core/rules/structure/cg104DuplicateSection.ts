import type { Section } from '../../record/record';
import { headingPlace } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const duplicateSection = defineRule({
  code: 'CG104',
  name: 'duplicate-section',
  severity: 'information',
  summary: 'A section of the process stands once in a text.',
  source: 'CR Document Structure; reading 13',
  fix: { noneBecause: 'Which of the two is right, or how they go together, only a person can say.' },
  *check({ record }) {
    for (const document of record.documents) {
      for (const parent of [document.root, ...document.sections])
        if (parent.children.length > 1) yield* repeatedBelow(parent);
    }
  },
});

/** "Dependencies" of the record and "Dependencies" of its plan are two sections: only neighbors are compared. */
function* repeatedBelow({ children }: Section) {
  const first = new Map<unknown, Section>();
  for (const section of children) {
    const { definition } = section;
    const place = headingPlace(section);
    if (!definition || !place) continue;
    const before = first.get(definition);
    if (!before) {
      first.set(definition, section);
      continue;
    }
    yield finding(place, `The section ${quoted(section.title)} stands twice; only the first one is read.`)
      .related(headingPlace(before), 'the first one')
      .goTo('Go to the first one', headingPlace(before) ?? before);
  }
}
