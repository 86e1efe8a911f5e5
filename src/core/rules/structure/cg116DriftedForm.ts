import { hasDrift } from '../../change/normalize/acceptDrift';
import { normalizeText } from '../../change/normalize/normalizeText';
import type { ChangeRecord } from '../../record/record';
import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import type { Finding } from '../../findings/finding';

export const driftedForm = defineRule({
  code: 'CG116',
  name: 'drifted-form',
  severity: 'hint',
  summary: 'A record is written in the form of the template.',
  source: 'CR Document Structure; readings 4, 12, 15, 23 and 45',
  fix: { what: 'Normalizes the file: the same words in the form of the template.' },
  *check({ record, lintWithout }) {
    const lint = (changed: ChangeRecord): readonly Finding[] => lintWithout('CG116', changed);
    // Of the record alone: nobody reads a companion for its form.
    const { document } = record;
    if (!hasDrift(record, document, lint)) return;
    yield finding(
      titlePlace(record),
      'This record differs from the format of the template. "Normalize Record" can reformat it without changing its content.',
    ).fix('Write it in the form of the template', () =>
      normalizeText(record, document.path, lint).map((edit) => ({ document, edit })),
    );
  },
});
