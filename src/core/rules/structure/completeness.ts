import type { DocumentDefinition, FieldDefinition, SectionDefinition } from '../../process/process';
import type { Stage } from '../../process/processDefinition';
import type { Answer, ChangeRecord, Section } from '../../record/record';

/** Something that a record owes at a stage. */
export type OpenPoint =
  | { readonly kind: 'document'; readonly document: DocumentDefinition }
  | { readonly kind: 'section'; readonly section: SectionDefinition; readonly within: Section | undefined }
  | { readonly kind: 'field'; readonly field: FieldDefinition; readonly within: Section | undefined }
  | { readonly kind: 'answer'; readonly field: FieldDefinition; readonly answer: Answer };

/** How far a record is towards a stage. */
export interface Completeness {
  /** How many answers are due. */
  readonly due: number;
  /** How many of them are given. */
  readonly given: number;
  /** What is open, in the order of the process; one point a cause: a missing section stands for its fields. */
  readonly open: readonly OpenPoint[];
}

/**
 * What a record owes at a stage (readings 19 and 22). A document that is only linked cannot be looked into and owes
 * nothing; a section whose fields were put elsewhere is not missed.
 */
export function completeness(record: ChangeRecord, stage: Stage = record.stage): Completeness {
  const open: OpenPoint[] = [];
  const missingDocuments = new Set<string>();
  const unseen = new Set<string>();
  for (const document of record.process.documents) {
    const part = record.parts.find(({ id }) => id === document.id);
    if (!part) continue;
    if (!part.section && part.companions.length === 0) unseen.add(document.id);
    if (!part.present && record.isDue(document, stage)) {
      missingDocuments.add(document.id);
      open.push({ kind: 'document', document });
    }
  }
  const found = sectionsByDefinition(record);
  const missingSections = new Set<SectionDefinition>();
  for (const section of record.process.sections) {
    if (unseen.has(section.document) || found.has(section) || !record.isDue(section, stage)) continue;
    if (hasAnswersElsewhere(section, record)) continue;
    missingSections.add(section);
    if (!section.parent || !missingSections.has(section.parent)) {
      open.push({ kind: 'section', section, within: section.parent && found.get(section.parent) });
    }
  }
  let due = 0;
  let given = 0;
  for (const field of record.process.fields) {
    if (!record.isDue(field, stage)) continue;
    if (unseen.has(field.document) && !missingDocuments.has(field.document)) continue;
    due++;
    if (isAnswered(field, record)) given++;
    else if (!missingDocuments.has(field.document) && !isIn(field.section, missingSections))
      open.push(openField(field, record, found));
  }
  return { due, given, open };
}

function openField(
  field: FieldDefinition,
  record: ChangeRecord,
  found: ReadonlyMap<SectionDefinition, Section>,
): OpenPoint {
  const answer = record.answer(field.key);
  if (answer) return { kind: 'answer', field, answer };
  const within =
    field.section && (found.get(field.section) ?? (field.section.parent && found.get(field.section.parent)));
  return { kind: 'field', field, within };
}

/** Whether a field that is due has its answer, wherever it was written. */
function isAnswered(field: FieldDefinition, record: ChangeRecord): boolean {
  if (field.key === 'title') return record.title?.filled === true;
  if (field.key === 'risks' && record.risks.length > 0)
    return record.risks.some(({ probability }) => probability?.placeholder === false);
  return record.answer(field.key)?.filled === true;
}

function hasAnswersElsewhere(section: SectionDefinition, record: ChangeRecord): boolean {
  return section.fields.some((field) => record.answer(field.key)?.filled === true);
}

function isIn(section: SectionDefinition | undefined, sections: ReadonlySet<SectionDefinition>): boolean {
  for (let each = section; each; each = each.parent) if (sections.has(each)) return true;
  return false;
}

/** The sections of a record by what the process knows of them; the first where one stands twice. */
export function sectionsByDefinition(record: ChangeRecord): ReadonlyMap<SectionDefinition, Section> {
  const found = new Map<SectionDefinition, Section>();
  for (const document of record.documents) {
    for (const section of [document.root, ...document.sections]) {
      if (section.definition && !found.has(section.definition)) found.set(section.definition, section);
    }
  }
  return found;
}

/** The stage that a record is heading for: what it owes next (reading 22). */
export function nextStage(record: ChangeRecord): Stage {
  return record.stage === 'draft' ? 'proposed' : record.stage;
}
