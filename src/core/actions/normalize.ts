import type { ChangeRecord } from '../record/record';
import { lintRecord, type LintOptions } from '../rules/engine/lintRecord';
import { rules } from '../rules/engine/registry';
import { driftedForm } from '../rules/structure/cg116DriftedForm';
import { editStep, type Change } from '../change/change';
import type { Lint } from '../change/normalize/acceptDrift';
import { whyNot } from '../change/normalize/findDrift';
import { lineEdits } from '../text/lineEdits';
import { settle } from '../change/normalize/normalizeText';

/** What normalizing a record comes to. */
export type Normalized =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'already-normal' }
  /** A file that is left alone as a whole; one sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Brings a drifted record and its companions to the form of the template (reading 12 and what builds on it). No word is
 * lost, the reader gives the same answers, no finding is added, line endings stay, and a form that cannot be changed
 * under these laws stays as it is, byte for byte. What was normalized is normal: twice is once.
 */
export function normalize(record: ChangeRecord, options: LintOptions): Normalized {
  for (const { path, text } of record.documents) {
    const reason = whyNot(text);
    if (reason !== undefined) return { kind: 'refused', reason: `${path} ${reason}; it was left as it is.` };
  }
  const others = (options.rules ?? rules).filter(({ code }) => code !== driftedForm.code);
  const lint: Lint = (changed) => lintRecord(changed, { ...options, rules: others });
  let current = record;
  for (let before: ChangeRecord | undefined; before !== current;) {
    before = current;
    for (const { path } of record.documents) current = settle(current, path, lint);
  }
  const steps = record.documents.flatMap((document, index) =>
    editStep(document, lineEdits(document.text, current.documents[index]?.text ?? document.text)),
  );
  if (steps.length === 0) return { kind: 'already-normal' };
  const name = record.id?.text ?? record.path.slice(record.path.lastIndexOf('/') + 1);
  return { kind: 'change', change: { title: `Normalize ${name}`, steps } };
}
