import type * as vscode from 'vscode';
import type { Renumbering } from '../../core/actions/renumber';
import { workspaceEdit } from '../applyChange';
import type { GovernedFolder } from '../governedFolder';

/**
 * A renumbering as VS Code's edit, in three groups that its preview shows: the files of the record, what mentions it,
 * and what may mean another record of its ID. The last is applied only where somebody ticks it, and brings the preview
 * up by itself; the others are ticked, and can be unticked one by one. @throws ChangedMeanwhileError
 */
export function renumberEdit(
  folder: GovernedFolder,
  { change, doubtful }: Extract<Renumbering, { kind: 'change' }>,
): Promise<vscode.WorkspaceEdit> {
  const own = new Set(change.steps.flatMap((step) => (step.kind === 'move' ? [step.from] : [])));
  const unsure = new Set(doubtful);
  return workspaceEdit(folder, [...change.steps, ...doubtful], {
    metadataOf: (step) => {
      if (unsure.has(step)) return doubts;
      return step.kind === 'move' || (step.kind === 'edit' && own.has(step.path)) ? ownFiles : mentions;
    },
  });
}

const ownFiles = { label: 'The record and its companions', needsConfirmation: false };
const mentions = { label: 'Links and mentions', needsConfirmation: false };
const doubts = {
  label: 'Mentions that may mean the other record',
  description: 'Two records have this ID.',
  needsConfirmation: true,
};
