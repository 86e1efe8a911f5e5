import { idsIn, type RecordIdFormat } from '../process/recordId';
import type { RecordSummary } from './recordSummary';

/** Which record the work on a branch belongs to, and how that is known (reading 5). */
export type ActiveRecord =
  | { readonly kind: 'record'; readonly record: RecordSummary; readonly by: Reason }
  /** Several records claim the branch; only a person can tell which one it is. */
  | { readonly kind: 'ambiguous'; readonly records: readonly RecordSummary[] }
  /** The branch carries an ID that no record has. */
  | { readonly kind: 'unknown-id'; readonly id: string }
  | { readonly kind: 'none' };

/** What says that a record is the one: `editor` where no branch is known, as in a browser. */
export type Reason = 'branch-field' | 'branch-name' | 'choice' | 'editor';

/** What is known besides the records. */
export interface BranchFacts {
  /** The branch that is checked out: `feat/CR-2026-02-09-001-upload`; undefined when detached and without git. */
  readonly branch: string | undefined;
  /** What somebody chose for this branch by hand: the path of a record. */
  readonly choice: string | undefined;
  /** The record that the active editor shows, by its path. */
  readonly open: string | undefined;
  /** How the IDs of the records are written. */
  readonly formats: readonly RecordIdFormat[];
}

/**
 * The record of a branch: the one whose Branch field names it, else the one whose ID stands in the branch's name, else
 * the one that was chosen by hand. Never guesses (reading 5): where two records claim a branch, the choice decides
 * between them, and without one nothing does. Archived records claim no branch by their field. Where no branch is known
 * it is the record that the active editor shows.
 */
export function activeRecord(
  records: readonly RecordSummary[],
  { branch, choice, open, formats }: BranchFacts,
): ActiveRecord {
  if (branch === undefined) {
    const record = records.find(({ path }) => path === open);
    return record ? { kind: 'record', record, by: 'editor' } : { kind: 'none' };
  }
  const naming = records.filter((record) => !record.archived && record.branch === branch);
  const chosen = records.find(({ path }) => path === choice);
  if (naming.length > 0) return oneOf(naming, 'branch-field', chosen);
  const ids = idsIn(branch, formats);
  const meant = records.filter(({ id }) => id !== null && ids.includes(id));
  if (meant.length > 0) {
    const current = meant.filter(({ archived }) => !archived);
    return oneOf(current.length > 0 ? current : meant, 'branch-name', chosen);
  }
  if (chosen) return { kind: 'record', record: chosen, by: 'choice' };
  const [id] = ids;
  return id === undefined ? { kind: 'none' } : { kind: 'unknown-id', id };
}

function oneOf(
  records: readonly RecordSummary[],
  by: 'branch-field' | 'branch-name',
  chosen: RecordSummary | undefined,
): ActiveRecord {
  const [only, ...more] = records;
  if (only && more.length === 0) return { kind: 'record', record: only, by };
  return chosen && records.includes(chosen)
    ? { kind: 'record', record: chosen, by: 'choice' }
    : { kind: 'ambiguous', records };
}
