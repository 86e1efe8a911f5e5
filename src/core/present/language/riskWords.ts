import { bandOf, riskScore } from '../../process/riskScale';
import type { Process, RiskScale } from '../../process/process';
import type { LevelReading, RiskReading } from '../../record/record';

/** A score and the band it falls into. */
export interface Score {
  readonly score: number;
  readonly band: string;
}

/** The score of a risk; undefined where probability or impact is not told. */
export function scoreOf({ probability, impact }: RiskReading, scale: RiskScale): Score | undefined {
  if (probability?.value === undefined || impact?.value === undefined) return undefined;
  const score = riskScore(probability.value, impact.value);
  return { score, band: bandOf(scale, score) };
}

/** "Probability Medium (2) × impact High (3) = 6 HIGH", or what is not told yet. */
export function formula(risk: RiskReading, scale: RiskScale): string {
  const score = scoreOf(risk, scale);
  const words = `Probability ${levelWords(risk.probability, scale)} × impact ${levelWords(risk.impact, scale)}`;
  return score ? `${words} = ${String(score.score)} ${score.band}` : words;
}

function levelWords(level: LevelReading | undefined, { levels }: RiskScale): string {
  const step = levels.find(({ value }) => value === level?.value);
  return step ? `${step.name} (${String(step.value)})` : '?';
}

/** "1–2 LOW, 3–4 MEDIUM, 6 HIGH, 9 CRITICAL": every score that there is, by its band. */
export function bandWords({ bands }: RiskScale): string {
  return bands
    .filter(({ scores }) => scores.length > 0)
    .map(({ name, scores }) => `${[...new Set([scores[0], scores.at(-1)])].join('–')} ${name}`)
    .join(', ');
}

/** The scores of the list, or of the matrix where there is no list (reading 41): what the aggregate is made of. */
export function scoresOf({
  risks,
  riskTable,
  process,
}: {
  readonly risks: readonly RiskReading[];
  readonly riskTable: readonly RiskReading[];
  readonly process: Pick<Process, 'risk'>;
}): readonly number[] {
  const scores = (some: readonly RiskReading[]): number[] =>
    some.flatMap((risk) => scoreOf(risk, process.risk)?.score ?? []);
  const listed = scores(risks);
  return listed.length > 0 ? listed : scores(riskTable);
}
