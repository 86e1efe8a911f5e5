import { once } from './facts';
import type { ChangeRecord, Section } from './record';
import type { SectionDefinition } from '../process/process';

/** The sections of a record by what the process knows of them; the first where one stands twice. */
export const sectionsByDefinition = once((record: ChangeRecord): ReadonlyMap<SectionDefinition, Section> => {
  const found = new Map<SectionDefinition, Section>();
  for (const document of record.documents) {
    for (const section of [document.root, ...document.sections]) {
      if (section.definition && !found.has(section.definition)) found.set(section.definition, section);
    }
  }
  return found;
});
