import { withoutPictures } from '../text/pictures';
import { trimSpan, type Span } from '../text/span';

/** Marks of emphasis, code and quotation that people put around a value. */
const marks = '*_`~"\'“”‘’""';

/** A value without the emphasis, code and quotation marks around it, and without emoji and other pictures. */
export function plainText(text: string): string {
  const words = withoutPictures(text).trim();
  let start = 0;
  let end = words.length;
  while (start < end && marks.includes(words.charAt(start))) start++;
  while (end > start && marks.includes(words.charAt(end - 1))) end--;
  return end - start === words.length ? words : words.slice(start, end).trim();
}

/** A span without the Markdown marks around its text. */
export function plainSpan(text: string, span: Span): Span {
  let { start, end } = trimSpan(text, span);
  while (start < end && '*_`~'.includes(text.charAt(start))) start++;
  while (end > start && '*_`~'.includes(text.charAt(end - 1))) end--;
  return trimSpan(text, { start, end });
}
