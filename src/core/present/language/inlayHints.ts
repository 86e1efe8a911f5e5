import { keys } from '../../process/fieldKeys';
import { highestRisk } from '../../lifecycle/highestRisk';
import { bandOf } from '../../process/riskScale';
import type { ChangeRecord } from '../../record/record';
import type { Span } from '../../text/span';
import { formula, scoreOf, scoresOf } from './riskWords';

/** Something computed that is shown behind what was written. */
export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  /** How it comes about. */
  readonly tooltip: string;
}

/** The scores of the risks of a text, and the highest behind the overall risk or the heading (readings 39 and 41). */
export function inlayHints(record: ChangeRecord, path: string, within: Span): InlayHint[] {
  const document = record.documents.find((each) => each.path === path);
  if (!document) return [];
  const { risk: scale } = record.process;
  const hints: InlayHint[] = [];
  for (const risk of record.risks) {
    const score = risk.document === document ? scoreOf(risk, scale) : undefined;
    if (!score) continue;
    hints.push({
      offset: endOfLine(document.text, risk.description.span.end),
      text: `= ${String(score.score)} ${score.band}`,
      tooltip: formula(risk, scale),
    });
  }
  const highest = highestRisk(record);
  const place = aggregatePlace(record, path);
  if (highest && place !== undefined) {
    const scores = scoresOf(record);
    const sum = scores.reduce((all, score) => all + score, 0);
    hints.push({
      offset: place,
      text: `highest ${String(highest.score)} ${bandOf(scale, highest.score)}`,
      tooltip: `${formula(highest.risk, scale)}\n${String(scores.length)} scored, sum ${String(sum)}`,
    });
  }
  return hints
    .filter(({ offset }) => offset >= within.start && offset <= within.end)
    .sort((a, b) => a.offset - b.offset);
}

/** Behind the overall risk where there is one, else behind the heading of the risks. */
function aggregatePlace({ answer, documents, process }: ChangeRecord, path: string): number | undefined {
  const overall = answer(keys.overallRisk);
  if (overall && overall.form !== 'front-matter')
    return overall.document.path === path ? Math.max(overall.label.end, overall.span.end) : undefined;
  const home = process.field(keys.risks)?.section;
  for (const { sections, path: own } of documents) {
    const section = sections.find(({ definition, heading }) => heading && home && definition === home);
    if (section?.heading) return own === path ? section.heading.title.end : undefined;
  }
  return undefined;
}

function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  while (end > offset && /[ \t\\]/.test(text.charAt(end - 1))) end--;
  return end;
}
