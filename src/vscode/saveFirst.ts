import * as vscode from 'vscode';
import type { GovernedFolder } from './governedFolder';

/** Thrown where a file cannot be moved, because its editor holds a text that cannot be saved. Nothing was changed. */
export class UnsavedFileError extends Error {
  override readonly name = 'UnsavedFileError';
  constructor(readonly path: string) {
    super(`${path} could not be saved, so it keeps its name. It may have been changed on disk while it was edited.`);
  }
}

/**
 * Saves files that are about to be moved and that have unsaved text. A move forgets what the file was when its editor
 * was opened: a text that would have been refused, because the file was changed on disk in the meantime, would be
 * written over it. VS Code tells the person what stands in the way. @throws UnsavedFileError
 */
export async function saveFirst(folder: GovernedFolder, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const uri = folder.uriOf(path).toString();
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri);
    if (document?.isDirty === true && !(await document.save())) throw new UnsavedFileError(path);
  }
}
