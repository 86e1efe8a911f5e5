import { keys } from '../../process/fieldKeys';
import type { StatusRole } from '../../process/processDefinition';
import { timesProposed } from '../../actions/recordFeedback';
import { awaited, gapWords, recordedApproval, wasGiven } from '../../approval/approvalOf';
import {
  loopEdges,
  loopNodes,
  loops,
  mainPath,
  type LoopEdge,
  type LoopNode,
  type LoopNodeId,
} from '../../process/changeLoop';
import { hasLoop, hasPullRequest, loopPosition, type LoopPosition } from '../../lifecycle/loopPosition';
import { movesOf, type Move } from '../../lifecycle/moves';
import { openPointGuard } from '../../lifecycle/moveGuards';
import { answersOf, completeness, type OpenPoint } from '../../lifecycle/completeness';
import { distance, told } from '../../lifecycle/dateWords';
import { compareDates, type CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord, PartReading, Place } from '../../record/record';
import { headingPlace, titlePlace } from '../../record/places';
import { listed, quoted } from '../../text/wording';
import { historyInOrder } from '../../record/historyOrder';
import { counted } from '../../text/counted';
import { isoDay, stateWords, targetOf, unmetOf, unmetOfApproval } from './panelParts';
import type { LifecycleEdge, LifecycleNode, LifecyclePicture, PictureState, PictureTable, Unmet } from './recordPanel';

/** All that the nodes of one picture are made from. */
interface LoopView {
  readonly record: ChangeRecord;
  readonly position: LoopPosition;
  readonly moves: readonly Move[];
  /** What a proposal needs, by the document that owes it. */
  readonly owed: readonly { readonly document: string; readonly answers: number; readonly unmet: Unmet }[];
  /** How often "No" was said and the plan was refined for it: the record came back, and was, or is to be, proposed again. */
  readonly revisions: number;
}

/** The loop with the place where the record stands; undefined where its process has another life. */
export function lifecyclePicture(record: ChangeRecord, today: CalendarDate): LifecyclePicture | undefined {
  if (!hasLoop(record)) return undefined;
  const position = loopPosition(record, today);
  const owed = completeness(record, 'proposed').open.map((point) => ({
    document: documentOf(point),
    answers: answersOf(point),
    unmet: { ...unmetOf([openPointGuard(point, record)])[0] } as Unmet,
  }));
  const proposed = timesProposed(record);
  const view: LoopView = {
    record,
    position,
    moves: movesOf(record),
    owed,
    revisions: Math.max(0, position.here === 'refine-plan' ? proposed : proposed - 1),
  };
  const nodes = loopNodes.map((node) => nodeOf(node, view));
  const states = new Map(nodes.map(({ id, state, times }) => [id, { state, times }]));
  const edges = loopEdges.map((edge) => edgeOf(edge, states, position));
  const here = nodes.find(({ id }) => id === position.here);
  return {
    nodes,
    edges,
    here: position.here,
    summary: here ? summaryOf(here, nodes, position) : '',
    ended: position.ended,
    table: tableOf(nodes),
  };
}

function nodeOf(node: LoopNode, view: LoopView): LifecycleNode {
  const { id, letter, label, kind } = node;
  const state = stateOf(node, view);
  const times = timesOf(node, state, view);
  const concern = state === 'done' || state === 'skipped' || state === 'here' ? concernOf(id, state, view) : undefined;
  const isLeading = state === 'next';
  return {
    id,
    letter,
    label,
    kind,
    state: state === 'done' && isPassedBy(id, concern, view) ? 'skipped' : state,
    date: times > 0 ? dayOf(id, state, view) : undefined,
    note: noteOf(id, state, view),
    times,
    concern,
    unmet: isLeading ? unmetBefore(id, view) : [],
    move: isLeading ? moveTo(id, view)?.target.id : undefined,
    target: placeOf(id, view),
  };
}

function stateOf({ id, kind }: LoopNode, { position, revisions }: LoopView): PictureState {
  const { here, ended } = position;
  if (id === here) return 'here';
  if (isNext(id, position)) return 'next';
  const loop = loops.find(({ refine }) => refine === id);
  if (loop) {
    if (id === 'refine-plan' && revisions > 0) return 'done';
    return isBehind(loop.decision, here) ? 'skipped' : 'ahead';
  }
  const standing = loops.find(({ refine }) => refine === here);
  if (standing) return isBehind(id, standing.decision) || id === standing.decision ? 'done' : 'ahead';
  if (ended !== undefined && kind !== 'loop' && !isBehind(id, here)) return 'ahead';
  return isBehind(id, here) ? 'done' : 'ahead';
}

/** Whether a node of the straight way comes before another one. */
function isBehind(id: LoopNodeId, other: LoopNodeId): boolean {
  const standing = loops.find(({ refine }) => refine === other)?.decision ?? other;
  return mainPath.indexOf(id) < mainPath.indexOf(standing);
}

/** From a refusal the way leads to a new draft only; who gave up goes nowhere. */
function isNext(id: LoopNodeId, { here, ended }: LoopPosition): boolean {
  if (ended === 'cancelled') return false;
  if (ended === 'rejected') return id === 'refine-plan';
  return loopEdges.some(({ from, to }) => from === here && to === id);
}

function timesOf({ id, kind }: LoopNode, state: PictureState, { record, revisions }: LoopView): number {
  if (id === 'refine-plan') return revisions;
  if (state === 'ahead' || state === 'next' || state === 'skipped') return 0;
  if (id === 'implementation-plan' || id === 'approval')
    return Math.max(1, id === 'implementation-plan' ? revisions + 1 : timesProposed(record));
  return kind === 'loop' && state !== 'here' ? 0 : 1;
}

/** The move that a step makes, where it makes one and the process lets it. */
function moveTo(id: LoopNodeId, { moves, record }: LoopView): Extract<Move, { kind: 'legal' }> | undefined {
  const targets: Partial<Record<LoopNodeId, StatusRole>> = {
    approval: 'waiting',
    'refine-plan': 'draft',
    'begin-work': 'approved',
    'execute-plan': 'in-work',
    closure: 'completed',
  };
  const target = targets[id];
  // Back to the execution of the plan from a gate that did not pass: the status stays.
  if (target === undefined || target === record.status?.value?.role) return undefined;
  return moves.find(
    (move): move is Extract<Move, { kind: 'legal' }> => move.kind === 'legal' && move.target.role === target,
  );
}

function unmetBefore(id: LoopNodeId, view: LoopView): readonly Unmet[] {
  const { record, position, owed } = view;
  const move = moveTo(id, view);
  if (move) return unmetOf(move.guards);
  if (id === 'begin-work') return unmetOfApproval(recordedApproval(record));
  if (position.here === 'change-request')
    return owed.filter(({ document }) => document === 'record').map(({ unmet }) => unmet);
  if (position.here === 'impact-assessment')
    return owed.filter(({ document }) => document === 'impact-assessment').map(({ unmet }) => unmet);
  if (position.here === 'refine-plan') return owed.map(({ unmet }) => unmet);
  if (loops.some(({ refine }) => refine === id)) return [];
  return openStepsOf(position.here, view);
}

/** What is open on a node as one thing: a plan has dozens of steps. */
function openStepsOf(id: LoopNodeId, { position }: LoopView): readonly Unmet[] {
  const steps = position.steps.get(id);
  if (!steps?.next) return [];
  const open = steps.total - steps.done;
  const message = `${counted(open, 'step')} of ${String(steps.total)} ${open === 1 ? 'is' : 'are'} open, the first of them ${quoted(steps.next.text)}.`;
  return [{ message, target: targetOf(steps.next.box), binding: false }];
}

/** What should have been there when the way led past a node. */
function concernOf(id: LoopNodeId, state: PictureState, view: LoopView): string | undefined {
  const { record, position, owed } = view;
  if (id === 'approval') {
    const isClaimed = record.status?.value?.needsApproval === true;
    const [gap] = isClaimed ? recordedApproval(record).gaps : [];
    return gap && `Status is ${record.status?.value?.id ?? ''}, but the approval is not complete: ${gapWords(gap)}.`;
  }
  if (state === 'here') return undefined;
  const isProposed = record.stage !== 'draft';
  const document = documents[id];
  if (document !== undefined && isProposed) {
    const count = answersIn(owed.filter((each) => each.document === document.id));
    if (isMissing(document.id, record)) return `There is no ${document.name}.`;
    return count > 0
      ? `${counted(count, 'answer')} of the ${document.name} ${count === 1 ? 'is' : 'are'} missing.`
      : undefined;
  }
  if (id === 'deployment' && record.stage === 'completed' && record.answer(keys.deployed)?.date === undefined)
    return 'No date of deployment is recorded.';
  if (id === 'begin-work') return startedTooEarly(record);
  const steps = position.steps.get(id);
  if (!steps?.next || !mainPath.includes(id) || isRepeated(id, position)) return undefined;
  const open = steps.total - steps.done;
  return open === steps.total
    ? `None of its ${counted(steps.total, 'step')} is ticked off.`
    : `${counted(open, 'step')} of ${String(steps.total)} ${open === 1 ? 'is' : 'are'} not ticked off.`;
}

/** A "No" leads over a node again: that it is open is what the loop is for. */
function isRepeated(id: LoopNodeId, { here }: LoopPosition): boolean {
  const loop = loops.find(({ refine }) => refine === here);
  return loop !== undefined && !isBehind(id, loop.back);
}

/** The breach that this product exists for (reading 35). */
function startedTooEarly({ answer, approval }: ChangeRecord): string | undefined {
  const start = answer(keys.implementationStart)?.date;
  const approved = approval.date?.date;
  if (!start || !approved || compareDates(start, approved) >= 0) return undefined;
  return `Implementation started on ${told(start, approved)}, ${distance(start, approved)} the approval of ${told(approved, start)}.`;
}

const documents: Partial<Record<LoopNodeId, { readonly id: PartReading['id'] | 'record'; readonly name: string }>> = {
  'change-request': { id: 'record', name: 'record' },
  'impact-assessment': { id: 'impact-assessment', name: 'impact assessment' },
  'implementation-plan': { id: 'implementation-plan', name: 'implementation plan' },
};

function isMissing(id: PartReading['id'] | 'record', { parts }: ChangeRecord): boolean {
  return parts.find((part) => part.id === id)?.present === false;
}

/** Nothing at all says that a node which was passed was done. A document that is not there was not written. */
function isPassedBy(id: LoopNodeId, concern: string | undefined, { record, position }: LoopView): boolean {
  const document = documents[id];
  if (document) return isMissing(document.id, record);
  if (concern === undefined) return false;
  if (id === 'approval') return !wasGiven(recordedApproval(record));
  if (id === 'begin-work') return false;
  return position.steps.get(id)?.done === 0 || id === 'deployment';
}

function dayOf(id: LoopNodeId, state: PictureState, { record }: LoopView): string | undefined {
  const answered = (key: string): string | undefined => isoDay(record.answer(key)?.date);
  const entered = (role: StatusRole): string | undefined =>
    isoDay(historyInOrder(record).findLast((row) => row.status.value?.role === role)?.date.date);
  switch (id) {
    case 'user-request':
      return answered(keys.created) ?? isoDay(historyInOrder(record)[0]?.date.date);
    case 'change-request':
      return isoDay(historyInOrder(record)[0]?.date.date) ?? answered(keys.created);
    case 'impact-assessment':
      return answered(keys.assessmentDate);
    case 'implementation-plan':
      return answered(keys.planCreated);
    case 'approval':
      if (state === 'here') return entered(record.status?.value?.role ?? 'waiting');
      return wasGiven(recordedApproval(record)) ? isoDay(record.approval.date?.date) : undefined;
    case 'refine-plan': {
      const rows = historyInOrder(record);
      const proposed = rows.findIndex((row) => row.status.value?.role === 'waiting');
      return isoDay(rows.findLast((row, at) => at > proposed && row.status.value?.role === 'draft')?.date.date);
    }
    case 'begin-work':
      return state === 'here' ? entered('approved') : (answered(keys.implementationStart) ?? entered('in-work'));
    case 'execute-plan':
      return state === 'here' ? (answered(keys.implementationStart) ?? entered('in-work')) : undefined;
    case 'pull-request':
    case 'quality-gates':
      return undefined;
    case 'validation':
      return state === 'done' ? answered(keys.implementationEnd) : undefined;
    case 'deployment':
      return answered(keys.deployed);
    case 'monitoring':
      return state === 'here' ? answered(keys.deployed) : answered(keys.monitoredUntil);
    case 'closure':
      return entered('completed');
    default:
      return undefined;
  }
}

/** How many answers are owed, as {@link missingCount} counts them. */
function answersIn(owed: LoopView['owed']): number {
  return owed.reduce((sum, { answers }) => sum + answers, 0);
}

function noteOf(id: LoopNodeId, state: PictureState, view: LoopView): string | undefined {
  const { record, position, owed, revisions } = view;
  if (state === 'here' && position.ended !== undefined) return position.ended;
  if (state === 'next') return undefined;
  if (state === 'here') {
    const document = documents[id];
    const open = answersIn(owed.filter((each) => each.document === document?.id));
    if (document) return open > 0 ? `${counted(open, 'answer')} missing` : 'ready to be proposed';
    if (id === 'approval') return waitsFor(record);
    if (id === 'refine-plan')
      return owed.length > 0 ? `${counted(answersIn(owed), 'answer')} missing` : `revision ${String(revisions + 1)}`;
  }
  if (id === 'refine-plan' && revisions > 0) return counted(revisions, 'revision');
  if (id === 'pull-request' && state === 'done' && hasPullRequest(record)) return undefined;
  const steps = position.steps.get(id);
  const isTold = state === 'here' || state === 'done';
  return steps && isTold && id !== 'begin-work' && (state === 'here' || steps.next)
    ? `${String(steps.done)}/${counted(steps.total, 'step')}`
    : undefined;
}

function waitsFor(record: ChangeRecord): string {
  const whom = awaited(recordedApproval(record).gaps);
  return whom.length > 0 ? `waits for ${listed(whom)}` : 'approved';
}

/** Where the text speaks of a node. */
function placeOf(id: LoopNodeId, { record, position }: LoopView): LifecycleNode['target'] {
  const section = (key: string): Place | undefined => {
    const found = record.document.sections.find(({ definition }) => definition?.key === key);
    return found && headingPlace(found);
  };
  const part = (which: PartReading['id']): Place | undefined => {
    const found = record.parts.find((each) => each.id === which);
    const [companion] = found?.companions ?? [];
    return (
      (found?.section && headingPlace(found.section)) ??
      (companion && titlePlace({ document: companion })) ??
      found?.link
    );
  };
  const answer = (key: string): Place | undefined => {
    const found = record.answer(key);
    return found && { document: found.document, span: found.span.end > found.span.start ? found.span : found.label };
  };
  const steps = position.steps.get(id);
  const step = steps && (steps.next ?? steps.first).box;
  const places: Partial<Record<LoopNodeId, Place | undefined>> = {
    'user-request': titlePlace(record),
    'change-request': section('basic-information') ?? titlePlace(record),
    'impact-assessment': part('impact-assessment'),
    'implementation-plan': part('implementation-plan'),
    approval: record.approval.token ?? record.approval.date,
    'refine-plan': part('implementation-plan'),
    'begin-work': answer(keys.implementationStart),
    'execute-plan': step ?? part('implementation-plan'),
    'fix-issues': position.steps.get('execute-plan')?.next?.box,
    'pull-request': answer(keys.pullRequest) ?? step,
    'address-feedback': position.steps.get('code-review')?.next?.box,
    deployment: answer(keys.deployed) ?? step,
    monitoring: answer(keys.monitoredUntil) ?? step,
    closure: part('closure') ?? record.status,
  };
  const place = Object.hasOwn(places, id) ? places[id] : step;
  return place && targetOf(place);
}

function edgeOf(
  { from, to, label }: LoopEdge,
  nodes: ReadonlyMap<string, Pick<LifecycleNode, 'state' | 'times'>>,
  { here, ended }: LoopPosition,
): LifecycleEdge {
  const edge = { from, to, label };
  if (from === here && nodes.get(to)?.state === 'next' && ended !== 'cancelled') return { ...edge, state: 'next' };
  const loop = loops.find(({ refine }) => refine === from || refine === to);
  if (loop) {
    // The way into a loop was taken as well by a record that stands in it.
    const isTaken = (nodes.get(loop.refine)?.times ?? 0) > 0 && (loop.refine === 'refine-plan' || to === here);
    return { ...edge, state: isTaken ? 'taken' : 'ahead' };
  }
  const no = loops.find(({ refine }) => refine === here);
  const passed = (id: LoopNodeId): boolean =>
    ['done', 'skipped'].includes(nodes.get(id)?.state ?? '') || (no !== undefined && !isBehind(no.decision, id));
  const saidNo = no?.decision === from;
  return { ...edge, state: passed(from) && (passed(to) || to === here) && !saidNo ? 'taken' : 'ahead' };
}

function summaryOf(here: LifecycleNode, nodes: readonly LifecycleNode[], { ended }: LoopPosition): string {
  const since = here.date === undefined ? '' : ` since ${here.date}`;
  const note = here.note === undefined ? '' : `: ${here.note}`;
  if (ended === 'rejected')
    return `It was refused at "${here.label}"${here.date === undefined ? '' : ` on ${here.date}`}.`;
  if (ended === 'cancelled') return `It was given up at "${here.label}".`;
  if (here.id === 'closure') return `It is closed${here.date === undefined ? '' : ` since ${here.date}`}.`;
  const next = nodes.filter(({ state }) => state === 'next').map(({ label }) => `"${label}"`);
  const then = next.length > 0 ? ` Next is ${next.join(' or ')}.` : '';
  return `It stands at "${here.label}"${since}${note}.${then}`;
}

function tableOf(nodes: readonly LifecycleNode[]): PictureTable {
  return {
    caption: 'The change management loop',
    columns: ['Step', 'State', 'Date', 'What there is to say'],
    rows: nodes.map(({ letter, label, state, date, note, concern, unmet, target }) => ({
      cells: [
        `${letter} ${label}`,
        stateWords[state],
        date ?? '',
        [note, concern, ...unmet.map(({ message }) => message)].filter((each) => each !== undefined).join(' '),
      ],
      target,
    })),
    empty: '',
  };
}

function documentOf(point: OpenPoint): string {
  if (point.kind === 'document') return point.document.id;
  return point.kind === 'section' ? point.section.document : point.field.document;
}
