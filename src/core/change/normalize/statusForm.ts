import { keys } from '../../process/fieldKeys';
import { hasWordsOf, type DriftFinder } from './drift';

/** `✅ Approved`, `**In Progress**`, `approved (by phone)`: the word becomes the process's own, a remark stays. */
export const statusForm: DriftFinder = function* ({ status, answer }, document) {
  if (!status?.value || !status.drifted || status.document !== document) return;
  if (answer(keys.status)?.form === 'front-matter') return;
  const { id } = status.value;
  const remark = /[([,;:–—].*$/s.exec(status.text)?.[0] ?? '';
  const word = status.text.slice(0, status.text.length - remark.length);
  if (word.trim() === id || !hasWordsOf(id, word)) return;
  const newText = remark === '' ? id : `${id} ${remark}`;
  // Case, blanks and hyphens are what the reader cannot see.
  const isCertain =
    remark === '' &&
    word
      .trim()
      .toUpperCase()
      .replace(/[\s-]+/g, '_') === id;
  yield { edits: [{ span: status.span, newText }], isCertain };
};
