import { typoOf } from '../../text/similar';
import { plainText } from '../../record/plainText';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { statusEdits } from '../../change/moveStatus';

export const unknownStatus = defineRule({
  code: 'CG310',
  name: 'unknown-status',
  severity: 'information',
  summary: 'The status is one of those of the process.',
  source: 'CR Document Structure; reading 28',
  fix: { what: 'Writes the status that was mistyped, or makes a word another name of a status in the policy.' },
  *check({ record, nameStatus }) {
    const { status, process } = record;
    if (!status || status.value || status.placeholder) return;
    const ids = process.statuses.map(({ id }) => id);
    const guess = typoOf(status.text, ids);
    const words = `Status is ${quoted(status.text)}, which the process does not know`;
    const place = at(status.document, status.span);
    // A slip of the pen hides a status that others rely on; a word of the team's own is no mistake.
    if (guess !== undefined) {
      yield finding(place, `${words}. Did you mean ${guess}?`)
        .as('warning')
        .fix(`Write ${guess}`, () => statusEdits(record, { id: guess }));
      return;
    }
    const draft = finding(place, `${words}; the policy can make it another name of one that it knows.`);
    const word = plainText(status.text);
    if (nameStatus && word.length <= longestName && !/[\r\n]/.test(word))
      for (const id of ids)
        draft.fixBy(`Add ${quoted(word)} as another name of ${id} to the policy`, () => nameStatus(id, word));
    yield draft;
  },
});

/** What is longer is no name. */
const longestName = 40;
