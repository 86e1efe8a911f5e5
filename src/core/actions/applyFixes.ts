import type { ChangeRecord, RecordDocument } from '../record/record';
import { lintRecord, type LintOptions } from '../rules/engine/lintRecord';
import { isChanging, type ChangingFix, type Finding } from '../findings/finding';
import { overlaps } from '../text/span';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { readAgain } from '../change/readAgain';

/**
 * The edits of all safe fixes that do not get in each other's way, by path; the first finding comes first. Applied
 * again and again, until nothing is left, they are what fix-all does: see {@link fixedRecord}.
 */
function safeEditsByPath(findings: readonly Finding[]): ReadonlyMap<string, readonly TextEdit[]> {
  const chosen = new Map<string, TextEdit[]>();
  for (const { fixes } of findings) {
    const fix = fixes.find((each): each is ChangingFix => isChanging(each) && each.safe);
    const steps = fix?.change().steps.filter((step) => step.kind === 'edit') ?? [];
    const collides = steps.some(({ path, edits }) =>
      edits.some(({ span }) =>
        chosen
          .get(path)
          ?.some(
            (other) => overlaps(span, other.span) || span.start === other.span.start || span.end === other.span.end,
          ),
      ),
    );
    if (collides) continue;
    for (const { path, edits } of steps) chosen.set(path, [...(chosen.get(path) ?? []), ...edits]);
  }
  return chosen;
}

/** The safe edits of one text; see {@link safeEditsByPath}. */
export function safeEdits(findings: readonly Finding[], path: string): readonly TextEdit[] {
  return safeEditsByPath(findings).get(path) ?? [];
}

/**
 * A record with the safe fixes of its files and companions applied until none is left; at most as many rounds as there
 * are findings. A fix that touches several files is applied as a whole, or not in this round.
 */
export function fixedRecord(record: ChangeRecord, options: LintOptions): ChangeRecord {
  let current = record;
  let findings = lintRecord(current, options);
  for (let rounds = findings.length + 1; rounds > 0; rounds--) {
    const edits = safeEditsByPath(findings);
    const textOf = ({ path, text }: RecordDocument): string => applyEdits(text, edits.get(path) ?? []);
    const texts = new Map(current.documents.map((document) => [document.path, textOf(document)]));
    if (current.documents.every(({ path, text }) => texts.get(path) === text)) break;
    current = readAgain(current, ({ path, text }) => texts.get(path) ?? text);
    findings = lintRecord(current, options);
  }
  return current;
}

/** The text of a record's own file with its safe fixes applied until none is left. */
export function fixToFixpoint(record: ChangeRecord, options: LintOptions): string {
  return fixedRecord(record, options).document.text;
}
