import type { ChangeRecord } from '../record/record';
import type { LintOptions } from '../rules/engine/lintRecord';
import { lineEdits } from '../text/lineEdits';
import { fixedRecord } from './applyFixes';
import { editStep, type Change } from '../change/change';

/**
 * Applies everything that can be mended without asking (house.md, law 6) to a record and its companions, until nothing
 * is left; undefined if there is nothing. The edits are the smallest, line by line.
 */
export function fixAll(record: ChangeRecord, options: LintOptions): Change | undefined {
  const fixed = fixedRecord(record, options);
  const steps = record.documents.flatMap((document, index) =>
    editStep(document, lineEdits(document.text, fixed.documents[index]?.text ?? document.text)),
  );
  const name = record.id?.text ?? record.path.slice(record.path.lastIndexOf('/') + 1);
  return steps.length === 0 ? undefined : { title: `Fix what can be mended safely in ${name}`, steps };
}
