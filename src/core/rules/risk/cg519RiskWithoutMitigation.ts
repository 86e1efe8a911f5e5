import { bandOf, isHighBand, riskScore } from '../../process/riskScale';
import { comparableName } from '../../process/comparableName';
import { isPlaceholder } from '../../process/placeholder';
import type { ChangeRecord, RiskReading } from '../../record/record';
import { blankLine } from '../../text/blankLine';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const riskWithoutMitigation = defineRule({
  code: 'CG519',
  name: 'risk-without-mitigation',
  severity: { draft: 'off', proposed: 'warning', over: 'information' },
  summary: 'A high risk says how it is mitigated.',
  source: 'Risk Assessment, Mitigation; Troubleshooting: Impact assessment reveals high risk',
  fix: { what: 'Goes to the risk; only a person knows what helps.' },
  appliesTo: ['change-request'],
  *check({ record, process: { risk: scale } }) {
    const listed = record.risks.filter(({ probability, impact }) => probability?.value && impact?.value);
    const tabled = new Map(record.riskTable.map((row) => [comparableName(row.description.text), row]));
    for (const [index, risk] of (listed.length > 0 ? listed : record.riskTable).entries()) {
      if (risk.probability?.value === undefined || risk.impact?.value === undefined) continue;
      const score = riskScore(risk.probability.value, risk.impact.value);
      const band = bandOf(scale, score);
      if (!isHighBand(scale, band) || isMitigated(risk) || speaksOfIt(risk, record)) continue;
      const row = tabled.get(comparableName(risk.description.text)) ?? record.riskTable[index];
      if (row && row !== risk && isMitigated(row)) continue;
      const place = at(risk.document, risk.description.span);
      yield finding(
        place,
        `${quoted(risk.description.text)} scores ${String(score)}, which is ${band}, but has no mitigation.`,
      ).goTo('Go to the risk', risk.mitigation ? at(risk.document, risk.mitigation.span) : place);
    }
  },
});

function isMitigated({ mitigation }: RiskReading): boolean {
  return mitigation?.filled === true;
}

/** Whether a label of another form below the risk ("Mitigations:", "Countermeasure") says something. */
function speaksOfIt(risk: RiskReading, { risks }: ChangeRecord): boolean {
  if (risk.source === 'table') return false;
  const next = risks.find(({ document, span }) => document === risk.document && span.start > risk.span.start);
  const { text } = risk.document;
  const below = text.slice(risk.span.end, Math.min(next?.span.start ?? text.length, risk.span.end + 3000));
  const own = next ? below : below.slice(0, blankLine.exec(below)?.index);
  return own.split(/[\r\n]+/).some((line) => {
    const words = /(?:mitigat|counter|safeguard|prevent)\w*[^:]{0,40}:[\s*_]*(.*)$/i.exec(line)?.[1];
    return words !== undefined && words !== '' && !isPlaceholder(words);
  });
}
