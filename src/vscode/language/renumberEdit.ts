import * as vscode from 'vscode';
import type { ChangeStep } from '../../core/change/change';
import { ChangedMeanwhileError } from '../../core/change/change';
import type { Renumbering } from '../../core/actions/renumber';
import { LineIndex } from '../../core/text/lineIndex';
import { toRange } from '../convert';
import type { GovernedFolder } from '../governedFolder';

/**
 * A renumbering as VS Code's edit, in three groups that its preview shows: the files of the record, what mentions it,
 * and what may mean another record of its ID. The last is applied only where somebody ticks it, and brings the preview
 * up by itself; the others are ticked, and can be unticked one by one. @throws ChangedMeanwhileError
 */
export async function renumberEdit(
  folder: GovernedFolder,
  { change, doubtful }: Extract<Renumbering, { kind: 'change' }>,
): Promise<vscode.WorkspaceEdit> {
  const result = new vscode.WorkspaceEdit();
  const own = new Set(change.steps.flatMap((step) => (step.kind === 'move' ? [step.from] : [])));
  for (const step of change.steps)
    if (step.kind === 'edit') await replaceIn(folder, step, result, own.has(step.path) ? ownFiles : mentions);
  for (const step of doubtful) if (step.kind === 'edit') await replaceIn(folder, step, result, doubts);
  // The names change last: all edits are for the old ones.
  for (const step of change.steps)
    if (step.kind === 'move')
      result.renameFile(folder.uriOf(step.from), folder.uriOf(step.to), { overwrite: false }, ownFiles);
  return result;
}

const ownFiles = { label: 'The record and its companions', needsConfirmation: false };
const mentions = { label: 'Links and mentions', needsConfirmation: false };
const doubts = {
  label: 'Mentions that may mean the other record',
  description: 'Two records have this ID.',
  needsConfirmation: true,
};

async function replaceIn(
  folder: GovernedFolder,
  { path, before, edits }: Extract<ChangeStep, { kind: 'edit' }>,
  result: vscode.WorkspaceEdit,
  metadata: vscode.WorkspaceEditEntryMetadata,
): Promise<void> {
  const uri = folder.uriOf(path);
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() !== before) throw new ChangedMeanwhileError(path);
  const lines = LineIndex.of(before);
  for (const { span, newText } of edits) result.replace(uri, toRange(lines.rangeOf(span)), newText, metadata);
}
