import type { Change } from '../../change/change';
import { applyEdits } from '../../text/textEdit';
import { unifiedDiff } from '../../text/unifiedDiff';

/** What a change would do to the files, as a unified diff; moves are written as git writes them. */
export function changeDiff({ steps }: Change): string {
  return steps
    .map((step) => {
      switch (step.kind) {
        case 'edit':
          return unifiedDiff(step.path, step.before, applyEdits(step.before, step.edits));
        case 'create':
          return unifiedDiff(step.path, undefined, step.text);
        case 'move':
          return `rename from ${step.from}\nrename to ${step.to}\n`;
      }
    })
    .join('');
}
