/** The nodes of "The Change Management Loop", in the order of the letters that the document gives them. */
export type LoopNodeId =
  | 'user-request'
  | 'change-request'
  | 'impact-assessment'
  | 'implementation-plan'
  | 'approval'
  | 'refine-plan'
  | 'begin-work'
  | 'execute-plan'
  | 'validation'
  | 'quality-gates'
  | 'fix-issues'
  | 'pull-request'
  | 'code-review'
  | 'review-decision'
  | 'address-feedback'
  | 'deployment'
  | 'monitoring'
  | 'closure';

/** A node of the loop. `loop`: what a "No" leads to, and from where the way goes back. */
export interface LoopNode {
  readonly id: LoopNodeId;
  /** `A` to `R`, as the document of the process names it. */
  readonly letter: string;
  readonly label: string;
  readonly kind: 'step' | 'decision' | 'loop';
}

/** An edge of the loop, with what the decision before it says. */
export interface LoopEdge {
  readonly from: LoopNodeId;
  readonly to: LoopNodeId;
  readonly label?: 'Yes' | 'No';
}

/** "The Change Management Loop" of the change management process, node by node. */
export const loopNodes: readonly LoopNode[] = [
  { letter: 'A', id: 'user-request', label: 'User Request', kind: 'step' },
  { letter: 'B', id: 'change-request', label: 'Create Change Request CR', kind: 'step' },
  { letter: 'C', id: 'impact-assessment', label: 'Perform Impact Assessment IA', kind: 'step' },
  { letter: 'D', id: 'implementation-plan', label: 'Draft Implementation Plan', kind: 'step' },
  { letter: 'E', id: 'approval', label: 'User Approval?', kind: 'decision' },
  { letter: 'F', id: 'refine-plan', label: 'Refine Plan', kind: 'loop' },
  { letter: 'G', id: 'begin-work', label: 'Begin Implementation', kind: 'step' },
  { letter: 'H', id: 'execute-plan', label: 'Execute Plan', kind: 'step' },
  { letter: 'I', id: 'validation', label: 'Validation & Testing', kind: 'step' },
  { letter: 'J', id: 'quality-gates', label: 'Quality Gates Pass?', kind: 'decision' },
  { letter: 'K', id: 'fix-issues', label: 'Fix Issues', kind: 'loop' },
  { letter: 'L', id: 'pull-request', label: 'Create Pull Request', kind: 'step' },
  { letter: 'M', id: 'code-review', label: 'Code Review', kind: 'step' },
  { letter: 'N', id: 'review-decision', label: 'Approved?', kind: 'decision' },
  { letter: 'O', id: 'address-feedback', label: 'Address Feedback', kind: 'loop' },
  { letter: 'P', id: 'deployment', label: 'Merge & Deploy', kind: 'step' },
  { letter: 'Q', id: 'monitoring', label: 'Monitor & Verify', kind: 'step' },
  { letter: 'R', id: 'closure', label: 'Close CR', kind: 'step' },
];

/** Its edges, in the order of the document. */
export const loopEdges: readonly LoopEdge[] = [
  { from: 'user-request', to: 'change-request' },
  { from: 'change-request', to: 'impact-assessment' },
  { from: 'impact-assessment', to: 'implementation-plan' },
  { from: 'implementation-plan', to: 'approval' },
  { from: 'approval', to: 'refine-plan', label: 'No' },
  { from: 'refine-plan', to: 'implementation-plan' },
  { from: 'approval', to: 'begin-work', label: 'Yes' },
  { from: 'begin-work', to: 'execute-plan' },
  { from: 'execute-plan', to: 'validation' },
  { from: 'validation', to: 'quality-gates' },
  { from: 'quality-gates', to: 'fix-issues', label: 'No' },
  { from: 'fix-issues', to: 'execute-plan' },
  { from: 'quality-gates', to: 'pull-request', label: 'Yes' },
  { from: 'pull-request', to: 'code-review' },
  { from: 'code-review', to: 'review-decision' },
  { from: 'review-decision', to: 'address-feedback', label: 'No' },
  { from: 'address-feedback', to: 'code-review' },
  { from: 'review-decision', to: 'deployment', label: 'Yes' },
  { from: 'deployment', to: 'monitoring' },
  { from: 'monitoring', to: 'closure' },
];

/** The way without its three loops, in order. */
export const mainPath: readonly LoopNodeId[] = loopNodes.filter(({ kind }) => kind !== 'loop').map(({ id }) => id);

/** The three loops: the decision that a "No" leaves, what is done then, and where the way goes on. */
export const loops = [
  { decision: 'approval', refine: 'refine-plan', back: 'implementation-plan' },
  { decision: 'quality-gates', refine: 'fix-issues', back: 'execute-plan' },
  { decision: 'review-decision', refine: 'address-feedback', back: 'code-review' },
] as const satisfies readonly { decision: LoopNodeId; refine: LoopNodeId; back: LoopNodeId }[];

/** What the statuses that the loop speaks of stand for; a process without one of them has another life. */
export const loopRoles = ['draft', 'waiting', 'approved', 'in-work', 'completed'] as const;

/** How the plan of a process tells on which node of the loop its steps are done. */
export interface LoopDefinition {
  /** The steps of a node by the bold line that they stand under, as it is compared. */
  readonly groups: Readonly<Record<string, LoopNodeId>>;
  /**
   * The same by the beginning of a word in the heading above, where no such line is known; the first that is found
   * counts. Everything else is the execution of the plan.
   */
  readonly phases: readonly (readonly [word: string, node: LoopNodeId])[];
  /** Words that make the last step of a review its decision. */
  readonly decision: readonly string[];
  /** The heading below which a review answers, as it is compared. */
  readonly feedback: string;
}

/** What the template of the implementation plan says. */
export const usualLoop: LoopDefinition = {
  groups: {
    testing: 'validation',
    'quality checks': 'quality-gates',
    'security validation': 'quality-gates',
    'performance validation': 'quality-gates',
    'final documentation': 'pull-request',
    'create pull request': 'pull-request',
    'pull request': 'pull-request',
    'code review': 'code-review',
    review: 'code-review',
    'pre-deployment': 'deployment',
    deployment: 'deployment',
    'post-deployment': 'monitoring',
    monitoring: 'monitoring',
    'close cr': 'closure',
    'before starting implementation': 'begin-work',
  },
  phases: [
    ['prerequisites', 'begin-work'],
    ['closure', 'closure'],
    ['post-deployment', 'monitoring'],
    ['monitor', 'monitoring'],
    ['deploy', 'deployment'],
    ['review', 'pull-request'],
    ['validation', 'validation'],
    ['verification', 'validation'],
    ['testing', 'validation'],
  ],
  decision: ['approval received', 'approved'],
  feedback: 'review feedback',
};
