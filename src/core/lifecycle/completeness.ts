import { keys } from '../process/fieldKeys';
import { sectionsByDefinition } from '../record/sectionsByDefinition';
import type { DocumentDefinition, FieldDefinition, Process, SectionDefinition } from '../process/process';
import type { Stage } from '../process/processDefinition';
import { once } from '../record/facts';
import type { Answer, ChangeRecord, Section } from '../record/record';

/** Something that a record owes at a stage, with the answers that are missing by it. */
export type OpenPoint = Open & {
  /** What is asked for and not answered; none for a section that asks for nothing but itself. */
  readonly asked: readonly FieldDefinition[];
};

type Open =
  /** A whole document: no section, no companion and no link. */
  | { readonly kind: 'document'; readonly document: DocumentDefinition }
  /** A section with everything that it asks for. */
  | { readonly kind: 'section'; readonly section: SectionDefinition; readonly within: Section | undefined }
  /** A field whose label is nowhere; for a group of fields the label above them. */
  | { readonly kind: 'field'; readonly field: FieldDefinition; readonly within: Section | undefined }
  /** A field that is there and not answered. */
  | { readonly kind: 'answer'; readonly field: FieldDefinition; readonly answer: Answer };

/** How far a record is towards a stage. */
export interface Completeness {
  /** How many answers are due; a section that asks for nothing but itself is one. */
  readonly due: number;
  /** How many of them are missing: those of all open points. */
  readonly missing: number;
  /** What is open, in the order of the templates; one point a cause: a missing section stands for its fields. */
  readonly open: readonly OpenPoint[];
}

/**
 * What a record owes at a stage (readings 19 and 22). A document that is only linked cannot be looked into and owes
 * nothing; a section whose fields were put elsewhere is not missed.
 */
export function completeness(record: ChangeRecord, stage: Stage = record.stage): Completeness {
  return stage === record.stage ? ownCompleteness(record) : completenessAt(record, stage);
}

const ownCompleteness = once((record: ChangeRecord) => completenessAt(record, record.stage));

function completenessAt(record: ChangeRecord, stage: Stage): Completeness {
  const found = sectionsByDefinition(record);
  const open: OpenPoint[] = [];
  let due = 0;
  for (const document of record.process.documents) {
    const part = record.parts.find(({ id }) => id === document.id);
    const isMissing = part?.present === false;
    const isSeen = !part || part.section !== undefined || part.companions.length > 0 || (part.present && !part.link);
    const isOwed = isMissing && record.isDue(document, stage);
    if (!isSeen && !isOwed) continue;
    const fields = askedOf(record.process).fields.filter(
      (field) => field.document === document.id && record.isDue(field, stage),
    );
    const unanswered = fields.filter((field) => !isAnswered(field, record));
    const points: OpenPoint[] = isOwed
      ? [{ kind: 'document', document, asked: unanswered }]
      : openIn(document, unanswered, record, stage, found);
    const missing = points.reduce((sum, point) => sum + answersOf(point), 0);
    due += fields.length - unanswered.length + bareSections(document, record, stage, found) + missing;
    open.push(...points);
  }
  return { due, missing: open.reduce((sum, point) => sum + answersOf(point), 0), open };
}

/** How many answers are missing by an open point. */
export function answersOf({ asked }: OpenPoint): number {
  return Math.max(1, asked.length);
}

/** How many sections are there that are due for themselves: no field of theirs is. */
function bareSections(
  { id }: DocumentDefinition,
  record: ChangeRecord,
  stage: Stage,
  found: ReadonlyMap<SectionDefinition, Section>,
): number {
  return askedOf(record.process).sections.filter(
    (section) =>
      section.document === id &&
      found.has(section) &&
      record.isDue(section, stage) &&
      !asksForAnswers(section, record, stage),
  ).length;
}

function asksForAnswers(section: SectionDefinition, record: ChangeRecord, stage: Stage): boolean {
  return (
    section.fields.some((field) => record.isDue(field, stage)) ||
    section.children.some((child) => asksForAnswers(child, record, stage))
  );
}

/** What of a process is asked for at some stage. */
interface Asked {
  readonly fields: readonly FieldDefinition[];
  readonly sections: readonly SectionDefinition[];
}

const askedByProcess = new WeakMap<Process, Asked>();

function askedOf(process: Process): Asked {
  let asked = askedByProcess.get(process);
  if (!asked) {
    const isAsked = ({ requiredFrom }: FieldDefinition | SectionDefinition): boolean => requiredFrom !== undefined;
    asked = { fields: process.fields.filter(isAsked), sections: process.sections.filter(isAsked) };
    askedByProcess.set(process, asked);
  }
  return asked;
}

/** What is open in a document that is there, in the order of its template. */
function openIn(
  { id }: DocumentDefinition,
  unanswered: readonly FieldDefinition[],
  record: ChangeRecord,
  stage: Stage,
  found: ReadonlyMap<SectionDefinition, Section>,
): OpenPoint[] {
  const missing = missingSections(id, unanswered, record, stage, found);
  const points: { readonly at: number; readonly point: OpenPoint }[] = [];
  for (const section of missing) {
    if (section.parent && missing.has(section.parent)) continue;
    const within = section.parent && found.get(section.parent);
    const asked = unanswered.filter((field) => isBelow(field.section, section));
    points.push({ at: section.span.start, point: { kind: 'section', section, within, asked } });
  }
  const groups = new Map<FieldDefinition, FieldDefinition[]>();
  for (const field of unanswered) {
    if (isIn(field.section, missing)) continue;
    const answer = record.answer(field.key);
    if (answer) {
      points.push({ at: orderOf(field), point: { kind: 'answer', field, answer, asked: [field] } });
      continue;
    }
    const group = field.group === undefined ? undefined : record.process.field(field.group);
    const owner = group && !record.answer(group.key) && !hasAnsweredMember(group, record) ? group : field;
    const same = groups.get(owner);
    if (same) same.push(field);
    else groups.set(owner, [field]);
  }
  for (const [owner, asked] of groups) {
    const { section } = owner;
    const within = section && (found.get(section) ?? (section.parent && found.get(section.parent)));
    points.push({ at: orderOf(owner), point: { kind: 'field', field: owner, within, asked } });
  }
  return points.sort((a, b) => a.at - b.at).map(({ point }) => point);
}

/** Sections that are due, or that hold a field that is due, and are not there and not answered elsewhere. */
function missingSections(
  document: DocumentDefinition['id'],
  unanswered: readonly FieldDefinition[],
  record: ChangeRecord,
  stage: Stage,
  found: ReadonlyMap<SectionDefinition, Section>,
): ReadonlySet<SectionDefinition> {
  const missing = new Set<SectionDefinition>();
  for (const section of record.process.sections) {
    if (section.document !== document || found.has(section)) continue;
    const isAsked = unanswered.some((field) => field.section === section && !isHeadingField(field, section));
    if (!isAsked && !record.isDue(section, stage)) continue;
    if (!isAnsweredElsewhere(section, record)) missing.add(section);
  }
  return missing;
}

/** "Problem Statement" is a field that is asked for by its own name, not as a section. */
function isHeadingField({ written, label }: FieldDefinition, { heading }: SectionDefinition): boolean {
  return written === 'prose' && label === heading;
}

function orderOf({ template, section }: FieldDefinition): number {
  return template?.span.start ?? section?.span.end ?? 0;
}

/** Whether a field that is due has its answer, wherever it was written. */
function isAnswered(field: FieldDefinition, record: ChangeRecord): boolean {
  const answer = record.answer(field.key);
  if (answer?.filled === true) return true;
  if (field.key === keys.title) return record.title?.filled === true;
  // A list of risks that is kept as a table alone is one (reading 41).
  if (field.answer === 'risks') {
    return [...record.risks, ...record.riskTable].some(({ probability }) => probability?.placeholder === false);
  }
  // Boxes that are ticked when something is done are an answer before anything is (readings 24 and 33).
  return field.answer === 'done' && (answer?.choices.length ?? 0) > 0;
}

function hasAnsweredMember(group: FieldDefinition, record: ChangeRecord): boolean {
  return record.process.fields.some((field) => field.group === group.key && record.answer(field.key) !== undefined);
}

/** Whether what a section asks for was written under other headings, or under none (reading 12). */
function isAnsweredElsewhere(section: SectionDefinition, record: ChangeRecord): boolean {
  return (
    section.fields.some((field) => record.answer(field.key)?.filled === true) ||
    section.children.some((child) => isAnsweredElsewhere(child, record))
  );
}

function isBelow(section: SectionDefinition | undefined, above: SectionDefinition): boolean {
  for (let each = section; each; each = each.parent) if (each === above) return true;
  return false;
}

function isIn(section: SectionDefinition | undefined, sections: ReadonlySet<SectionDefinition>): boolean {
  for (let each = section; each; each = each.parent) if (sections.has(each)) return true;
  return false;
}
