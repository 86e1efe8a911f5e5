import type { ChangeRecord, RiskReading } from '../record/record';
import { riskScore } from '../process/riskScale';

/** The risk with the highest score and that score: of the list, or of the matrix where there is no list (reading 41). */
export function highestRisk({
  risks,
  riskTable,
}: Pick<ChangeRecord, 'risks' | 'riskTable'>): { readonly risk: RiskReading; readonly score: number } | undefined {
  let highest: { risk: RiskReading; score: number } | undefined;
  const listed = risks.filter(
    ({ probability, impact }) => probability?.value !== undefined && impact?.value !== undefined,
  );
  for (const risk of listed.length > 0 ? listed : riskTable) {
    if (risk.probability?.value === undefined || risk.impact?.value === undefined) continue;
    const score = riskScore(risk.probability.value, risk.impact.value);
    if (!highest || score > highest.score) highest = { risk, score };
  }
  return highest;
}
