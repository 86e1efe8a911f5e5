import { typoOf } from '../../text/similar';
import { at } from '../../record/places';
import { listed, quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { statusEdits } from '../../change/moveStatus';

export const unknownStatus = defineRule({
  code: 'CG310',
  name: 'unknown-status',
  severity: 'information',
  summary: 'The status is one of those of the process.',
  source: 'CR Document Structure; reading 28',
  fix: { what: 'Writes the status that was mistyped.' },
  *check({ record }) {
    const { status, process } = record;
    if (!status || status.value || status.placeholder) return;
    const ids = process.statuses.map(({ id }) => id);
    const guess = typoOf(status.text, ids);
    const words = `Status is ${quoted(status.text)}, which the process does not know.`;
    const place = at(status.document, status.span);
    if (guess !== undefined)
      yield finding(place, `${words} Did you mean ${guess}?`)
        .as('warning')
        .fix(`Write ${guess}`, () => statusEdits(record, { id: guess }));
    // A slip of the pen hides a status that others rely on; a word of the team's own is no mistake.
    else yield finding(place, `${words} It has ${listed(ids)}; the policy can name others for them.`);
  },
});
