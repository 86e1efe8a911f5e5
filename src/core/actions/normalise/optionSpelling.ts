import { optionNamed } from '../../record/processVocabulary';
import type { Answer, Choice } from '../../record/record';
import { slice, type Span } from '../../text/span';
import { hasWordsOf, type Drift, type DriftFinder } from './drift';

/**
 * An option in another spelling (`P2-MEDIUM`, `P2`, `medium`, `[MEDIUM]`) is written as the template writes it, where
 * no word is lost; a remark behind it stays. The status has a form of its own.
 */
export const optionSpelling: DriftFinder = function* ({ answers }, document) {
  for (const answer of answers) {
    const { field, form } = answer;
    if (answer.document !== document || field.key === 'status' || form === 'front-matter') continue;
    if (field.answer !== 'choice' && field.answer !== 'choices') continue;
    for (const choice of answer.choices) {
      const drift = spelled(answer, choice);
      if (drift) yield drift;
    }
  }
};

function spelled({ document: { text }, field }: Answer, { option, span, box }: Choice): Drift | undefined {
  if (!option || option.open) return undefined;
  const written = slice(text, span);
  if (written === option.label && box) return undefined;
  // Words that stand where boxes are due become boxes first.
  if (!box && field.written === 'boxes') return undefined;
  const head = box ? written : (/^[^([,;:–—]*?(?=\s*(?:[([,;:–—]|\s-\s|$))/.exec(written)?.[0] ?? '');
  if (head === '' || optionNamed(head, field.options) !== option || !hasWordsOf(option.label, head)) return undefined;
  const end = span.start + head.length;
  const whole: Span =
    text.charAt(span.start - 1) === '[' && end === span.end && text.charAt(span.end) === ']'
      ? { start: span.start - 1, end: span.end + 1 }
      : { start: span.start, end };
  return slice(text, whole) === option.label ? undefined : { edits: [{ span: whole, newText: option.label }] };
}
