import type { ChangeRecord } from '../record/record';
import { readRecord } from '../record/readRecord';
import { lintRecord, type LintOptions } from '../rules/lintRecord';
import type { Finding, Fix } from '../rules/rule';
import { overlaps } from '../text/span';
import { applyEdits, type TextEdit } from '../text/textEdit';

/** The text of a file after one fix; the rest of a fix that touches several files is for their texts. */
export function applyFix(path: string, text: string, fix: Fix): string {
  return applyEdits(
    text,
    fix.edits.filter((each) => each.path === path).map(({ edit }) => edit),
  );
}

/**
 * The edits of all safe fixes of one text that do not get in each other's way; the first finding comes first. Applied
 * again and again, until nothing is left, they are what fix-all does: see {@link fixToFixpoint}.
 */
export function safeEdits(findings: readonly Finding[], path: string): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ safe, rename }) => safe && rename === undefined);
    const edits = fix?.edits.filter((each) => each.path === path).map(({ edit }) => edit) ?? [];
    const collides = edits.some(({ span }) =>
      chosen.some(
        (other) => overlaps(span, other.span) || span.start === other.span.start || span.end === other.span.end,
      ),
    );
    if (!collides) chosen.push(...edits);
  }
  return chosen;
}

/** The text of a record with its safe fixes applied until none is left; at most as many rounds as there are findings. */
export function fixToFixpoint(record: ChangeRecord, options: LintOptions): string {
  let current = record;
  let rounds = lintRecord(record, options).length + 1;
  while (rounds-- > 0) {
    const edits = safeEdits(lintRecord(current, options), current.path);
    if (edits.length === 0) break;
    const text = applyEdits(current.document.text, edits);
    if (text === current.document.text) break;
    current = readRecord({
      process: current.process,
      path: current.path,
      text,
      identity: current.fileIdentity,
      companions: current.documents.slice(1).map((document) => ({ path: document.path, text: document.text })),
    });
  }
  return current.document.text;
}
