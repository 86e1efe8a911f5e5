import type { IndexedRecord } from '../../workspace/recordSummary';
import type { Process } from '../../process/process';
import type { Range } from '../../text/lineIndex';
import type { Span } from '../../text/span';
import type { KnownRequirement } from './completion';

/** What a hover shows for a place. All texts are plain and may be anybody's; a face renders them as text, never as markup. */
export interface Hover {
  /** What it is about. */
  readonly span: Span;
  readonly lines: readonly HoverLine[];
}

/** A piece of a hover. */
export type HoverLine =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, text: string])[] }
  | { readonly kind: 'items'; readonly items: readonly HoverItem[] }
  | { readonly kind: 'links'; readonly links: readonly HoverLink[] };

/** One of a list, with the place that it is about. */
export interface HoverItem {
  readonly text: string;
  readonly target?: HoverTarget | undefined;
}

/** A link with words of ours. */
export interface HoverLink {
  readonly label: string;
  readonly target: HoverTarget;
  readonly toSide: boolean;
}

/** A place in a file of the workspace. */
export interface HoverTarget {
  readonly path: string;
  readonly range?: Range | undefined;
}

/** What is known outside of the text at hand. */
export interface HoverFacts {
  readonly processes: readonly Process[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The IANA time zone of the policy. */
  readonly zone: string;
  /** The records of an ID, in any case; more than one where it was given twice. */
  recordsOf(id: string): readonly IndexedRecord[];
  requirements(): Promise<readonly KnownRequirement[]>;
}
