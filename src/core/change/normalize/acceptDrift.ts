import type { ChangeRecord, RecordDocument } from '../../record/record';
import { isStatusDrifted } from '../../record/statusDrift';
import { overlaps } from '../../text/span';
import { applyEdits, type TextEdit } from '../../text/textEdit';
import type { Drift } from './drift';
import { findDrift } from './findDrift';
import { keepsMeaning, keepsWords } from './keepsMeaning';
import { readAgain } from '../readAgain';

/** What the rules find in a record: normalizing must not add to it. Only their codes are compared. */
export type Lint = (record: ChangeRecord) => readonly { readonly code: string }[];

/** How often a round tries something out. What is not reached is left as it is, in every run alike. */
const mostTrials = 32;

/** A text in which one round of drift was brought to the form of the template. */
interface Round {
  readonly record: ChangeRecord;
  /** What was tried out by itself and not accepted. */
  readonly rejected: readonly Drift[];
}

/**
 * Whether normalizing would change a text in more than the form of its status. Nearly always told by the reading alone;
 * where it cannot be, what was found is tried out until something is accepted.
 */
export function hasDrift(record: ChangeRecord, document: RecordDocument, lint: Lint): boolean {
  const found: Drift[] = [];
  const { status } = record;
  const toldStatus = status && isStatusDrifted(status) ? status.span : undefined;
  for (const drift of findDrift(record, document)) {
    // Of the form of the status alone CG312 tells.
    if (toldStatus && drift.edits.length === 1 && drift.edits[0]?.span === toldStatus) continue;
    if (drift.isCertain) return true;
    found.push(drift);
  }
  return found.length > 0 && acceptRound(record, document, lint, found) !== undefined;
}

/** One round: all drift that can be brought to the form of the template together; undefined if none can. */
export function acceptRound(
  record: ChangeRecord,
  document: RecordDocument,
  lint: Lint,
  found: readonly Drift[] = [...findDrift(record, document)],
): Round | undefined {
  const trial = new Trial(record, document, lint);
  let rest = [...found].sort((a, b) => Number(b.isCertain ?? false) - Number(a.isCertain ?? false));
  while (rest.length > 0) {
    const batch = apart(rest);
    trial.accept(batch);
    if (trial.best) return { record: trial.best, rejected: trial.rejected };
    rest = rest.filter((drift) => !batch.includes(drift));
  }
  return undefined;
}

/** Drifts that do not get in each other's way. */
function apart(drifts: readonly Drift[]): Drift[] {
  const chosen: Drift[] = [];
  const taken: TextEdit[] = [];
  for (const drift of drifts) {
    const collides = drift.edits.some(({ span }) =>
      taken.some(
        (other) => overlaps(span, other.span) || span.start === other.span.start || span.end === other.span.end,
      ),
    );
    if (collides) continue;
    chosen.push(drift);
    taken.push(...drift.edits);
  }
  return chosen;
}

/** Tries drifts out, in halves where they do not go together. */
class Trial {
  best: ChangeRecord | undefined;
  readonly rejected: Drift[] = [];
  private accepted: readonly Drift[] = [];
  private left = mostTrials;
  private known: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly record: ChangeRecord,
    private readonly document: RecordDocument,
    private readonly lint: Lint,
  ) {}

  accept(drifts: readonly Drift[]): void {
    if (drifts.length === 0 || this.left-- <= 0) return;
    const wanted = [...this.accepted, ...drifts];
    const record = this.tryOut(wanted);
    if (record) {
      this.best = record;
      this.accepted = wanted;
    } else if (drifts.length === 1) {
      this.rejected.push(...drifts);
    } else {
      const middle = drifts.length >> 1;
      this.accept(drifts.slice(0, middle));
      this.accept(drifts.slice(middle));
    }
  }

  private tryOut(drifts: readonly Drift[]): ChangeRecord | undefined {
    const { text, path } = this.document;
    const now = applyEdits(
      text,
      drifts.flatMap(({ edits }) => edits),
    );
    if (now === text || !keepsWords(text, now, drifts.map(({ givesUp = '' }) => givesUp).join(' '))) return undefined;
    const record = withText(this.record, path, now);
    return keepsMeaning(this.record, record) && !this.addsFinding(record) ? record : undefined;
  }

  private addsFinding(record: ChangeRecord): boolean {
    this.known ??= counted(this.lint(this.record));
    for (const [code, count] of counted(this.lint(record))) if (count > (this.known.get(code) ?? 0)) return true;
    return false;
  }
}

function counted(findings: ReturnType<Lint>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** The record with another text in one of its files. */
function withText(record: ChangeRecord, path: string, text: string): ChangeRecord {
  return readAgain(record, (document) => (document.path === path ? text : document.text));
}
