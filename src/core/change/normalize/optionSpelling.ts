import { keys } from '../../process/fieldKeys';
import { optionNamed } from '../../record/processVocabulary';
import type { Answer, Choice } from '../../record/record';
import { slice, type Span } from '../../text/span';
import { hasWordsOf, type Drift, type DriftFinder } from './drift';
import { standsAt } from './lines';

/**
 * An option in another spelling (`P2-MEDIUM`, `P2`, `medium`, `[MEDIUM]`, `M`) is written as the template writes it, where
 * no word is lost; a remark behind it stays. The status has a form of its own.
 */
export const optionSpelling: DriftFinder = function* ({ answers }, document) {
  for (const answer of answers) {
    const { field, form } = answer;
    if (answer.document !== document || field.key === keys.status || form === 'front-matter') continue;
    if (field.answer !== 'choice' && field.answer !== 'choices') continue;
    for (const choice of answer.choices) {
      const drift = spelled(answer, choice);
      if (drift) yield drift;
    }
  }
};

function spelled({ document: { text }, field }: Answer, { option, span, box }: Choice): Drift | undefined {
  if (!option || option.open) return undefined;
  // As nearly all options are written.
  if (standsAt(text, span, option.label) && (box || text.charAt(span.start - 1) !== '[')) return undefined;
  const written = slice(text, span);
  // Words that stand where boxes are due become boxes first.
  if (!box && field.written === 'boxes') return undefined;
  const head = box ? written : (/^[^([,;:–—]*?(?=(?<!\s)\s*(?:[([,;:–—]|\s-\s|$))/.exec(written)?.[0] ?? '');
  if (head === '') return undefined;
  const end = span.start + head.length;
  const whole: Span =
    text.charAt(span.start - 1) === '[' && end === span.end && text.charAt(span.end) === ']'
      ? { start: span.start - 1, end: span.end + 1 }
      : { start: span.start, end };
  if (slice(text, whole) === option.label) return undefined;
  if (optionNamed(head, field.options) !== option) return undefined;
  // `M` is the beginning of the word that takes its place; any other word is somebody's own.
  const isInitial = head.length === 1 && option.label.toLowerCase().startsWith(head.toLowerCase());
  if (!isInitial && !hasWordsOf(option.label, head)) return undefined;
  return { edits: [{ span: whole, newText: option.label }], ...(isInitial ? { givesUp: head } : {}) };
}
