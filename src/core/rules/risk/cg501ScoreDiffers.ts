import { riskScore } from '../../process/riskScale';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';

export const scoreDiffers = defineRule({
  code: 'CG501',
  name: 'score-differs',
  severity: 'warning',
  summary: 'A risk score is probability × impact.',
  source: 'Risk Assessment, [Calc]; reading 39',
  fix: { what: 'Writes the score that comes out.' },
  *check({ record }) {
    for (const { document, probability, impact, score } of record.riskTable) {
      if (score?.value === undefined || probability?.value === undefined || impact?.value === undefined) continue;
      const expected = riskScore(probability.value, impact.value);
      if (score.value === expected) continue;
      const draft = finding(
        at(document, score.span),
        `The risk score is ${String(score.value)}, but ${probability.text} × ${impact.text} makes ${String(expected)}.`,
      )
        .related(at(document, probability.span), 'the probability')
        .related(at(document, impact.span), 'the impact')
        .fix(`Write ${String(expected)}`, () => [replace(at(document, score.span), String(expected))]);
      // A risk that is declared lower than it is misleads the people who approve it.
      yield score.value < expected ? draft.as('error') : draft;
    }
  },
});
