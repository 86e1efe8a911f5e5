import type { RecordSummary } from '../workspace/recordSummary';
import { bandOf, compareBands, riskScore } from '../process/riskScale';
import type { Process, RiskScale } from '../process/process';
import { named, type NamedRecord } from './metrics/metricsReport';

/** Probability × impact over all open records of processes that score alike: each stands in the cell of its highest risk. */
export interface PortfolioMatrix {
  /** The processes that score so, by name. */
  readonly processes: readonly string[];
  /** From the lowest. */
  readonly levels: readonly { readonly name: string; readonly value: number }[];
  /** Rows from the highest probability down, in each the cells from the lowest impact on: as the matrix of a record lies. */
  readonly rows: readonly { readonly probability: string; readonly cells: readonly MatrixCell[] }[];
  /** Open records without a risk that could be scored, with what they declare. */
  readonly unplaced: readonly { readonly record: NamedRecord; readonly risk: string | null }[];
  /** How many records stand in the matrix. */
  readonly placed: number;
}

/** A cell of the matrix. */
export interface MatrixCell {
  readonly probability: string;
  readonly impact: string;
  readonly score: number;
  readonly band: string;
  /** 0 for the lowest of the four tones of pictures, 3 for the highest. */
  readonly tone: 0 | 1 | 2 | 3;
  readonly records: readonly { readonly record: NamedRecord; readonly risk: string }[];
}

/** One matrix for each way of scoring that open records use. */
export function portfolioMatrices(open: readonly RecordSummary[], processes: readonly Process[]): PortfolioMatrix[] {
  const scales = new Map<string, { scale: RiskScale; processes: Process[]; records: RecordSummary[] }>();
  for (const process of processes) {
    const records = open.filter(({ processId }) => processId === process.id);
    if (records.length === 0) continue;
    const { levels, bands } = process.risk;
    const key = JSON.stringify([levels.map(({ name, value }) => [name, value]), bands]);
    const same = scales.get(key);
    if (same) {
      same.processes.push(process);
      same.records.push(...records);
    } else {
      scales.set(key, { scale: process.risk, processes: [process], records });
    }
  }
  return [...scales.values()].map(({ scale, processes: some, records }) =>
    matrixOf(
      scale,
      some.map(({ name }) => name),
      records,
    ),
  );
}

function matrixOf(scale: RiskScale, processes: readonly string[], records: readonly RecordSummary[]): PortfolioMatrix {
  const placed = records.filter(({ course }) => course.highestRisk !== null);
  const rows = [...scale.levels].reverse().map((probability) => ({
    probability: probability.name,
    cells: scale.levels.map((impact): MatrixCell => {
      const score = riskScore(probability.value, impact.value);
      const band = bandOf(scale, score);
      return {
        probability: probability.name,
        impact: impact.name,
        score,
        band,
        tone: toneOf(scale, band),
        records: placed.flatMap((record) => {
          const risk = record.course.highestRisk;
          return risk?.probability === probability.value && risk.impact === impact.value
            ? [{ record: named(record), risk: risk.description }]
            : [];
        }),
      };
    }),
  }));
  return {
    processes,
    levels: scale.levels.map(({ name, value }) => ({ name, value })),
    rows,
    unplaced: records
      .filter(({ course }) => course.highestRisk === null)
      .map((record) => ({ record: named(record), risk: record.risk })),
    placed: placed.length,
  };
}

/** Bands by their share of the scale; above the one that is called high always the last tone. */
function toneOf(scale: RiskScale, band: string): MatrixCell['tone'] {
  if (compareBands(scale, band, scale.high) > 0) return 3;
  if (compareBands(scale, band, scale.high) === 0) return 2;
  return band === scale.bands[0]?.name ? 0 : 1;
}
