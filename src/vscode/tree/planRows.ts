import * as vscode from 'vscode';
import { ChangedMeanwhileError, type Change } from '../../core/change/change';
import { tickSteps } from '../../core/actions/tickStep';
import type { Stage } from '../../core/process/processDefinition';
import { planSteps, stepNamed, type PlanStep } from '../../core/lifecycle/planSteps';
import type { RecordSummary } from '../../core/workspace/recordSummary';
import { LineIndex } from '../../core/text/lineIndex';
import { counted } from '../../core/text/counted';
import { applyLatest } from '../applyLatest';
import { toRange } from '../convert';
import type { GovernedFolder } from '../governedFolder';
import type { DoneNode, PlanNode, StepNode, TreeNode } from './treeNode';

/** A plan is ticked off while it is carried out: from the approval on, until the record is closed. */
const atWork: ReadonlySet<Stage> = new Set<Stage>(['approved', 'in-progress']);

/** The row of the plan, for records whose plan is being carried out. */
export function planNodes(folder: GovernedFolder, record: RecordSummary, parent: TreeNode): PlanNode[] {
  return hasPlanRow(record) ? [{ kind: 'plan', folder, record, parent }] : [];
}

/** Whether the steps of a record are listed. */
export function hasPlanRow({ stage, progress, archived }: RecordSummary): boolean {
  return !archived && progress.total > 0 && atWork.has(stage);
}

/** The steps of a plan in the order of the text: those that are done as one row, then each that is open. */
export async function stepNodes(plan: PlanNode): Promise<(DoneNode | StepNode)[]> {
  const { folder, record } = plan;
  const read = await folder.readRecord(record.path);
  const steps = read ? planSteps(read) : [];
  const done = steps.filter(({ checked }) => checked);
  return [
    ...(done.length > 0 ? [{ kind: 'done', folder, record, steps: done, parent: plan } as const] : []),
    ...nodesOf(
      plan,
      steps.filter(({ checked }) => !checked),
    ),
  ];
}

/** All that the rows of the steps show and lead to; empty where there is no plan any more. */
export async function stepsInWords({ folder, record }: PlanNode): Promise<string> {
  const read = await folder.readRecord(record.path);
  const steps = read ? planSteps(read) : [];
  return JSON.stringify(
    steps.map(({ number, text, phase, checked, box: { document, span } }) => [
      number,
      text,
      phase,
      checked,
      document.path,
      LineIndex.of(document.text).lineAt(span.start),
    ]),
  );
}

/** The steps below the row of what is done. */
export function doneNodes(done: DoneNode): StepNode[] {
  return nodesOf(done, done.steps);
}

function nodesOf(parent: PlanNode | DoneNode, steps: readonly PlanStep[]): StepNode[] {
  const { folder, record } = parent;
  return steps.map((step) => ({ kind: 'step', folder, record, step, parent }));
}

export function planItem({ folder, record: { path, progress } }: PlanNode): vscode.TreeItem {
  const item = new vscode.TreeItem('Steps', vscode.TreeItemCollapsibleState.Collapsed);
  const { done, total } = progress;
  item.id = `${folder.uriOf(path).toString()}#plan`;
  item.description = `${String(done)}/${String(total)}`;
  item.iconPath = new vscode.ThemeIcon('checklist');
  item.contextValue = 'plan';
  item.accessibilityInformation = { label: `Steps, ${String(done)} of ${String(total)} are done` };
  return item;
}

export function doneItem({ folder, record: { path }, steps }: DoneNode): vscode.TreeItem {
  const item = new vscode.TreeItem('Done', vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${folder.uriOf(path).toString()}#done`;
  item.description = String(steps.length);
  item.iconPath = new vscode.ThemeIcon('pass');
  item.contextValue = 'done';
  item.accessibilityInformation = { label: `Done, ${counted(steps.length, 'step')}` };
  return item;
}

export function stepItem({ folder, record, step }: StepNode): vscode.TreeItem {
  const { number, text, phase, checked, box } = step;
  const item = new vscode.TreeItem(text === '' ? `Step ${String(number)}` : text, vscode.TreeItemCollapsibleState.None);
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  item.id = `${folder.uriOf(record.path).toString()}#step-${String(number)}`;
  item.description = phase;
  item.contextValue = checked ? 'step done' : 'step open';
  item.checkboxState = {
    state: checked ? Checked : Unchecked,
    tooltip: checked ? 'Open this step again' : 'Tick this step off',
    accessibilityInformation: { label: `Step ${String(number)}, ${text}`, role: 'checkbox' },
  };
  item.accessibilityInformation = { label: `${text}, ${phase}, ${checked ? 'done' : 'open'}` };
  const place = LineIndex.of(box.document.text).rangeOf({ start: box.span.start, end: box.span.start });
  item.command = {
    command: 'vscode.open',
    title: 'Go to Step',
    arguments: [
      folder.uriOf(box.document.path),
      { selection: toRange(place), preserveFocus: true } satisfies vscode.TextDocumentShowOptions,
    ],
  };
  return item;
}

/**
 * Writes what was clicked into the records, as edits that can be undone. A step that is not there any more is left
 * alone. False if something was not written, so that the boxes have to show the text again.
 */
export async function writeTicks(
  clicked: readonly (readonly [TreeNode, vscode.TreeItemCheckboxState])[],
): Promise<boolean> {
  const nodes = clicked.flatMap(([node, state]) => (node.kind === 'step' ? [{ node, state }] : []));
  let isWhole = true;
  for (const wanted of [vscode.TreeItemCheckboxState.Checked, vscode.TreeItemCheckboxState.Unchecked]) {
    const group = nodes.filter(({ state }) => state === wanted).map(({ node }) => node);
    for (const first of new Map(group.map((node) => [node.folder.uriOf(node.record.path).toString(), node])).values()) {
      const { folder, record } = first;
      const same = group.filter((node) => node.folder === folder && node.record.path === record.path);
      let found = 0;
      const workOut = async (): Promise<Change | undefined> => {
        const read = await folder.readRecord(record.path);
        const steps = read ? planSteps(read) : [];
        const there = same.flatMap(({ step }) => stepNamed(steps, step) ?? []);
        found = there.length;
        return tickSteps(there, wanted === vscode.TreeItemCheckboxState.Checked);
      };
      try {
        await applyLatest(folder, workOut, { reveal: false });
        isWhole &&= found === same.length;
      } catch (error) {
        if (!(error instanceof ChangedMeanwhileError)) throw error;
        isWhole = false;
      }
    }
  }
  return isWhole;
}
