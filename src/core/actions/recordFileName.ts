import type { Policy } from '../workspace/policy/policy';
import { slugOf } from './slugOf';

/** How the file of a new record is named: after the first of the patterns of the policy (reading 6). */
export function recordFileName(id: string, title: string, { files }: Pick<Policy, 'files'>): string {
  const slug = files[0]?.includes('{slug}') === true ? slugOf(title) : '';
  return slug === '' ? `${id}.md` : `${id}-${slug}.md`;
}
