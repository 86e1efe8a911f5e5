import { quoted } from '../../text/wording';
import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';
import { formOfId, recordIdentity } from './nameOfFile';

export const lookAlikeId = defineRule({
  code: 'CG208',
  name: 'look-alike-id',
  severity: 'error',
  summary: 'An ID is written in ASCII letters, digits and hyphens.',
  source: 'Reading 2',
  fix: { what: 'Writes the ID of the file into the record. A file name is for a person to look at.' },
  *check({ record }) {
    const identity = recordIdentity(record);
    if (!identity) return;
    const { id } = identity;
    if (identity.problem === 'look-alike') {
      yield finding(
        titlePlace(record),
        `The file name ${quoted(identity.name)} holds characters that only look like those of an ID; ${formOfId(record)} in ASCII is expected.`,
      );
    }
    for (const mention of record.namedIds.flat()) {
      if (mention.read.kind !== 'malformed' || mention.read.problem !== 'look-alike') continue;
      const draft = finding(
        mention,
        `${quoted(mention.text)} holds characters that only look like those of an ID; ${id?.text ?? formOfId(record)} in ASCII is expected.`,
      );
      yield id ? draft.fix(`Write ${id.text}`, () => [replace(mention, id.text)]) : draft;
    }
  },
});
