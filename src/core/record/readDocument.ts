import type { Block, Heading, Scan } from '../markdown/blocks';
import { scan } from '../markdown/scan';
import { comparableName } from '../process/comparableName';
import type { Process, SectionDefinition } from '../process/process';
import { slice, type Span } from '../text/span';
import type { Facts } from './facts';
import { withMeantHeadings } from './meantHeadings';
import { vocabularyOf } from './processVocabulary';
import type { RecordDocument, Section } from './record';

/** A section while its tree is being built. */
interface GrowingSection extends Section {
  span: Span;
  body: Span;
  name: string;
  definition: SectionDefinition | undefined;
  readonly children: GrowingSection[];
  readonly blocks: Block[];
  readonly parent: GrowingSection | undefined;
}

/**
 * Scans one text of a record and lays out its sections. `part` is the document that a companion stands for: its root
 * is then that document's section.
 */
export function readDocument(
  process: Process,
  path: string,
  text: string,
  role: RecordDocument['role'],
  part?: SectionDefinition,
): RecordDocument {
  const document = new ScannedDocument(path, role, text, process);
  document.root.definition = part;
  for (const section of document.sections) {
    section.name = comparableName(section.title);
    section.definition = definitionOf(section, process);
  }
  leaveOtherNames(document.sections);
  return document;
}

/**
 * A section that goes by another name is the section of the template only where no other is: "Affected Systems" beside
 * "Affected Components" is one of the writer's own.
 */
function leaveOtherNames(sections: readonly GrowingSection[]): void {
  const taken = new Map<SectionDefinition, GrowingSection>();
  for (const section of sections) {
    const { definition, name } = section;
    if (!definition) continue;
    const first = taken.get(definition);
    if (first === undefined) taken.set(definition, section);
    else if (name === first.name) continue;
    else if (name === definition.names[0]) {
      first.definition = undefined;
      taken.set(definition, section);
    } else section.definition = undefined;
  }
}

/**
 * A class and no object with a getter: engines make a shape of its own for each of those, which slows everything that
 * looks at a document, and keep the shape, and with it the text, long after the document is gone.
 */
class ScannedDocument implements RecordDocument {
  readonly scan: Scan;
  readonly sections: GrowingSection[] = [];
  readonly facts: Facts = new Map();
  readonly root: GrowingSection;

  constructor(
    readonly path: string,
    readonly role: RecordDocument['role'],
    readonly text: string,
    process: Process,
  ) {
    this.scan = scan(text);
    this.root = layOut(this, this.sections, withMeantHeadings(this.scan.blocks, text, process));
  }
}

/** Headings become sections, down to the next heading of their level or above (reading 10). */
function layOut(document: RecordDocument, sections: GrowingSection[], blocks: readonly Block[]): GrowingSection {
  const { text } = document;
  const first = blocks.find((block) => block.kind === 'heading');
  const title = first?.level === 1 ? first : undefined;
  const root = open(document, title, undefined, title ? 1 : 0);
  root.span = { start: 0, end: text.length };
  root.body = { start: title?.span.end ?? 0, end: text.length };
  let current = root;
  for (const block of blocks) {
    if (block === title) continue;
    if (block.kind !== 'heading') {
      current.blocks.push(block);
      continue;
    }
    let parent = current;
    while (parent.parent && parent.level >= block.level) parent = close(parent, block.span.start);
    const section = open(document, block, parent, block.level);
    endBody(parent, block.span.start);
    endBody(current, block.span.start);
    parent.children.push(section);
    sections.push(section);
    current = section;
  }
  for (let last: GrowingSection | undefined = current; last; last = last.parent) {
    endBody(last, text.length);
    if (last.parent) last.span = { start: last.span.start, end: text.length };
  }
  return root;
}

function open(
  document: RecordDocument,
  heading: Heading | undefined,
  parent: GrowingSection | undefined,
  level: number,
): GrowingSection {
  const { text } = document;
  const start = heading?.span.start ?? 0;
  return {
    document,
    heading,
    title: heading ? slice(text, heading.title) : '',
    name: '',
    level,
    parent,
    children: [],
    blocks: [],
    definition: undefined,
    span: { start, end: text.length },
    body: { start: heading?.span.end ?? 0, end: text.length },
  };
}

function close(section: GrowingSection, end: number): GrowingSection {
  section.span = { start: section.span.start, end };
  return section.parent ?? section;
}

/** A body ends at the first heading that follows it. */
function endBody(section: GrowingSection, end: number): void {
  if (section.children.length === 0 && section.body.end > end) section.body = { start: section.body.start, end };
}

/** What the process knows of a section: the one of that name below what its ancestors are, else the first of that name. */
function definitionOf(section: GrowingSection, process: Process): SectionDefinition | undefined {
  const candidates = vocabularyOf(process).sections.get(section.name);
  if (!candidates) return undefined;
  for (let ancestor = section.parent; ancestor; ancestor = ancestor.parent) {
    const { definition } = ancestor;
    if (!definition) continue;
    const child = candidates.find((candidate) => candidate.parent === definition);
    if (child) return child;
  }
  return (
    candidates.find((candidate) => candidate.parent === undefined) ??
    (candidates.length === 1 ? candidates[0] : undefined)
  );
}
