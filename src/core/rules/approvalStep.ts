import { keys } from '../process/fieldKeys';
import type { ChangeRecord, Place } from '../record/record';
import type { Span } from '../text/span';

/** The step of the plan that says that the approval was given; `span` is its words. */
export interface ApprovalStep extends Place {
  readonly text: string;
  /** Its box. */
  readonly box: Span;
}

/** `- [x] CR approved and ATP token received` before the implementation; undefined where it is not ticked. */
export function tickedApprovalStep({ answer }: Pick<ChangeRecord, 'answer'>): ApprovalStep | undefined {
  const prerequisites = answer(keys.prerequisites);
  const step = prerequisites?.chosen.find(({ text }) => /\bapproved\b.*\b(?:ATP|token)\b/i.test(text));
  if (!prerequisites || !step?.box) return undefined;
  return { document: prerequisites.document, span: step.span, text: step.text, box: step.box };
}
