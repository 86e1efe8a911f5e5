import type { StatusRole } from '../../process/processDefinition';
import type { Span } from '../../text/span';

/**
 * What the panel of a record shows. All of it is plain data that survives JSON (what is undefined is absent there), and
 * all texts are plain text as people wrote them: anyone who shows them escapes them. Every picture has a table that says
 * the same in words.
 */
export interface RecordPanel {
  readonly heading: PanelHeading;
  /** The loop of the process, as its document draws it; undefined for a process without one. */
  readonly lifecycle: LifecyclePicture | undefined;
  readonly states: StateGraph;
  readonly risk: RiskMatrix;
  readonly approvals: ApprovalsPicture;
  readonly plan: PlanGantt;
  readonly dependencies: DependencyGraph;
}

/** A place in a text that a click goes to. */
export interface Target {
  /** Workspace-relative. */
  readonly path: string;
  readonly span: Span;
}

/** What stands on top of the panel. */
export interface PanelHeading {
  /** As in the file name; where that is none, the path. */
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** As in the process (`IN_PROGRESS`); undefined: not recorded. */
  readonly status: string | undefined;
  readonly role: StatusRole | undefined;
  /** For people: `In progress`. */
  readonly statusLabel: string;
  /** Facts in few words, in the order in which they are read: type, priority, risk, requestor, dates. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** The move that goes on with the record; undefined where none does. */
  readonly primary: PanelMove | undefined;
}

/** A move of the record to another status: what "Move to…" does. */
export interface PanelMove {
  /** The status as in the process. */
  readonly to: string;
  readonly toLabel: string;
  /** What is asked for before and is not there; empty: nothing keeps it. */
  readonly unmet: readonly Unmet[];
}

/** Something that is asked for before a step, and is not there. */
export interface Unmet {
  /** One sentence. */
  readonly message: string;
  /** Where a person writes it. */
  readonly target: Target;
  /** Nobody can insist on going on without it. */
  readonly binding: boolean;
}

/** What a picture shows, in words. */
export interface PictureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableLine[];
  /** What stands there instead where there are no rows: what to do. */
  readonly empty: string;
}

/** A row of a table; the first cell heads it. */
export interface TableLine {
  readonly cells: readonly string[];
  readonly target?: Target | undefined;
}

/**
 * How far a part of a picture has come. `done`: the way led over it. `here`: the record stands on it. `next`: one step
 * from here. `ahead`: it may come. `skipped`: the way went past it, which is only wrong where there is a concern.
 */
export type PictureState = 'done' | 'here' | 'next' | 'ahead' | 'skipped';

/** The loop of the process with the place where the record stands. */
export interface LifecyclePicture {
  readonly nodes: readonly LifecycleNode[];
  readonly edges: readonly LifecycleEdge[];
  /** The id of the node where the record stands. */
  readonly here: string;
  /** Where it stands and why, in one sentence. */
  readonly summary: string;
  /** The record ended there before the loop did: refused or given up. */
  readonly ended: 'rejected' | 'cancelled' | undefined;
  readonly table: PictureTable;
}

/** A node of the loop. */
export interface LifecycleNode {
  readonly id: string;
  /** `A` to `R`, as the document of the process names it. */
  readonly letter: string;
  readonly label: string;
  readonly kind: 'step' | 'decision' | 'loop';
  readonly state: PictureState;
  /** ISO day on which it was done or, where the record stands on it, begun; undefined where no text says. */
  readonly date: string | undefined;
  /** What there is to say in a few words: `12/31 steps`, `since 2026-03-05`, `2 open`. */
  readonly note: string | undefined;
  /** How often the way led over it; more than once in a loop. */
  readonly times: number;
  /** Why a node that was passed should not have been passed so, in one sentence. */
  readonly concern: string | undefined;
  /** Next nodes: what is asked for before that step. */
  readonly unmet: readonly Unmet[];
  /** Next nodes: the status that this step moves the record to; undefined where it changes none. */
  readonly move: string | undefined;
  /** Where the text speaks of it. */
  readonly target: Target | undefined;
}

/** An edge of the loop. */
export interface LifecycleEdge {
  readonly from: string;
  readonly to: string;
  /** `Yes` or `No` behind a decision. */
  readonly label: string | undefined;
  /** `taken`: the way led over it; `next`: it begins where the record stands. */
  readonly state: 'taken' | 'next' | 'ahead';
}

/** The statuses of a process with the moves between them. */
export interface StateGraph {
  /** From top to bottom. */
  readonly nodes: readonly StateNode[];
  readonly edges: readonly StateEdge[];
  readonly table: PictureTable;
}

/** A status. */
export interface StateNode {
  readonly id: string;
  readonly label: string;
  readonly meaning: string;
  readonly state: PictureState;
  readonly final: boolean;
  /** ISO day of the last row of the history that names it. */
  readonly date: string | undefined;
  /** How often the record came to it. */
  readonly times: number;
  /** Next nodes: what is asked for before that move. */
  readonly unmet: readonly Unmet[];
  readonly target: Target | undefined;
}

/** A move of the process. */
export interface StateEdge {
  readonly from: string;
  readonly to: string;
  readonly state: 'taken' | 'next' | 'ahead';
  /** "only where Type is standard"; undefined: always. */
  readonly condition: string | undefined;
}

/** Probability × impact, with every risk in its cell. */
export interface RiskMatrix {
  /** From the lowest. */
  readonly levels: readonly { readonly name: string; readonly value: number }[];
  /** From the lowest; `from` and `to` are the lowest and the highest score in it. */
  readonly bands: readonly RiskBandView[];
  /** Rows from the highest probability, columns from the lowest impact. */
  readonly cells: readonly RiskCell[];
  readonly risks: readonly RiskMark[];
  /** The highest score there is: the aggregate (reading 39); undefined where no risk is rated. */
  readonly inherent: RiskScore | undefined;
  /** The threshold: the highest score that the record accepts; undefined where it names none. */
  readonly accepted: AcceptedRisk | undefined;
  /** The sum of all scores, for information. */
  readonly sum: number;
  /** What "Overall Risk Level" says. */
  readonly declared: { readonly band: string; readonly target: Target } | undefined;
  /** What "Risk Acceptance" says. */
  readonly acceptance: { readonly text: string; readonly target: Target } | undefined;
  readonly blastRadius: BlastRadius;
  readonly summary: string;
  readonly table: PictureTable;
}

/** A band of the scale. */
export interface RiskBandView {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** How grave it is: 0 for the lowest band, 3 for the highest, whatever number of bands there is. */
  readonly tone: 0 | 1 | 2 | 3;
}

/** A cell of the matrix. */
export interface RiskCell {
  readonly probability: number;
  readonly impact: number;
  readonly score: number;
  readonly band: string;
  readonly tone: 0 | 1 | 2 | 3;
  /** The score is above the threshold. */
  readonly aboveThreshold: boolean;
  /** Numbers of the risks in it. */
  readonly risks: readonly number[];
}

/** A risk. */
export interface RiskMark {
  readonly number: number;
  readonly text: string;
  /** What is written, and the value of the level; undefined where there is no such line. */
  readonly probability: RiskLevelMark | undefined;
  readonly impact: RiskLevelMark | undefined;
  /** Undefined where one of the two cannot be read. */
  readonly score: number | undefined;
  readonly band: string | undefined;
  readonly aboveThreshold: boolean;
  readonly mitigation: string | undefined;
  readonly source: 'list' | 'table';
  readonly target: Target;
}

/** One of the two levels of a risk. A change of it replaces `target` with the name of a level. */
export interface RiskLevelMark {
  readonly text: string;
  readonly value: number | undefined;
  readonly target: Target;
}

/** A score with its band. */
export interface RiskScore {
  readonly score: number;
  readonly band: string;
}

/** The threshold as it is written; the score is undefined where the words cannot be read. */
export interface AcceptedRisk {
  readonly text: string;
  readonly score: number | undefined;
  readonly band: string | undefined;
  readonly target: Target;
}

/** How far a change reaches. */
export interface BlastRadius {
  /** All sizes from the smallest; empty for a process without them. */
  readonly sizes: readonly string[];
  /** The one that was chosen. */
  readonly size: string | undefined;
  readonly target: Target | undefined;
  /** Systems, users, teams, duration, reversibility, as far as they are answered. */
  readonly facts: readonly { readonly label: string; readonly value: string; readonly target: Target }[];
}

/** Who has to approve, who did, and what does not agree. */
export interface ApprovalsPicture {
  /** `pre-approved`: nobody has to. `contradicted`: places of the record deny each other. */
  readonly state: 'given' | 'pre-approved' | 'waiting' | 'not-yet' | 'contradicted';
  readonly summary: string;
  /** Required roles first, in the order of the process; then who else speaks of it. */
  readonly roles: readonly ApprovalLine[];
  /** The token as it is written, and whether it is one; undefined for a process without tokens. */
  readonly token: { readonly text: string; readonly valid: boolean; readonly target: Target | undefined } | undefined;
  /** ISO day. */
  readonly date: string | undefined;
  /** What is missing for the approval to be one. */
  readonly missing: readonly Unmet[];
  /** What does not agree, one sentence each. */
  readonly contradictions: readonly { readonly message: string; readonly target: Target }[];
  readonly table: PictureTable;
}

/** One who approves. */
export interface ApprovalLine {
  readonly role: string;
  readonly required: boolean;
  readonly name: string | undefined;
  readonly date: string | undefined;
  readonly state: 'approved' | 'pending' | 'rejected' | 'missing' | 'not-needed';
  /** Places that say something else of the same role. */
  readonly disagreeing: readonly { readonly text: string; readonly target: Target }[];
  readonly target: Target | undefined;
}

/** The plan by phase: how far it is, and when it was meant to be done. */
export interface PlanGantt {
  readonly phases: readonly PlanPhase[];
  readonly done: number;
  readonly total: number;
  /** First and last ISO day of the picture; undefined where the plan has no dates. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** ISO day, where it lies within. */
  readonly today: string | undefined;
  /** Days of the record: approval, implementation start and end, deployment, as far as they are recorded. */
  readonly milestones: readonly { readonly label: string; readonly date: string; readonly target: Target }[];
  readonly next: { readonly text: string; readonly target: Target } | undefined;
  readonly summary: string;
  readonly table: PictureTable;
}

/** A phase of the plan. */
export interface PlanPhase {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  /** As the timeline has it; ISO days. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly duration: string | undefined;
  readonly state: PictureState;
  /** Its end lies before today, and steps of it are open. */
  readonly late: boolean;
  readonly target: Target | undefined;
}

/** The records that this one waits for, and those that it affects. */
export interface DependencyGraph {
  readonly self: DependencyNode;
  readonly upstream: readonly DependencyNode[];
  readonly downstream: readonly DependencyNode[];
  /** The IDs of the cycle that it stands in, from it on; empty: in none. */
  readonly cycle: readonly string[];
  readonly summary: string;
  readonly table: PictureTable;
}

/** A record beside another one. */
export interface DependencyNode {
  readonly id: string;
  readonly title: string | undefined;
  readonly status: string | undefined;
  readonly role: StatusRole | undefined;
  readonly statusLabel: string;
  /** Its file; undefined where there is no such record. */
  readonly path: string | undefined;
  /** Who says so: this record, the other one, or both. */
  readonly named: 'here' | 'there' | 'both';
  /** It keeps this record from going on, or should not be there; one sentence. */
  readonly concern: string | undefined;
  /** Where this record names it. */
  readonly target: Target | undefined;
}
