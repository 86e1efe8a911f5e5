import { comparableName } from '../process/comparableName';
import type { ChangeRecord, RecordDocument } from '../record/record';
import { slice } from '../text/span';
import type { LoopDefinition, LoopNodeId } from '../process/changeLoop';
import { planSteps, type PlanStep } from './planSteps';

/** The steps of a plan that belong to a node of the loop. */
export interface LoopSteps {
  readonly done: number;
  readonly total: number;
  /** The first one that is open. */
  readonly next: PlanStep | undefined;
  readonly first: PlanStep;
}

/** The steps of the plan by the node of the loop that they are done on. */
export function loopSteps(record: ChangeRecord): ReadonlyMap<LoopNodeId, LoopSteps> {
  const byNode = new Map<LoopNodeId, PlanStep[]>();
  const groups = new Map<RecordDocument, ReadonlyMap<number, string>>();
  for (const step of planSteps(record)) {
    const { document } = step.box;
    let found = groups.get(document);
    if (!found) groups.set(document, (found = stepGroups(document)));
    const node = nodeOf(step, record.process.loop, comparableName(found.get(step.box.span.start) ?? ''));
    const list = byNode.get(node);
    if (list) list.push(step);
    else byNode.set(node, [step]);
  }
  return new Map([...byNode].flatMap(([node, steps]) => (steps[0] ? [[node, counted(steps, steps[0])] as const] : [])));
}

function counted(steps: readonly PlanStep[], first: PlanStep): LoopSteps {
  const open = steps.filter(({ checked }) => !checked);
  return { done: steps.length - open.length, total: steps.length, next: open[0], first };
}

function nodeOf({ phase, text }: PlanStep, loop: LoopDefinition, group: string): LoopNodeId {
  const byGroup = Object.hasOwn(loop.groups, group) ? loop.groups[group] : undefined;
  const heading = comparableName(phase.replace(/^phase \d+\s*[:.–—-]\s*/i, ''));
  const node = byGroup ?? loop.phases.find(([word]) => hasWord(heading, word))?.[1] ?? 'execute-plan';
  const isDecision = loop.decision.some((words) => hasWord(text.toLowerCase(), words));
  return node === 'code-review' && isDecision ? 'review-decision' : node;
}

/** Whether a word of a text begins with some letters. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}_]/u.test(text.charAt(at - 1))) return true;
  return false;
}

/** The line without a box that the boxes of a list stand under, as it is written, by where each box begins. */
export function stepGroups({ scan, text }: RecordDocument): ReadonlyMap<number, string> {
  const groups = new Map<number, string>();
  let group = '';
  let indent = -1;
  for (const block of scan.blocks) {
    if (block.kind === 'heading') group = '';
    else if (block.kind === 'item' && !block.box && (group === '' || block.indent <= indent)) {
      group = slice(text, block.content);
      indent = block.indent;
    } else if (block.kind === 'text' && block.field && block.indent === 0) {
      group = slice(text, block.field.label);
      indent = 0;
    } else if (block.kind === 'item' && block.box) groups.set(block.box.span.start, group);
  }
  return groups;
}
