import { readThreshold } from '../../lifecycle/riskScale';
import { quoted } from '../places';
import { defineRule, finding } from '../rule';

export const thresholdUnreadable = defineRule({
  code: 'CG505',
  name: 'threshold-unreadable',
  severity: { draft: 'off', proposed: 'information' },
  summary: 'The acceptable risk threshold names a score or a level, so that it can be checked.',
  source: 'Risk Assessment; reading 40',
  fix: { noneBecause: 'Which risk is acceptable is for people to say.' },
  *check({ record }) {
    const limit = record.answer('risk-threshold');
    if (limit?.filled !== true || readThreshold(limit.text) || /^n\/?a\b|^none\b/i.test(limit.text)) return;
    yield finding(
      limit,
      `The threshold ${quoted(limit.text)} cannot be checked; a score from 1 to 9 or one of LOW, MEDIUM, HIGH and CRITICAL can.`,
    );
  },
});
