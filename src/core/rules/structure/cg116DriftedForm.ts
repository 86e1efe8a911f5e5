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
  severity: 'information',
  summary: 'A record is written in the form of the template.',
  source: 'CR Document Structure; readings 4, 12, 15, 23 and 45',
  fix: { what: 'Normalizes the file: the same words in the form of the template.' },
  editorOnly: true,
  *check({ record, lintWithout }) {
    const lint = (changed: ChangeRecord): readonly Finding[] => lintWithout('CG116', changed);
    for (const document of record.documents) {
      if (!hasDrift(record, document, lint)) continue;
      const draft = finding(
        titlePlace({ document }),
        'The record says things in another form than the template; normalizing it changes no word of what it says.',
      );
      const { path } = document;
      yield draft.fix('Write it in the form of the template', () =>
        normalizeText(record, path, lint).map((edit) => ({ document, edit })),
      );
    }
  },
});
