import { quoted } from '../../text/wording';
import { titlePlace } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { formOfId, recordIdentity } from './nameOfFile';

export const longSequence = defineRule({
  code: 'CG203',
  name: 'long-sequence',
  severity: 'warning',
  summary: 'The number of an ID has three digits.',
  source: 'CR Identification; reading 2',
  fix: { noneBecause: 'Another number would be another ID, and others refer to this one.' },
  *check({ record }) {
    const identity = recordIdentity(record);
    if (!identity?.id || identity.digits <= record.process.identity.digits) return;
    yield finding(
      titlePlace(record),
      `The number of ${quoted(identity.name)} has ${String(identity.digits)} digits; the form is ${formOfId(record)}.`,
    );
  },
});
