import { keys } from '../../process/fieldKeys';
import { listed, quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { riskThreshold } from './riskThreshold';

export const thresholdUnreadable = defineRule({
  code: 'CG505',
  name: 'threshold-unreadable',
  severity: { draft: 'off', proposed: 'information' },
  summary: 'The acceptable risk threshold names a score or a level, so that it can be checked.',
  source: 'Risk Assessment; reading 40',
  fix: { noneBecause: 'Which risk is acceptable is for people to say.' },
  *check({ record, process: { risk: scale } }) {
    const limit = record.answer(keys.riskThreshold);
    if (limit?.filled !== true || riskThreshold(record) || /^n\/?a\b|^none\b/i.test(limit.text)) return;
    const lowest = (scale.levels[0]?.value ?? 1) ** 2;
    yield finding(
      limit,
      `The threshold ${quoted(limit.text)} cannot be checked; a score from ${String(lowest)} to ${String(scale.highest)} or one of ${listed(scale.bands.map(({ name }) => name))} can.`,
    );
  },
});
