import type { LocatedFinding } from '../../findings/locatedFinding';
import { policyPath } from './policy';
import { fileRules } from '../../findings/fileRules';
import { LineIndex } from '../../text/lineIndex';
import type { UnreadableBaselineError } from '../../findings/readBaseline';

/** The finding for a policy that names a baseline which cannot be read, at the place where it names it. */
export function baselineProblem({ message }: UnreadableBaselineError, policyText: string): LocatedFinding {
  const written = /^baseline[ \t]*:[ \t]*(\S+)/m.exec(policyText);
  const value = written?.[1] ?? '';
  const start = written ? written.index + written[0].length - value.length : 0;
  const span = { start, end: start + value.length };
  const { code, name, severity } = fileRules.policy;
  const range = LineIndex.of(policyText).rangeOf(span);
  return { code, name, severity, message, path: policyPath, span, related: [], fixes: [], range, relatedRanges: [] };
}
