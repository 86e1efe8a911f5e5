import type { LocatedFinding } from '../../index/recordSummary';
import { fileRules } from './fileRules';

/** What can be wrong with a file before it is read as a record. */
export type FileProblem =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'cut'; readonly cut: 'file' | 'line'; readonly line: number }
  | { readonly kind: 'not-regular'; readonly what: string };

/** The finding for a problem of a file, at the place where reading stopped. */
export function fileFinding(path: string, problem: FileProblem): LocatedFinding {
  const { code, name, severity } = fileRules[problem.kind];
  const place = { line: problem.kind === 'cut' ? problem.line : 0, character: 0 };
  return {
    code,
    name,
    severity,
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
  if (problem.kind === 'not-regular')
    return `The record is ${problem.what}; a regular file is expected, and it was not read.`;
  return problem.cut === 'file'
    ? 'The file is larger than 512 KiB; it was read down to here.'
    : 'This line is longer than 32 KiB; the file was read down to here.';
}
