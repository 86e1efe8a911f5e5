/** Something that is only seen when a record is held against others. Every kind has a rule of its own. */
export type AcrossFact =
  | { readonly kind: 'unknown'; readonly id: string; readonly list: 'upstream' | 'downstream' }
  | { readonly kind: 'self'; readonly list: 'upstream' | 'downstream' }
  /** From this record over others back to it. */
  | { readonly kind: 'cycle'; readonly ids: readonly string[] }
  | { readonly kind: 'given-up'; readonly other: OtherRecord }
  | { readonly kind: 'not-completed'; readonly other: OtherRecord }
  | { readonly kind: 'no-mirror'; readonly other: OtherRecord }
  | { readonly kind: 'overlap'; readonly other: OtherRecord; readonly files: readonly string[] }
  /** So many open records name a file that each pair of them would say nothing; `others` are the first by path. */
  | {
      readonly kind: 'crowded';
      readonly file: string;
      readonly count: number;
      readonly others: readonly OtherRecord[];
    }
  /** Another record has the same ID on another branch. */
  | { readonly kind: 'twin'; readonly other: OtherRecord };

/** The record on the other side. */
export interface OtherRecord {
  readonly id: string;
  readonly path: string;
  readonly title: string | null;
  readonly status: string | null;
  /** The branch that has it; null: the workspace. */
  readonly branch: string | null;
}
