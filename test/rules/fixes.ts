import { textAfter, type ChangeStep } from '../../src/core/change/change';
import { isChanging, type Fix } from '../../src/core/findings/finding';
import type { TextEdit } from '../../src/core/text/textEdit';

function stepsOf(fix: Fix): readonly ChangeStep[] {
  return isChanging(fix) ? fix.change().steps : [];
}

/** The text of a file after a fix. */
export function applyFix(path: string, text: string, fix: Fix): string {
  return isChanging(fix) ? textAfter(fix.change(), path, text) : text;
}

/** What a file is called after a fix. */
export function pathAfter(path: string, fix: Fix): string {
  const move = stepsOf(fix).find((step) => step.kind === 'move' && step.from === path);
  return move?.kind === 'move' ? move.to : path;
}

/** The edits of a fix, by path. */
export function editsOf(fix: Fix): { readonly path: string; readonly edit: TextEdit }[] {
  return stepsOf(fix).flatMap((step) =>
    step.kind === 'edit' ? step.edits.map((edit) => ({ path: step.path, edit })) : [],
  );
}
