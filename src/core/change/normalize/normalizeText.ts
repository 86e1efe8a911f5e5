import type { ChangeRecord } from '../../record/record';
import type { TextEdit } from '../../text/textEdit';
import { slice } from '../../text/span';
import { acceptRound, type Lint } from './acceptDrift';
import type { Drift } from './drift';
import { findDrift } from './findDrift';
import { lineEdits } from '../../text/lineEdits';

/** A text is normalized in at most this many rounds; a record takes four or five. */
const mostRounds = 64;

/** The edits that bring one text of a record to the form of the template; none if it has it. */
export function normalizeText(record: ChangeRecord, path: string, lint: Lint): TextEdit[] {
  const textIn = ({ documents }: ChangeRecord): string => documents.find((each) => each.path === path)?.text ?? '';
  return lineEdits(textIn(record), textIn(settle(record, path, lint)));
}

/** One text of a record brought to the form of the template, round after round until nothing is accepted any more. */
export function settle(record: ChangeRecord, path: string, lint: Lint): ChangeRecord {
  let current = record;
  // What was not accepted is not tried again in every round, but once more at the end: its surroundings have changed.
  let rejected = new Set<string>();
  for (let rounds = 0; rounds < mostRounds; rounds++) {
    const document = current.documents.find((each) => each.path === path);
    if (!document) break;
    const found = [...findDrift(current, document)].filter((drift) => !rejected.has(keyOf(document.text, drift)));
    const round = acceptRound(current, document, lint, found);
    if (round) {
      for (const drift of round.rejected) rejected.add(keyOf(document.text, drift));
      current = round.record;
    } else if (rejected.size > 0) rejected = new Set();
    else break;
  }
  return current;
}

/** A drift by its words, wherever it then stands. */
function keyOf(text: string, { edits }: Drift): string {
  return JSON.stringify(edits.map(({ span, newText }) => [slice(text, span), newText]));
}
