import type { Severity } from './finding';
import type { LocatedFinding } from './locatedFinding';
import { fileRules } from './fileRules';

/** What can be wrong with a file before it is read as a record. */
export type FileProblem =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'cut'; readonly cut: 'file' | 'line'; readonly line: number }
  | { readonly kind: 'not-regular'; readonly what: string }
  /** An impact assessment or a plan of a record that is not there. */
  | { readonly kind: 'companion'; readonly part: 'impact-assessment' | 'implementation-plan'; readonly id: string }
  /** A template of the team; `line` is zero-based. */
  | { readonly kind: 'template'; readonly message: string; readonly line: number };

/** The finding for a problem of a file, at the place where reading stopped; of the rule's severity or another one. */
export function fileFinding(path: string, problem: FileProblem, other?: Severity): LocatedFinding {
  const { code, name, severity } = fileRules[problem.kind];
  const place = { line: 'line' in problem ? problem.line : 0, character: 0 };
  return {
    code,
    name,
    severity: other ?? severity,
    message: messageOf(problem),
    path,
    span: { start: 0, end: 0 },
    related: [],
    fixes: [],
    range: { start: place, end: place },
    relatedRanges: [],
  };
}

function messageOf(problem: FileProblem): string {
  if (problem.kind === 'unreadable') return problem.reason;
  if (problem.kind === 'companion')
    return `The ${problem.part.replace('-', ' ')} belongs to ${problem.id}, which is no record of this workspace.`;
  if (problem.kind === 'template') return `${problem.message} The built-in template holds instead.`;
  if (problem.kind === 'not-regular')
    return `The record is ${problem.what}; a regular file is expected, and it was not read.`;
  return problem.cut === 'file'
    ? 'The file is larger than 512 KiB; it was read down to here.'
    : 'This line is longer than 32 KiB; the file was read down to here.';
}
