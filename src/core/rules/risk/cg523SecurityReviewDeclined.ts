import { keys } from '../../process/fieldKeys';
import { chosenOption } from '../../record/chosen';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const securityReviewDeclined = defineRule({
  code: 'CG523',
  name: 'security-review-declined',
  severity: { draft: 'information', proposed: 'warning' },
  summary: 'A change whose security impact is HIGH or CRITICAL is reviewed for security.',
  source: 'Security Impact; reading 26',
  fix: { noneBecause: 'Whether the assessment or the review is wrong only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const required = chosenOption(record, keys.securityReviewRequired);
    const level = chosenOption(record, keys.securityAssessment);
    if (required?.value !== 'NO' || (level?.value !== 'HIGH' && level?.value !== 'CRITICAL')) return;
    yield finding(required, `Security Review Required is NO, but the security assessment is ${level.value}.`).related(
      level,
      'the security assessment',
    );
  },
});
