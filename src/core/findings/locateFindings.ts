import type { LocatedFinding } from './locatedFinding';
import { detached } from '../text/detached';
import type { LineIndex, Range } from '../text/lineIndex';
import type { Finding } from './finding';

/**
 * Gives findings their ranges, so that they can be shown without the texts, and keeps nothing that the texts would be
 * kept by. Places in unknown files get the beginning.
 */
export function locateFindings(findings: readonly Finding[], lines: ReadonlyMap<string, LineIndex>): LocatedFinding[] {
  const locate = (path: string, span: Finding['span']): Range => lines.get(path)?.rangeOf(span) ?? beginning;
  return findings.map((finding) => ({
    ...finding,
    message: detached(finding.message),
    related: finding.related.map((related) => ({ ...related, message: detached(related.message) })),
    fixes: finding.fixes.map(({ title }) => ({ title: detached(title) })),
    range: locate(finding.path, finding.span),
    relatedRanges: finding.related.map(({ path, span }) => locate(path, span)),
  }));
}

const beginning: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
