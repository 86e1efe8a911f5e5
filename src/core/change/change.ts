import type { Span } from '../text/span';
import { applyEdits, type TextEdit } from '../text/textEdit';

/** One step of a {@link Change}. */
export type ChangeStep =
  | {
      readonly kind: 'edit';
      readonly path: string;
      /** The exact text that the edits are for: anyone who applies them makes sure that it is still there. */
      readonly before: string;
      readonly edits: readonly TextEdit[];
    }
  /** A new file; what is there already is never overwritten. */
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  /** Another name for a file; nothing has that name yet. Moves come after all edits, which use the old name. */
  | { readonly kind: 'move'; readonly from: string; readonly to: string };

/**
 * What a verb does to the files of a workspace: data only, so that the editor can undo it in one step, a command can
 * show it first, and a test can look at it. Paths are workspace-relative.
 */
export interface Change {
  /** What it does, as people say it: "Move CR-2026-02-09-001 to APPROVED". */
  readonly title: string;
  readonly steps: readonly ChangeStep[];
  /** Where a writer goes on, in the text and under the name that are there after the change. */
  readonly reveal?: { readonly path: string; readonly span: Span } | undefined;
}

/** A text that is to be edited. */
interface EditedText {
  readonly path: string;
  readonly text: string;
}

/** The step that applies edits to a text; none where there are no edits. */
export function editStep({ path, text }: EditedText, edits: readonly TextEdit[]): ChangeStep[] {
  return edits.length === 0 ? [] : [{ kind: 'edit', path, before: text, edits }];
}

/** The text of a file, named as before, after a change; `before` is what it has now. */
export function textAfter({ steps }: Change, path: string, before: string): string {
  let text = before;
  for (const step of steps) {
    if (step.kind === 'edit' && step.path === path) text = applyEdits(text, step.edits);
    if (step.kind === 'create' && step.path === path) text = step.text;
  }
  return text;
}

/** Where an offset of a text comes to lie when edits are applied; inside of what is replaced: its new beginning. */
export function offsetAfter(offset: number, edits: readonly TextEdit[]): number {
  let moved = offset;
  for (const { span, newText } of edits) {
    if (span.end <= offset) moved += newText.length - (span.end - span.start);
    else if (span.start < offset) moved -= offset - span.start;
  }
  return moved;
}

/** Thrown where a file is not any more what a change was made for. Nothing was written. */
export class ChangedMeanwhileError extends Error {
  override readonly name = 'ChangedMeanwhileError';
  constructor(readonly path: string) {
    super(`${path} was changed in the meantime; nothing was written.`);
  }
}
