import type { RecordSummary } from '../../core/workspace/recordSummary';
import type { PlanStep } from '../../core/lifecycle/planSteps';
import type { ExplorerGroup, ExplorerRow } from '../../core/present/explorer';
import type { GovernedFolder } from '../governedFolder';

/** A row of the tree: a workspace folder (where there are several), a group, a record, what belongs to it. */
export type TreeNode =
  | { readonly kind: 'folder'; readonly folder: GovernedFolder }
  | { readonly kind: 'group'; readonly folder: GovernedFolder; readonly group: ExplorerGroup }
  | {
      readonly kind: 'record';
      readonly folder: GovernedFolder;
      readonly row: ExplorerRow;
      readonly parent: TreeNode | undefined;
    }
  | { readonly kind: 'companion'; readonly folder: GovernedFolder; readonly path: string; readonly parent: TreeNode }
  | PlanNode
  | DoneNode
  | StepNode;

/** The plan of a record as a row below it, with its steps below that. */
export interface PlanNode {
  readonly kind: 'plan';
  readonly folder: GovernedFolder;
  readonly record: RecordSummary;
  readonly parent: TreeNode;
}

/** The steps that are done, folded away below the plan: what is open comes into view, and a click can be taken back. */
export interface DoneNode {
  readonly kind: 'done';
  readonly folder: GovernedFolder;
  readonly record: RecordSummary;
  readonly steps: readonly PlanStep[];
  readonly parent: TreeNode;
}

/** A step of a plan, with a box that can be clicked. */
export interface StepNode {
  readonly kind: 'step';
  readonly folder: GovernedFolder;
  readonly record: RecordSummary;
  readonly step: PlanStep;
  readonly parent: TreeNode;
}
