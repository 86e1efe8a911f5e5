import { closest } from '../../text/similar';
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
  fix: { what: 'Writes the status that is nearest.' },
  *check({ record }) {
    const { status, process } = record;
    if (!status || status.value || status.placeholder) return;
    const ids = process.statuses.map(({ id }) => id);
    const guess = closest(status.text, ids);
    const hint = guess ? ` Did you mean ${guess}?` : ` Expected one of ${listed(ids)}.`;
    const draft = finding(
      at(status.document, status.span),
      `Status is ${quoted(status.text)}, which the process does not know.${hint}`,
    );
    // A slip of the pen hides a status that others rely on; another word may be one that the team uses.
    yield guess ? draft.as('warning').fix(`Write ${guess}`, () => statusEdits(record, { id: guess })) : draft;
  },
});
