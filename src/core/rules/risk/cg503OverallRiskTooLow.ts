import { keys } from '../../process/fieldKeys';
import { highestRisk } from '../../lifecycle/highestRisk';
import { bandNamed, bandOf, compareBands } from '../../process/riskScale';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { overwrite } from '../../change/answerEdits';

export const overallRiskTooLow = defineRule({
  code: 'CG503',
  name: 'overall-risk-too-low',
  severity: { draft: 'warning', proposed: 'error' },
  summary: 'The overall risk is not below the highest of the risks.',
  source: 'Risk Assessment; readings 39 and 40',
  fix: { what: 'Writes the level of the highest risk.' },
  *check({ record, process: { risk: scale } }) {
    const [overall] = record.answer(keys.overallRisk)?.chosen ?? [];
    const answer = record.answer(keys.overallRisk);
    const declared = overall?.option && bandNamed(scale, overall.option.value);
    const highest = highestRisk(record);
    if (!answer || !overall || !declared || !highest) return;
    const band = bandOf(scale, highest.score);
    if (compareBands(scale, declared, band) >= 0) return;
    const { risk, score } = highest;
    yield finding(
      at(answer.document, overall.span),
      `The overall risk is ${declared}, but ${quoted(risk.description.text)} scores ${String(score)}, which is ${band}.`,
    )
      .related(at(risk.document, risk.description.span), 'the highest risk')
      .fix(`Write ${band}`, () => overwrite(record, { ...answer, span: overall.span }, band));
  },
});
