import type { Finding } from './finding';
import type { Range } from '../text/lineIndex';
import type { StaleEntry } from './baseline';

/** A finding with the range of its span, so that it can be shown without the text. */
export interface LocatedFinding extends Omit<Finding, 'fixes'> {
  /** What can be done about it. The edits are worked out from the text when somebody asks for them. */
  readonly fixes: readonly { readonly title: string }[];
  readonly range: Range;
  readonly relatedRanges: readonly Range[];
}

/** Findings of a record that are not shown. */
export interface QuietFindings {
  /** How many a comment in the text keeps quiet. */
  readonly suppressed: number;
  /** How many the baseline keeps quiet. */
  readonly baselined: number;
  /** Entries of the baseline that apply no more. */
  readonly stale: readonly StaleEntry[];
}
