import type { Process, DocumentDefinition } from '../process/process';
import { comparableName } from '../process/comparableName';
import { slice } from '../text/span';
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
  for (const block of document.scan.blocks) {
    if ((block.kind !== 'text' && block.kind !== 'item') || !block.field) continue;
    const { label, value } = block.field;
    if (!names.includes(comparableName(slice(document.text, label)))) continue;
    if (/\.md\b/i.test(slice(document.text, value))) return { document, span: value };
  }
  return undefined;
}

/** How many of the boxes that are to be ticked off are ticked (reading 24): those of the plan, and «done» groups. */
export function readProgress(
  documents: readonly RecordDocument[],
  answers: readonly Answer[],
  plan: PartReading | undefined,
): Progress {
  const boxes = new Map<number, boolean>();
  let files = 0;
  for (const document of documents) {
    const base = files++ * 2 ** 32;
    const isPlan = plan?.companions.includes(document) ?? false;
    const section = plan?.section?.document === document ? plan.section : undefined;
    if (!isPlan && !section) continue;
    for (const block of document.scan.blocks) {
      if (block.kind !== 'item' || !block.box) continue;
      const { start } = block.box.span;
      if (isPlan || (section && start >= section.span.start && start < section.span.end))
        boxes.set(base + start, block.box.checked);
    }
  }
  for (const { field, choices, document } of answers) {
    if (field.answer !== 'done' || field.key === 'approved-by') continue;
    const base = documents.indexOf(document) * 2 ** 32;
    for (const { box, checked } of choices) if (box) boxes.set(base + box.start, checked);
  }
  let done = 0;
  for (const checked of boxes.values()) if (checked) done++;
  return { done, total: boxes.size };
}
