import type { OtherRecord } from '../acrossFact';
import { quoted } from '../../text/wording';

/** `CR-2026-02-09-001 "Raise the upload limit" (IN_PROGRESS)`. */
export function wordsOf({ id, title, status, branch }: OtherRecord): string {
  const where = branch === null ? '' : `, on the branch ${branch}`;
  return `${id}${title === null ? '' : ` ${quoted(title)}`} (${status ?? 'status not recorded'}${where})`;
}

/** The beginning of a file, where an editor goes that opens it. */
export const beginning = { start: 0, end: 0 };
