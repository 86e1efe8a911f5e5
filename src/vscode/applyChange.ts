import * as vscode from 'vscode';
import { ChangedMeanwhileError, type Change, type ChangeStep } from '../core/change/change';
import { FileExistsError } from '../core/ports';
import { LineIndex } from '../core/text/lineIndex';
import { toRange } from './convert';
import type { GovernedFolder } from './governedFolder';
import { toWorkspaceEdit, type EditOptions } from './workspaceEdit';

/** Thrown where nothing can be written, because the folder is only lent for reading. Nothing was changed. */
export class ReadOnlyFolderError extends Error {
  override readonly name = 'ReadOnlyFolderError';
  constructor(folder: string) {
    super(`The folder ${folder} can only be read; a copy on this machine can be changed.`);
  }
}

/** Thrown where a text was changed that this window is not allowed to save. */
export class ReadOnlyFileError extends Error {
  override readonly name = 'ReadOnlyFileError';
  constructor(readonly path: string) {
    super(`${path} is read-only in this window: what was to be written is on no disk, and undo takes it back.`);
  }
}

/** How a change is shown. */
export interface ApplyOptions {
  /** Whether VS Code shows it first, with a box to untick at every edit. */
  readonly preview?: boolean;
  /** Whether the editor goes to where a writer goes on; default: yes. */
  readonly reveal?: boolean;
}

/**
 * Does what a change says, as one step that one undo takes back. What a person typed in the meantime wins: then nothing
 * is written. The result is false where the person did not want it in the preview.
 * @throws ChangedMeanwhileError, FileExistsError, ReadOnlyFolderError, ReadOnlyFileError
 */
export async function applyChange(
  folder: GovernedFolder,
  change: Change,
  { preview = false, reveal = true }: ApplyOptions = {},
): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(folder.folder.uri.scheme) === false)
    throw new ReadOnlyFolderError(folder.folder.name);
  const metadata = preview ? { label: change.title, needsConfirmation: true } : undefined;
  const edit = await workspaceEdit(folder, change.steps, { metadataOf: () => metadata });
  // An edit knows the versions of its documents: VS Code refuses all of them when one of the documents moved on.
  const applied = await vscode.workspace.applyEdit(edit, { isRefactoring: preview });
  if (!applied) {
    if (preview) return false;
    const edited = change.steps.find(({ kind }) => kind === 'edit');
    throw new ChangedMeanwhileError(edited?.kind === 'edit' ? edited.path : change.title);
  }
  await checkWritable(folder, change);
  await saveClosed(folder, change);
  await folder.touch(...change.steps.flatMap(pathsOf));
  if (reveal && change.reveal) await show(folder, change.reveal.path, change.reveal.span);
  return true;
}

/**
 * The change as VS Code's edit, checked against the texts that its edits are for.
 * @throws ChangedMeanwhileError, FileExistsError
 */
export async function workspaceEdit(
  folder: GovernedFolder,
  steps: readonly ChangeStep[],
  options: EditOptions = {},
): Promise<vscode.WorkspaceEdit> {
  for (const step of steps) {
    if (step.kind === 'create' && (await isThere(folder.uriOf(step.path)))) throw new FileExistsError(step.path);
    if (step.kind !== 'edit') continue;
    const document = await vscode.workspace.openTextDocument(folder.uriOf(step.path));
    if (document.getText() !== step.before) throw new ChangedMeanwhileError(step.path);
  }
  return toWorkspaceEdit(folder, steps, options);
}

/**
 * A text that a setting of the window makes read-only takes an edit and never becomes one to be saved: somebody would
 * believe that it was written. It is shown, so that it can be taken back. @throws ReadOnlyFileError
 */
async function checkWritable(folder: GovernedFolder, { steps }: Change): Promise<void> {
  const moved = new Set(steps.flatMap((step) => (step.kind === 'move' ? [step.from] : [])));
  for (const step of steps) {
    // What has another name by now was written with its move.
    if (step.kind !== 'edit' || moved.has(step.path)) continue;
    const uri = folder.uriOf(step.path);
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (!document || document.isDirty) continue;
    const onDisk = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    if (onDisk !== step.before || document.getText() === step.before) continue;
    await vscode.window.showTextDocument(document, { preview: false });
    throw new ReadOnlyFileError(step.path);
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Files that nobody had open are written: an edit would leave them as unsaved editors that nobody asked for. */
async function saveClosed(folder: GovernedFolder, { steps }: Change): Promise<void> {
  const visible = new Set(
    vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : [])),
    ),
  );
  const renamed = new Map(steps.flatMap((step) => (step.kind === 'move' ? [[step.from, step.to] as const] : [])));
  for (const step of steps) {
    if (step.kind !== 'edit') continue;
    const uri = folder.uriOf(renamed.get(step.path) ?? step.path);
    if (visible.has(uri.toString())) continue;
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    // VS Code says why it could not be saved; a text that is nowhere to be seen would be forgotten.
    if (document?.isDirty === true && !(await document.save()))
      await vscode.window.showTextDocument(document, { preview: false });
  }
}

async function show(folder: GovernedFolder, path: string, span: { start: number; end: number }): Promise<void> {
  const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
  const selection = toRange(LineIndex.of(document.getText()).rangeOf(span));
  await vscode.window.showTextDocument(document, { selection, preview: false });
}

function pathsOf(step: ChangeStep): string[] {
  return step.kind === 'move' ? [step.from, step.to] : [step.path];
}
