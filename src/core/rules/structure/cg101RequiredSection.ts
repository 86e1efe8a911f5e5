import type { SectionDefinition } from '../../process/process';
import type { ChangeRecord, Section } from '../../record/record';
import { at, headingPlace, titlePlace } from '../places';
import { defineRule, finding, type DocumentEdit } from '../rule';
import { completeness, sectionsByDefinition } from './completeness';

export const requiredSection = defineRule({
  code: 'CG101',
  name: 'required-section',
  severity: { draft: 'off', proposed: 'error' },
  summary: 'A record has every section that is due at its stage.',
  source: 'Phases 1 to 3; readings 14 and 22',
  fix: { what: 'Inserts the section as the template has it, at its place.' },
  *check({ record }) {
    const { status } = record;
    const from = status?.value?.id ?? 'PROPOSED';
    for (const point of completeness(record).open) {
      if (point.kind === 'document') {
        const [section] = point.document.sections;
        if (!section) continue;
        yield finding(
          titlePlace(record),
          `The ${section.heading} is missing; a record that is ${from} has it as a section or as a companion file.`,
        )
          .related(status, `the status is ${from}`)
          .fix(`Insert the ${section.heading}`, [insertSection(record, section)]);
      } else if (point.kind === 'section') {
        const { section, within } = point;
        yield finding(
          (within && headingPlace(within)) ?? titlePlace(record),
          `The section «${section.heading}» is missing; a record that is ${from} has it.`,
        )
          .related(status, `the status is ${from}`)
          .fix(`Insert the section «${section.heading}»`, [insertSection(record, section)]);
      }
    }
  },
});

/** The edit that inserts a section of the template behind the section that comes before it there. */
function insertSection(record: ChangeRecord, section: SectionDefinition): DocumentEdit {
  const found = sectionsByDefinition(record);
  const template = record.process.documents.find(({ id }) => id === section.document)?.template ?? '';
  const text = template
    .slice(section.span.start, section.span.end)
    .replace(/\s*\n---\s*$/, '')
    .trimEnd();
  const siblings = record.process.sections.filter(
    ({ parent, document }) => parent === section.parent && document === section.document,
  );
  const before = siblings.slice(0, siblings.indexOf(section)).reverse();
  const previous = before.map((each) => found.get(each)).find((each): each is Section => each !== undefined);
  const parent = section.parent && found.get(section.parent);
  const home = previous ?? parent;
  const document = home?.document ?? record.document;
  const end = home?.span.end ?? document.text.length;
  const trimmed = document.text.slice(0, end).trimEnd().length;
  return { document, edit: { span: at(document, { start: trimmed, end: trimmed }).span, newText: `\n\n${text}` } };
}
