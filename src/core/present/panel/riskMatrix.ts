import { keys } from '../../process/fieldKeys';
import { highestRisk } from '../../lifecycle/highestRisk';
import { bandOf, readThreshold, riskScore } from '../../process/riskScale';
import type { RiskScale } from '../../process/process';
import type { Answer, ChangeRecord, LevelReading, RiskReading } from '../../record/record';
import { counted } from '../../text/counted';
import { answerTarget, oneLine, saidIn, targetOf } from './panelParts';
import type {
  AcceptedRisk,
  BlastRadius,
  PictureTable,
  RiskBandView,
  RiskCell,
  RiskLevelMark,
  RiskMark,
  RiskMatrix,
  RiskScore,
} from './recordPanel';

/** The risks of a record on the scale of its process (readings 39 to 41). */
export function riskMatrix(record: ChangeRecord): RiskMatrix {
  const scale = record.process.risk;
  const bands = bandViews(scale);
  const accepted = acceptedRisk(record);
  const limit = accepted?.score;
  const read = record.risks.length > 0 ? record.risks : record.riskTable;
  const risks = read.map((risk) => markOf(risk, scale, limit));
  const rated = risks.flatMap(({ score }) => score ?? []);
  const highest = highestRisk(record);
  const inherent = highest && { score: highest.score, band: bandOf(scale, highest.score) };
  const overall = record.answer(keys.overallRisk);
  const band = saidIn(record, keys.overallRisk);
  const acceptance = record.answer(keys.riskAcceptance);
  const said = saidIn(record, keys.riskAcceptance);
  return {
    levels: scale.levels.map(({ name, value }) => ({ name, value })),
    bands,
    cells: cellsOf(scale, bands, risks, limit),
    risks,
    inherent,
    accepted,
    sum: rated.reduce((sum, score) => sum + score, 0),
    declared: overall && band !== undefined ? { band, target: answerTarget(overall) } : undefined,
    acceptance: acceptance && said !== undefined ? { text: said, target: answerTarget(acceptance) } : undefined,
    blastRadius: blastRadius(record),
    summary: summaryOf(risks, inherent, accepted, band, said),
    table: tableOf(risks),
  };
}

/** The tone of a band: its place among all of them, spread over the four that there are. */
function bandViews({ bands }: RiskScale): readonly RiskBandView[] {
  return bands.map(({ name, from, scores }, index) => ({
    name,
    from: scores[0] ?? from,
    to: scores.at(-1) ?? from,
    tone: toneOf(bands.length > 1 ? index / (bands.length - 1) : 0),
  }));
}

function toneOf(part: number): RiskBandView['tone'] {
  const tones = [0, 1, 2, 3] as const;
  return tones[Math.round(part * 3)] ?? 3;
}

function cellsOf(
  scale: RiskScale,
  bands: readonly RiskBandView[],
  risks: readonly RiskMark[],
  limit: number | undefined,
): readonly RiskCell[] {
  return [...scale.levels].reverse().flatMap((probability) =>
    scale.levels.map((impact): RiskCell => {
      const score = riskScore(probability.value, impact.value);
      const band = bandOf(scale, score);
      return {
        probability: probability.value,
        impact: impact.value,
        score,
        band,
        tone: bands.find(({ name }) => name === band)?.tone ?? 0,
        aboveThreshold: limit !== undefined && score > limit,
        risks: risks
          .filter((risk) => risk.probability?.value === probability.value && risk.impact?.value === impact.value)
          .map(({ number }) => number),
      };
    }),
  );
}

function markOf(risk: RiskReading, scale: RiskScale, limit: number | undefined): RiskMark {
  const { probability, impact, mitigation } = risk;
  const score =
    probability?.value === undefined || impact?.value === undefined
      ? undefined
      : riskScore(probability.value, impact.value);
  return {
    number: risk.number,
    text: oneLine(risk.description.text),
    probability: levelMark(risk, probability),
    impact: levelMark(risk, impact),
    score,
    band: score === undefined ? undefined : bandOf(scale, score),
    aboveThreshold: score !== undefined && limit !== undefined && score > limit,
    mitigation: mitigation?.filled === true ? oneLine(mitigation.text) : undefined,
    source: risk.source,
    target: targetOf({ document: risk.document, span: risk.description.span }),
  };
}

function levelMark({ document }: RiskReading, level: LevelReading | undefined): RiskLevelMark | undefined {
  return level && { text: oneLine(level.text), value: level.value, target: targetOf({ document, span: level.span }) };
}

function acceptedRisk({ answer, process }: ChangeRecord): AcceptedRisk | undefined {
  const threshold = answer(keys.riskThreshold);
  if (threshold?.filled !== true) return undefined;
  const read = readThreshold(process.risk, threshold.text);
  return {
    text: oneLine(threshold.text),
    score: read?.score,
    band: read && bandOf(process.risk, read.score),
    target: answerTarget(threshold),
  };
}

function blastRadius(record: ChangeRecord): BlastRadius {
  const answer = record.answer(keys.blastRadius);
  const facts: readonly (readonly [keys: readonly string[], label: string])[] = [
    [[keys.affectedSystems, keys.systemsAffected], 'Systems'],
    [[keys.affectedUsers, keys.usersAffected], 'Users'],
    [[keys.affectedTeams], 'Teams'],
    [[keys.impactDuration, keys.downtime], 'Duration'],
    [[keys.reversibility], 'Reversibility'],
  ];
  return {
    sizes: record.process.field(keys.blastRadius)?.options.map(({ value }) => value) ?? [],
    size: answer?.filled === true ? answer.chosen[0]?.option?.value : undefined,
    target: answer && answerTarget(answer),
    facts: facts.flatMap(([keys, label]) => {
      const found = keys.flatMap((key): [Answer, string][] => {
        const said = saidIn(record, key);
        const where = record.answer(key);
        return said !== undefined && where ? [[where, said]] : [];
      })[0];
      return found ? [{ label, value: found[1], target: answerTarget(found[0]) }] : [];
    }),
  };
}

function summaryOf(
  risks: readonly RiskMark[],
  inherent: RiskScore | undefined,
  accepted: AcceptedRisk | undefined,
  declared: string | undefined,
  acceptance: string | undefined,
): string {
  if (!inherent)
    return declared === undefined
      ? 'No risk is rated yet.'
      : `The risk level is ${declared}; no single risks are listed.`;
  const above = risks.filter(({ aboveThreshold }) => aboveThreshold).length;
  const limit =
    accepted === undefined
      ? 'no threshold is named'
      : accepted.score === undefined
        ? `the threshold "${accepted.text}" cannot be read`
        : above === 0
          ? `none above the threshold of ${accepted.text}`
          : `${String(above)} above the threshold of ${accepted.text}`;
  const end = acceptance === undefined ? '' : ` Acceptance: ${acceptance}.`;
  return `${counted(risks.length, 'risk')}, the highest ${String(inherent.score)} ${inherent.band}; ${limit}.${end}`;
}

function tableOf(risks: readonly RiskMark[]): PictureTable {
  return {
    caption: 'Risks',
    columns: ['Risk', 'Probability', 'Impact', 'Score', 'Threshold', 'Mitigation'],
    rows: risks.map(({ number, text, probability, impact, score, band, aboveThreshold, mitigation, target }) => ({
      cells: [
        `${String(number)}. ${text}`,
        probability?.text ?? '',
        impact?.text ?? '',
        score === undefined ? 'not rated' : `${String(score)} ${band ?? ''}`,
        aboveThreshold ? 'above' : '',
        mitigation ?? 'none',
      ],
      target,
    })),
    empty: 'No risks are listed. Write them under "Identified Risks".',
  };
}
