import type { StatusRole } from '../process/processDefinition';

/** The nodes of «The Change Management Loop», by the letters of the document of the process. */
export type LoopNodeId =
  'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R';

/** A node of the loop. `loop`: what a «No» leads to, and from where the way goes back. */
export interface LoopNode {
  readonly id: LoopNodeId;
  readonly label: string;
  readonly kind: 'step' | 'decision' | 'loop';
}

/** An edge of the loop, with what the decision before it says. */
export interface LoopEdge {
  readonly from: LoopNodeId;
  readonly to: LoopNodeId;
  readonly label?: 'Yes' | 'No';
}

/** «The Change Management Loop» of the change management process, node by node. */
export const loopNodes: readonly LoopNode[] = [
  { id: 'A', label: 'User Request', kind: 'step' },
  { id: 'B', label: 'Create Change Request CR', kind: 'step' },
  { id: 'C', label: 'Perform Impact Assessment IA', kind: 'step' },
  { id: 'D', label: 'Draft Implementation Plan', kind: 'step' },
  { id: 'E', label: 'User Approval?', kind: 'decision' },
  { id: 'F', label: 'Refine Plan', kind: 'loop' },
  { id: 'G', label: 'Begin Implementation', kind: 'step' },
  { id: 'H', label: 'Execute Plan', kind: 'step' },
  { id: 'I', label: 'Validation & Testing', kind: 'step' },
  { id: 'J', label: 'Quality Gates Pass?', kind: 'decision' },
  { id: 'K', label: 'Fix Issues', kind: 'loop' },
  { id: 'L', label: 'Create Pull Request', kind: 'step' },
  { id: 'M', label: 'Code Review', kind: 'step' },
  { id: 'N', label: 'Approved?', kind: 'decision' },
  { id: 'O', label: 'Address Feedback', kind: 'loop' },
  { id: 'P', label: 'Merge & Deploy', kind: 'step' },
  { id: 'Q', label: 'Monitor & Verify', kind: 'step' },
  { id: 'R', label: 'Close CR', kind: 'step' },
];

/** Its edges, in the order of the document. */
export const loopEdges: readonly LoopEdge[] = [
  { from: 'A', to: 'B' },
  { from: 'B', to: 'C' },
  { from: 'C', to: 'D' },
  { from: 'D', to: 'E' },
  { from: 'E', to: 'F', label: 'No' },
  { from: 'F', to: 'D' },
  { from: 'E', to: 'G', label: 'Yes' },
  { from: 'G', to: 'H' },
  { from: 'H', to: 'I' },
  { from: 'I', to: 'J' },
  { from: 'J', to: 'K', label: 'No' },
  { from: 'K', to: 'H' },
  { from: 'J', to: 'L', label: 'Yes' },
  { from: 'L', to: 'M' },
  { from: 'M', to: 'N' },
  { from: 'N', to: 'O', label: 'No' },
  { from: 'O', to: 'M' },
  { from: 'N', to: 'P', label: 'Yes' },
  { from: 'P', to: 'Q' },
  { from: 'Q', to: 'R' },
];

/** The way without its three loops, in order. */
export const straightWay: readonly LoopNodeId[] = loopNodes.filter(({ kind }) => kind !== 'loop').map(({ id }) => id);

/** The three loops: the decision that a «No» leaves, what is done then, and where the way goes on. */
export const loops = [
  { decision: 'E', refine: 'F', back: 'D' },
  { decision: 'J', refine: 'K', back: 'H' },
  { decision: 'N', refine: 'O', back: 'M' },
] as const satisfies readonly { decision: LoopNodeId; refine: LoopNodeId; back: LoopNodeId }[];

/** What the statuses that the loop speaks of stand for; a process without one of them has another life. */
export const loopRoles: readonly StatusRole[] = ['draft', 'waiting', 'approved', 'in-work', 'completed'];

/** The steps of a plan that belong to a node, by the bold line that they stand under, as it is compared. */
export const groupNodes: Readonly<Record<string, LoopNodeId>> = {
  testing: 'I',
  'quality checks': 'J',
  'security validation': 'J',
  'performance validation': 'J',
  'final documentation': 'L',
  'create pull request': 'L',
  'pull request': 'L',
  'code review': 'M',
  review: 'M',
  'pre-deployment': 'P',
  deployment: 'P',
  'post-deployment': 'Q',
  monitoring: 'Q',
  'close cr': 'R',
  'before starting implementation': 'G',
};

/** The same by the heading above, where no such line is known. Everything else is the execution of the plan. */
export const phaseNodes: readonly (readonly [name: RegExp, node: LoopNodeId])[] = [
  [/^prerequisites\b/, 'G'],
  [/\bclosure\b/, 'R'],
  [/\bpost-deployment\b|\bmonitor/, 'Q'],
  [/\bdeploy/, 'P'],
  [/\breview\b/, 'L'],
  [/\bvalidation\b|\bverification\b|\btesting\b/, 'I'],
];

/** The last words of a review are its decision. */
export const reviewDecision = /\bapproval received\b|\bapproved\b/i;
