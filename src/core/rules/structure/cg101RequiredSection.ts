import type { SectionDefinition } from '../../process/process';
import type { ChangeRecord, Section } from '../../record/record';
import { headingPlace, titlePlace } from '../../record/places';
import { listed } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import type { DocumentEdit } from '../../change/documentEdit';
import { completeness } from '../../lifecycle/completeness';
import { sectionsByDefinition } from '../../record/sectionsByDefinition';
import { canInsertSection, insertSection } from '../../change/insertion';
import { isPartlyHidden } from '../../record/isPartlyHidden';

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
          .fix(
            `Insert the ${section.heading}`,
            () => insertSection(record, section),
            canInsertSection(record, section),
          );
      }
    }
    for (const { within, sections } of missingTogether(record)) {
      const place = (within && headingPlace(within)) ?? titlePlace(record);
      const [only, ...others] = sections.map(({ heading }) => `"${heading}"`);
      if (only === undefined) continue;
      const name = within?.definition?.heading ?? '';
      const message =
        others.length === 0
          ? `The section ${only} is missing; a record that is ${from} has it.`
          : `"${name}" has none of the sections that a record that is ${from} has: ${listed([only, ...others])}.`;
      yield finding(place, message)
        .related(status, `the status is ${from}`)
        .fix(
          others.length === 0 ? `Insert the section ${only}` : `Insert the sections of "${name}"`,
          () => together(sections.flatMap((section) => insertSection(record, section))),
          sections.some((section) => canInsertSection(record, section)),
        );
    }
  },
});

/** Sections that are missing: all of them together where nothing of what they belong to is there, else one by one. */
function missingTogether(
  record: ChangeRecord,
): { readonly within: Section | undefined; readonly sections: readonly SectionDefinition[] }[] {
  const found = sectionsByDefinition(record);
  const groups = new Map<Section | SectionDefinition, { within: Section | undefined; sections: SectionDefinition[] }>();
  for (const point of completeness(record).open) {
    if (point.kind !== 'section') continue;
    const { section, within } = point;
    const isBare = within?.definition?.children.some((child) => found.has(child)) === false;
    const key = isBare ? within : section;
    const group = groups.get(key);
    if (group) group.sections.push(section);
    else groups.set(key, { within, sections: [section] });
  }
  return [...groups.values()];
}

/** Edits of which those at the same place are one, in their order. */
function together(edits: readonly DocumentEdit[]): DocumentEdit[] {
  const merged: DocumentEdit[] = [];
  for (const { document, edit } of edits) {
    const at = merged.findIndex(
      (each) =>
        each.document === document && each.edit.span.start === edit.span.start && each.edit.span.end === edit.span.end,
    );
    const before = merged[at];
    if (before) merged[at] = { document, edit: { span: edit.span, newText: before.edit.newText + edit.newText } };
    else merged.push({ document, edit });
  }
  return merged;
}
