import { readDoneBoxes } from '../record/readParts';
import { plainText } from '../record/plainText';
import type { ChangeRecord, Place, RecordDocument, Section } from '../record/record';
import { slice } from '../text/span';

/** A step of the plan, or another thing to be ticked off when it is done (reading 24). */
export interface PlanStep {
  /** From 1, in the order of the record's texts: its own first, then its companions. */
  readonly number: number;
  /** One line, without marks. */
  readonly text: string;
  /** The heading that it stands under; empty before the first one. */
  readonly phase: string;
  /** Its box. */
  readonly box: Place;
  readonly checked: boolean;
  /** It was dropped: its words are struck out, `~~Canary~~`, or its box says so, `[-]`. */
  readonly struck: boolean;
}

/** What names a step although the text around it changed: its number, and its words. */
export type StepName = Pick<PlanStep, 'number' | 'text'>;

/** All steps of a record. Boxes that mean "applies" or "chosen" are none (reading 24). */
export function planSteps({ documents, answers, parts }: ChangeRecord): PlanStep[] {
  const plan = parts.find(({ id }) => id === 'implementation-plan');
  return readDoneBoxes(documents, answers, plan).map(({ document, span, checked, dropped, text }, index) => ({
    number: index + 1,
    text: oneLine(slice(document.text, text)),
    phase: oneLine(sectionAt(document, span.start).title),
    box: { document, span },
    checked,
    struck: dropped || /^~~[^~]+~~/.test(slice(document.text, text)),
  }));
}

/** The step whose lines an offset of a text stands in: its own, and those that go on with it. */
export function stepAt(steps: readonly PlanStep[], path: string, offset: number): PlanStep | undefined {
  const here = steps.filter(({ box }) => box.document.path === path);
  const [first] = here;
  if (!first) return undefined;
  const { lines, blocks } = first.box.document.scan;
  const line = lines.lineAt(offset);
  let owner: PlanStep | undefined;
  for (const block of blocks) {
    if (block.line > line) break;
    if (block.kind === 'item') owner = here.find(({ box }) => lines.lineAt(box.span.start) === block.line);
    // A blank line ends an item for anyone who clicks below it, whatever Markdown thinks.
    else if (block.kind !== 'text' || !block.continues) owner = undefined;
    if (block.line === line) return owner;
  }
  return undefined;
}

/** The step of that name: the same words at the same number, else the only step with the same words. */
export function stepNamed(steps: readonly PlanStep[], { number, text }: StepName): PlanStep | undefined {
  const same = steps.filter((step) => step.text === text);
  return same.find((step) => step.number === number) ?? (same.length === 1 ? same[0] : undefined);
}

/** The next step that is open behind a place, and from the beginning again; undefined when all are done. */
export function nextOpenStep(
  steps: readonly PlanStep[],
  after?: { readonly path: string; readonly offset: number },
): PlanStep | undefined {
  const open = steps.filter(({ checked }) => !checked);
  if (!after) return open[0];
  const documents = steps[0] ? [...new Set(steps.map(({ box }) => box.document.path))] : [];
  const at = documents.indexOf(after.path);
  const isBehind = ({ box: { document, span } }: PlanStep): boolean =>
    document.path === after.path ? span.start > after.offset : documents.indexOf(document.path) > at;
  return open.find(isBehind) ?? open[0];
}

/** Whether an open step says of itself that nothing is to be done: `N/A`, `BDD scenarios (there are none)`, `~~Canary~~`. */
export function isExcused({ text, struck }: PlanStep): boolean {
  return struck || excuse.test(text);
}

const excuse =
  /(?:^|[([,;:–—-]\s*)(?:n\/a|not (?:applicable|needed|required|necessary|affected|relevant)|does not apply|there (?:are|is) none|none(?: needed| here)?|no longer needed|dropped|skipped|superseded|entfällt|nicht (?:nötig|erforderlich|betroffen))(?:[\s.,;:)\]]|$)/iu;

function sectionAt({ root, sections }: RecordDocument, offset: number): Section {
  let innermost = root;
  for (const section of sections) if (section.span.start <= offset && offset < section.span.end) innermost = section;
  return innermost;
}

function oneLine(text: string): string {
  const line = plainText(text.replace(/\*\*|__|`/g, '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' '));
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
