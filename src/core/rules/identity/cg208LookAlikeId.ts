import { titlePlace } from '../places';
import { defineRule, finding } from '../rule';
import { formOfId, recordIdentity } from './nameOfFile';

export const lookAlikeId = defineRule({
  code: 'CG208',
  name: 'look-alike-id',
  severity: 'error',
  summary: 'An ID is written in ASCII letters, digits and hyphens.',
  source: 'Reading 2',
  fix: { noneBecause: 'A name that only looks like another one may be meant to; a person should look at it.' },
  *check({ record }) {
    const identity = recordIdentity(record);
    if (identity?.problem !== 'look-alike') return;
    yield finding(
      titlePlace(record),
      `The file name «${identity.name}» holds characters that only look like those of an ID; ${formOfId(record)} in plain ASCII is expected.`,
    );
  },
});
