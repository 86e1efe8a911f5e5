import * as vscode from 'vscode';
import type { ChangeStep } from '../core/change/change';
import { LineIndex } from '../core/text/lineIndex';
import type { Span } from '../core/text/span';
import { toRange } from './convert';
import type { GovernedFolder } from './governedFolder';

/** How steps become an edit. */
export interface EditOptions {
  /** What the preview says of a step. */
  readonly metadataOf?: (step: ChangeStep) => vscode.WorkspaceEditEntryMetadata | undefined;
  /** A place in the new text of the first edit that the cursor selects. */
  readonly blank?: Span;
}

/**
 * The steps of a change as VS Code's edit. Texts come first: where VS Code refuses an edit, it leaves what came before
 * it as it is, and nobody would know of a file that was made; and all edits are for the names before a move.
 */
export function toWorkspaceEdit(
  folder: GovernedFolder,
  steps: readonly ChangeStep[],
  { metadataOf = () => undefined, blank }: EditOptions = {},
): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  let place = blank;
  for (const step of [...steps].sort((a, b) => Number(a.kind !== 'edit') - Number(b.kind !== 'edit'))) {
    const metadata = metadataOf(step);
    if (step.kind === 'edit') {
      const uri = folder.uriOf(step.path);
      const lines = LineIndex.of(step.before);
      for (const { span, newText } of step.edits) {
        const range = toRange(lines.rangeOf(span));
        if (place) result.set(uri, [[new vscode.SnippetTextEdit(range, snippetOf(newText, place)), metadata]]);
        else result.replace(uri, range, newText, metadata);
        place = undefined;
      }
    } else if (step.kind === 'create') {
      const contents = new TextEncoder().encode(step.text);
      result.createFile(folder.uriOf(step.path), { overwrite: false, contents }, metadata);
    } else {
      result.renameFile(folder.uriOf(step.from), folder.uriOf(step.to), { overwrite: false }, metadata);
    }
  }
  return result;
}

function snippetOf(text: string, { start, end }: Span): vscode.SnippetString {
  return new vscode.SnippetString()
    .appendText(text.slice(0, start))
    .appendPlaceholder(text.slice(start, end))
    .appendText(text.slice(end));
}
