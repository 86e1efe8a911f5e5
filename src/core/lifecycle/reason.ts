import { isPlaceholder } from '../process/placeholder';

/** Whether words say why: they are neither empty nor a placeholder, nor only the status again ("CR rejected"). */
export function isReason(words: string): boolean {
  const text = words.trim();
  return text !== '' && !isPlaceholder(text) && !/^(?:(?:cr|change) )?(?:rejected|cancell?ed)\.?$/i.test(text);
}
