import { keys } from '../../process/fieldKeys';
import { highestRisk } from '../../lifecycle/highestRisk';
import { bandOf, readThreshold } from '../../process/riskScale';
import type { RiskScale } from '../../process/process';
import type { ChangeRecord, RecordDocument, RiskReading } from '../../record/record';
import { quoted } from '../../text/wording';
import { counted } from '../../text/counted';
import type { Span } from '../../text/span';
import type { Hover, HoverLine } from './hover';
import { bandWords, formula, scoreOf, scoresOf } from './riskWords';

/** The fields that tell of all risks together. */
const aggregates: readonly string[] = [
  keys.overallRisk,
  keys.currentRiskScore,
  keys.riskThreshold,
  keys.riskAcceptance,
];

/** How a score comes about: on a risk of the list or of the matrix, and where all of them are summed up (reading 39). */
export function riskHover(record: ChangeRecord, document: RecordDocument, offset: number): Hover | undefined {
  const { risk: scale } = record.process;
  for (const risk of [...record.risks, ...record.riskTable]) {
    const span =
      risk.document === document ? partsOf(risk).find(({ start, end }) => start <= offset && offset <= end) : undefined;
    if (!span) continue;
    const { description } = risk;
    return {
      span,
      lines: [
        { kind: 'heading', text: description.text },
        { kind: 'text', text: formula(risk, scale) },
        ...notes(risk, scale),
        scaleLine(scale),
      ],
    };
  }
  const answers = record.answers.filter((each) => each.document === document && aggregates.includes(each.field.key));
  for (const { label, span: value, form } of answers) {
    const span = [value, ...(form === 'front-matter' ? [] : [label])].find(
      ({ start, end }) => start <= offset && offset <= end && end > start,
    );
    const lines = span && aggregateLines(record);
    if (span && lines) return { span, lines };
  }
  return undefined;
}

/** The lines that tell the risk, its probability and its impact; in the matrix all of its row. */
function partsOf(risk: RiskReading): Span[] {
  if (risk.source === 'table') return [risk.span];
  return [risk.description.span, risk.probability?.span, risk.impact?.span].flatMap((span) =>
    span && span.end > span.start ? [fromLineStart(risk.document.text, span)] : [],
  );
}

/** From the first character of its line that is no blank. */
function fromLineStart(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && !/[\r\n]/.test(text.charAt(from - 1))) from--;
  while (from < start && /[ \t]/.test(text.charAt(from))) from++;
  return { start: from, end };
}

/** What the score column says, where it says something else. */
function notes(risk: RiskReading, scale: RiskScale): HoverLine[] {
  const written = risk.score?.value;
  const score = scoreOf(risk, scale)?.score;
  if (written === undefined || score === undefined || written === score) return [];
  return [{ kind: 'text', text: `The table says ${String(written)}.` }];
}

function aggregateLines(record: ChangeRecord): HoverLine[] | undefined {
  const { risk: scale } = record.process;
  const highest = highestRisk(record);
  if (!highest) return undefined;
  const scores = scoresOf(record);
  const sum = scores.reduce((all, score) => all + score, 0);
  const threshold = record.answer(keys.riskThreshold);
  const limit = threshold?.filled === true ? readThreshold(scale, threshold.text) : undefined;
  return [
    { kind: 'heading', text: `${String(highest.score)} ${bandOf(scale, highest.score)}` },
    {
      kind: 'text',
      text: `The highest of ${counted(scores.length, 'risk')}: ${quoted(highest.risk.description.text)}.`,
    },
    { kind: 'text', text: formula(highest.risk, scale) },
    {
      kind: 'facts',
      facts: [['Sum, for information', String(sum)], ...(limit ? [['Accepted up to', limit.name] as const] : [])],
    },
    scaleLine(scale),
  ];
}

function scaleLine(scale: RiskScale): HoverLine {
  const steps = scale.levels.map(({ name, value }) => `${name} ${String(value)}`).join(', ');
  return { kind: 'text', text: `Score = probability × impact. ${steps}. ${bandWords(scale)}.` };
}
