import { keys } from '../../process/fieldKeys';
import { highestRisk } from '../../lifecycle/highestRisk';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { riskThreshold } from './riskThreshold';

export const acceptedAboveThreshold = defineRule({
  code: 'CG504',
  name: 'accepted-above-threshold',
  severity: { draft: 'warning', proposed: 'error' },
  summary: 'A risk above the acceptable threshold is not accepted as it is.',
  source: 'Risk Assessment; reading 40',
  fix: { noneBecause: 'Whether to mitigate the risk or to raise the threshold is for people to decide.' },
  *check({ record }) {
    const acceptance = record.answer(keys.riskAcceptance);
    const [accepted] = acceptance?.chosen ?? [];
    const limit = record.answer(keys.riskThreshold);
    if (!acceptance || accepted?.option?.value !== 'ACCEPTED' || limit?.filled !== true) return;
    const threshold = riskThreshold(record);
    const highest = highestRisk(record);
    if (!threshold || !highest || highest.score <= threshold.score) return;
    yield finding(
      at(acceptance.document, accepted.span),
      `The risk is ACCEPTED, but its score ${String(highest.score)} is above the threshold ${threshold.name}.`,
    )
      .related(limit, 'the threshold')
      .related(at(highest.risk.document, highest.risk.description.span), 'the highest risk');
  },
});
