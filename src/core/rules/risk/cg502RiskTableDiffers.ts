import { levelAt, riskScore } from '../../process/riskScale';
import { comparableName } from '../../process/comparableName';
import type { RiskScale } from '../../process/process';
import type { ChangeRecord, LevelReading, RiskReading } from '../../record/record';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace, type DocumentEdit } from '../../change/documentEdit';

export const riskTableDiffers = defineRule({
  code: 'CG502',
  name: 'risk-table-differs',
  severity: 'warning',
  summary: 'The risk matrix says of a risk what the list of risks says.',
  source: 'Risk Assessment; reading 41',
  fix: { what: 'Takes what the list says, which is the source.' },
  *check({ record, process }) {
    const named = risksByName(record.risks);
    for (const row of record.riskTable) {
      const risk = counterpart(row, record, named);
      if (!risk) continue;
      for (const [what, listed, tabled] of [
        ['probability', risk.probability, row.probability],
        ['impact', risk.impact, row.impact],
      ] as const) {
        if (!listed || !tabled || !differ(listed, tabled)) continue;
        const written = inTheFormOf(tabled, listed, process.risk);
        yield finding(
          at(row.document, tabled.span),
          `The matrix gives ${quoted(row.description.text)} the ${what} ${tabled.text}, but the list of risks gives it ${listed.text}.`,
        )
          .related(at(risk.document, listed.span), 'the list of risks')
          .fix(`Write ${written}`, () => [
            replace(at(row.document, tabled.span), written),
            ...newScore(row, tabled, listed),
          ]);
      }
    }
  },
});

/** The score that goes with a level, where the one of the row went with its levels so far. */
function newScore(row: RiskReading, tabled: LevelReading, listed: LevelReading): DocumentEdit[] {
  const { document, probability, impact, score } = row;
  const other = tabled === probability ? impact : probability;
  if (score?.value === undefined || other?.value === undefined) return [];
  if (tabled.value === undefined || listed.value === undefined) return [];
  if (score.value !== riskScore(tabled.value, other.value)) return [];
  return [replace(at(document, score.span), String(riskScore(listed.value, other.value)))];
}

function differ(a: LevelReading, b: LevelReading): boolean {
  return a.value !== undefined && b.value !== undefined && a.value !== b.value;
}

/** What the list says, in first letters where the table is written so. */
function inTheFormOf(tabled: LevelReading, listed: LevelReading, scale: RiskScale): string {
  const level = levelAt(scale, listed.text);
  if (!level) return listed.text;
  const isShort = scale.levels.some(({ letters }) => letters === tabled.text.toUpperCase());
  return isShort ? level.found.letters : listed.text.slice(0, level.length);
}

/** The risks of the list by what they are called, as it is compared. */
export function risksByName(risks: readonly RiskReading[]): ReadonlyMap<string, readonly RiskReading[]> {
  const named = new Map<string, RiskReading[]>();
  for (const risk of risks) {
    const name = comparableName(risk.description.text);
    const same = named.get(name);
    if (same) same.push(risk);
    else named.set(name, [risk]);
  }
  return named;
}

/** A list of more risks than this is compared by whole names only, so that no record takes the square of its length. */
const mostCompared = 100;

/** The risk of the list that a row means: by its words, else by "Risk 2" or its place where both have as many. */
export function counterpart(
  row: RiskReading,
  { risks, riskTable }: Pick<ChangeRecord, 'risks' | 'riskTable'>,
  named: ReturnType<typeof risksByName>,
): RiskReading | undefined {
  const name = comparableName(row.description.text);
  const same = named.get(name) ?? [];
  if (same.length === 1) return same[0];
  const number = /^(?:risk\s*|r)#?(\d{1,3})\b/i.exec(row.description.text)?.[1];
  if (number !== undefined) return risks.find((risk) => risk.number === Number(number));
  if (risks.length > mostCompared) return undefined;
  const close = [...named].flatMap(([other, each]) =>
    other.length > 5 && name.length > 5 && (other.startsWith(name) || name.startsWith(other)) ? each : [],
  );
  if (close.length === 1) return close[0];
  return riskTable.length === 1 && risks.length === 1 ? risks[0] : undefined;
}
