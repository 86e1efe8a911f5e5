import { quoted } from '../../text/wording';
import { titlePlace } from '../../record/places';
import { isTimed } from '../../process/recordId';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { recordIdentity } from './nameOfFile';

export const impossibleId = defineRule({
  code: 'CG202',
  name: 'impossible-id',
  severity: 'error',
  summary: 'The day of an ID is in the calendar and its number begins at 001.',
  source: 'CR Identification; reading 2',
  fix: { noneBecause: 'Which day or number was meant only a person can say.' },
  *check({ record }) {
    const identity = recordIdentity(record);
    if (identity?.problem === 'date') {
      yield finding(
        titlePlace(record),
        `The file name ${quoted(identity.name)} names a day that is not in the calendar${isTimed(record.process.identity) ? ', or no time of day' : ''}.`,
      );
    } else if (identity?.problem === 'zero') {
      yield finding(
        titlePlace(record),
        `The file name ${quoted(identity.name)} ends with the number 000; numbers begin at 001.`,
      );
    }
  },
});
