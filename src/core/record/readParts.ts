import type { Process, DocumentDefinition } from '../process/process';
import { comparableName } from '../process/comparableName';
import { blockAt, blocksWithin } from '../markdown/blocksWithin';
import { slice, type Span } from '../text/span';
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
    return [
      {
        id,
        section,
        companions: files,
        link,
        present: section !== undefined || files.length > 0 || link !== undefined,
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
  const { text, scan } = document;
  for (const { index } of text.matchAll(/\.[Mm][Dd]\b/g)) {
    const block = blockAt(scan, index);
    if ((block?.kind !== 'text' && block?.kind !== 'item') || !block.field) continue;
    const { label, value } = block.field;
    const isInValue = value.start <= index && index < value.end;
    if (isInValue && names.includes(comparableName(slice(text, label)))) return { document, span: value };
  }
  return undefined;
}

/** A box that is to be ticked off when something is done (reading 24). `span` is its three characters. */
export interface DoneBox extends Place {
  readonly checked: boolean;
  /** What is to be done, as it is written on the line of the box. */
  readonly text: Span;
}

/** All boxes that are to be ticked off, in the order of the texts: those of the plan, and «done» groups (reading 24). */
export function readDoneBoxes(
  documents: readonly RecordDocument[],
  answers: readonly Answer[],
  plan: PartReading | undefined,
): DoneBox[] {
  const found: DoneBox[] = [];
  for (const document of documents) {
    const boxes = new Map<number, DoneBox>();
    const isPlan = plan?.companions.includes(document) ?? false;
    const section = plan?.section?.document === document ? plan.section : undefined;
    const blocks = isPlan ? document.scan.blocks : section ? blocksWithin(document.scan, section.span) : [];
    for (const block of blocks) {
      if (block.kind !== 'item' || !block.box) continue;
      const { span, checked } = block.box;
      boxes.set(span.start, { document, span, checked, text: block.content });
    }
    for (const { field, choices, document: home } of answers) {
      if (home !== document || field.answer !== 'done' || field.key === 'approved-by') continue;
      for (const { box, checked, span } of choices)
        if (box && !boxes.has(box.start)) boxes.set(box.start, { document, span: box, checked, text: span });
    }
    found.push(...[...boxes.values()].sort((a, b) => a.span.start - b.span.start));
  }
  return found;
}

/** How many of the boxes that are to be ticked off are ticked (reading 24). */
export function readProgress(
  documents: readonly RecordDocument[],
  answers: readonly Answer[],
  plan: PartReading | undefined,
): Progress {
  const boxes = readDoneBoxes(documents, answers, plan);
  return { done: boxes.filter(({ checked }) => checked).length, total: boxes.length };
}
