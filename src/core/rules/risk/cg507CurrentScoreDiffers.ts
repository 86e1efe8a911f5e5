import { keys } from '../../process/fieldKeys';
import { highestRisk } from '../../lifecycle/highestRisk';
import { bandAt, bandOf } from '../../process/riskScale';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { overwrite } from '../../change/answerEdits';

export const currentScoreDiffers = defineRule({
  code: 'CG507',
  name: 'current-score-differs',
  severity: { draft: 'information', proposed: 'warning' },
  summary: 'The current risk score is that of the highest risk.',
  source: 'Risk Assessment; reading 39',
  fix: { what: 'Writes the score of the highest risk.' },
  *check({ record, process: { risk: scale } }) {
    const current = record.answer(keys.currentRiskScore);
    const highest = highestRisk(record);
    if (current?.filled !== true || !highest) return;
    const written = /^[*_]*(\d{1,5})(?![\d.%])/.exec(current.text)?.[1];
    const named = bandAt(scale, current.text.replace(/^[*_]+/, ''));
    const word = named?.found.name;
    const differs =
      written === undefined
        ? word !== undefined && word !== bandOf(scale, highest.score)
        : Number(written) !== highest.score;
    // The sum of the scores is information that some teams write here (reading 39); it is no contradiction.
    if (!differs || (written !== undefined && Number(written) > highest.score)) return;
    const { risk, score } = highest;
    const value = written === undefined ? bandOf(scale, score) : String(score);
    const start = current.span.start + current.text.search(/[\d\p{L}]/u);
    const span = { start, end: start + (written?.length ?? named?.length ?? 0) };
    yield finding(
      at(current.document, span),
      `The current risk score is ${written ?? word ?? ''}, but ${quoted(risk.description.text)} makes it ${value}.`,
    )
      .related(at(risk.document, risk.description.span), 'the highest risk')
      .fix(`Write ${value}`, () => overwrite(record, { ...current, span }, value));
  },
});
