import { comparableName } from '../../process/comparableName';
import type { LevelReading, RiskReading } from '../../record/record';
import { at, quoted } from '../places';
import { defineRule, finding, replace } from '../rule';

export const riskTableDiffers = defineRule({
  code: 'CG502',
  name: 'risk-table-differs',
  severity: 'error',
  summary: 'The risk matrix says of a risk what the list of risks says.',
  source: 'Risk Assessment; reading 41',
  fix: { what: 'Takes what the list says, which is the source.' },
  *check({ record }) {
    for (const row of record.riskTable) {
      const risk = counterpart(row, record.risks, record.riskTable.length);
      if (!risk) continue;
      for (const [what, listed, tabled] of [
        ['probability', risk.probability, row.probability],
        ['impact', risk.impact, row.impact],
      ] as const) {
        if (!listed || !tabled || !differ(listed, tabled)) continue;
        const written =
          tabled.text.length === 1
            ? listed.text.charAt(0).toUpperCase()
            : (/^\p{L}+/u.exec(listed.text)?.[0] ?? listed.text);
        yield finding(
          at(row.document, tabled.span),
          `The matrix gives ${quoted(row.description.text)} the ${what} ${tabled.text}, but the list of risks gives it ${listed.text}.`,
        )
          .related(at(risk.document, listed.span), 'the list of risks')
          .fix(`Write ${written}`, [replace(at(row.document, tabled.span), written)]);
      }
    }
  },
});

function differ(a: LevelReading, b: LevelReading): boolean {
  return a.value !== undefined && b.value !== undefined && a.value !== b.value;
}

/** The risk of the list that a row means: by its words, else by «Risk 2» or its place where both have as many. */
function counterpart(row: RiskReading, risks: readonly RiskReading[], rows: number): RiskReading | undefined {
  const name = comparableName(row.description.text);
  const named = risks.filter(({ description }) => comparableName(description.text) === name);
  if (named.length === 1) return named[0];
  const number = /^(?:risk\s*|r)#?(\d{1,3})\b/i.exec(row.description.text)?.[1];
  if (number !== undefined) return risks.find((risk) => risk.number === Number(number));
  const close = risks.filter(({ description }) => {
    const other = comparableName(description.text);
    return other.length > 5 && name.length > 5 && (other.startsWith(name) || name.startsWith(other));
  });
  if (close.length === 1) return close[0];
  return rows === 1 && risks.length === 1 ? risks[0] : undefined;
}
