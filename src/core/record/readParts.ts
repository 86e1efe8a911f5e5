import { keys } from '../process/fieldKeys';
import type { Process, DocumentDefinition } from '../process/process';
import { comparableName } from '../process/comparableName';
import type { FieldMark } from '../markdown/blocks';
import { blockAt, blocksWithin } from '../markdown/blocksWithin';
import { slice, type Span } from '../text/span';
import { once } from './facts';
import type { Answer, PartReading, Place, Progress, RecordDocument, Section } from './record';

/** Companions by the document that their file name says they are. */
export type CompanionsByPart = ReadonlyMap<DocumentDefinition['id'], readonly RecordDocument[]>;

/** Where each document beside the record itself is to be found: a section, companion files or a link (reading 14). */
export function readParts(process: Process, document: RecordDocument, companions: CompanionsByPart): PartReading[] {
  return process.documents.flatMap(({ id, sections }) => {
    if (id === 'record') return [];
    const [definition] = sections;
    const candidates = definition ? document.sections.filter((section) => section.definition === definition) : [];
    const section = candidates.find((candidate) => !linkIn(candidate));
    const link =
      candidates.map(linkIn).find((place) => place !== undefined) ?? linkLine(document, definition?.names ?? []);
    const files = companions.get(id) ?? [];
    const isScattered = document.sections.some((each) => each.definition?.document === id);
    return [
      {
        id,
        section,
        companions: files,
        link,
        present: section !== undefined || files.length > 0 || link !== undefined || isScattered,
      },
    ];
  });
}

/** The link that a section consists of, where it says nothing else. */
function linkIn(section: Section): Place | undefined {
  if (section.children.length > 0) return undefined;
  const body = slice(section.document.text, section.body);
  if (
    body.length > 600 ||
    section.blocks.some((block) => block.kind !== 'text' && block.kind !== 'item' && block.kind !== 'break')
  ) {
    return undefined;
  }
  const match = /\[[^\]]*\]\([^)\s]+\.md(?:#[^)\s]*)?\)|`[^`\s]+\.md`/i.exec(body);
  if (!match) return undefined;
  const start = section.body.start + match.index;
  return { document: section.document, span: { start, end: start + match[0].length } };
}

/** `**Impact Assessment**: [CR-…-IMPACT-ASSESSMENT](…)` anywhere in the record. */
function linkLine(document: RecordDocument, names: readonly string[]): Place | undefined {
  const field = fieldsWithLinks(document).find(({ label }) =>
    names.includes(comparableName(slice(document.text, label))),
  );
  return field && { document, span: field.value };
}

/** The fields of a text with a name of a Markdown file in their value. */
const fieldsWithLinks = once(({ text, scan }: RecordDocument): FieldMark[] => {
  const fields: FieldMark[] = [];
  for (const { index } of text.matchAll(/\.[Mm][Dd]\b/g)) {
    const block = blockAt(scan, index);
    const field = block?.kind === 'text' || block?.kind === 'item' ? block.field : undefined;
    if (field && field.value.start <= index && index < field.value.end) fields.push(field);
  }
  return fields;
});

/** A box that is to be ticked off when something is done (reading 24). `span` is the box itself. */
export interface DoneBox extends Place {
  readonly checked: boolean;
  readonly dropped: boolean;
  /** What is to be done, as it is written on the line of the box. */
  readonly text: Span;
}

/** All boxes that are to be ticked off, in the order of the texts: those of the plan, and "done" groups (reading 24). */
export function readDoneBoxes(
  documents: readonly RecordDocument[],
  answers: readonly Answer[],
  plan: PartReading | undefined,
): DoneBox[] {
  return documents.flatMap((document) => boxesOf(document, answers, plan).sort((a, b) => a.span.start - b.span.start));
}

/** The boxes of one text, in no order. */
function boxesOf(document: RecordDocument, answers: readonly Answer[], plan: PartReading | undefined): DoneBox[] {
  const boxes: DoneBox[] = [];
  const isPlan = plan?.companions.includes(document) ?? false;
  const section = plan?.section?.document === document ? plan.section : undefined;
  const blocks = isPlan ? document.scan.blocks : section ? blocksWithin(document.scan, section.span) : [];
  for (const block of blocks) {
    if (block.kind !== 'item' || !block.box) continue;
    boxes.push({ document, ...block.box, text: block.content });
  }
  // Two fields of the plan may have a box in common with each other, and all have theirs in common with the plan.
  const met = new Set(boxes.map(({ span }) => span.start));
  for (const { field, choices, document: home } of answers) {
    if (home !== document || field.answer !== 'done' || field.key === keys.approvedBy) continue;
    for (const { box, checked, dropped, span } of choices) {
      if (!box || met.has(box.start)) continue;
      met.add(box.start);
      boxes.push({ document, span: box, checked, dropped, text: span });
    }
  }
  return boxes;
}

/** How many of the boxes that are to be ticked off are ticked (reading 24). */
export function readProgress(
  documents: readonly RecordDocument[],
  answers: readonly Answer[],
  plan: PartReading | undefined,
): Progress {
  let done = 0;
  let total = 0;
  for (const document of documents) {
    for (const { checked } of boxesOf(document, answers, plan)) {
      total++;
      if (checked) done++;
    }
  }
  return { done, total };
}
