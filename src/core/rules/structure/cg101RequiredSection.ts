import { headingPlace, titlePlace } from '../places';
import { defineRule, finding } from '../rule';
import { completeness } from './completeness';
import { insertSection } from './insertion';
import { isPartlyHidden } from './isPartlyHidden';

export const requiredSection = defineRule({
  code: 'CG101',
  name: 'required-section',
  severity: { draft: 'off', proposed: 'error' },
  summary: 'A record has every section that is due at its stage.',
  source: 'Phases 1 to 3; readings 14, 15 and 22',
  fix: { what: 'Inserts the section as the template has it, at its place.' },
  *check({ record }) {
    if (isPartlyHidden(record)) return; // What is missing may only be hidden; CG105 and CG106 tell of that.
    const { status } = record;
    const from = status?.value?.id ?? '';
    for (const point of completeness(record).open) {
      if (point.kind === 'document') {
        const [section] = point.document.sections;
        if (!section) continue;
        yield finding(
          titlePlace(record),
          `The ${section.heading} is missing; a record that is ${from} has it as a section or as a companion file.`,
        )
          .related(status, `the status is ${from}`)
          .fix(`Insert the ${section.heading}`, insertSection(record, section));
      } else if (point.kind === 'section') {
        const { section, within } = point;
        yield finding(
          (within && headingPlace(within)) ?? titlePlace(record),
          `The section «${section.heading}» is missing; a record that is ${from} has it.`,
        )
          .related(status, `the status is ${from}`)
          .fix(`Insert the section «${section.heading}»`, insertSection(record, section));
      }
    }
  },
});
