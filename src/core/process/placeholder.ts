import { remembered } from '../text/remembered';
import type { Span } from '../text/span';
import { firstWord, isSpace, PieceReader, type PieceKind } from './placeholderPieces';

/** Words that stand between placeholders without saying anything: `YYYY-MM-DD HH:MM UTC`, `___ (Date: ___)`. */
const connecting: ReadonlySet<string> = new Set(['or', 'and', 'to', 'utc', 'date']);

/**
 * Whether a value is not filled in yet (readings 19 to 21): it is empty, or the template's own value, or made of
 * placeholders alone, with nothing between them but the template's own words. `- [Name] - [Role]` is unfilled, and so
 * are `TBD` and `____ (Date: ____)`; "fix [sic] the thing", `N/A`, `None` and "see TODO.md" are answers.
 *
 * Wrapping, blanks, list markers, Markdown escapes and HTML comments make no difference. Linear; never throws.
 * @param template The template's own value for the field, if there is one; may have more lines than `text`.
 */
export function isPlaceholder(text: string, template?: string): boolean {
  const word = firstWord(text);
  const isSaid = word !== '' && !connecting.has(word);
  if (template === undefined || template === '') return !isSaid && isPlaceholderAlone(text);
  if (text === template) return true;
  let own = templates.get(template);
  if (!own) {
    // As many as processes have fields; of texts that somebody else hands in none is kept for ever.
    if (templates.size >= 2048) templates.clear();
    own = new Template(template);
    templates.set(template, own);
  }
  // Nearly every answer is found out here.
  return !(isSaid && !own.words.has(word)) && own.isPlaceholder(text);
}

const isPlaceholderAlone = remembered((text: string) => judge(text, undefined));

/** A template's own value. */
class Template {
  /** The words that stand outside of its placeholders. */
  readonly words: ReadonlySet<string>;
  readonly isPlaceholder = remembered((text: string) => judge(text, this), { most: 128, longest: 200 });

  constructor(readonly text: string) {
    const words = new Set<string>();
    const piece = new PieceReader(text);
    while (piece.next()) if (piece.kind === 'prose') words.add(piece.word);
    this.words = words;
  }
}

/** By their texts, which are the same strings each time: they are found without a look at their letters. */
const templates = new Map<string, Template>();

function judge(text: string, template: Template | undefined): boolean {
  if (text === template?.text) return true;
  const plain = withoutEscapes(withoutComments(text));
  const piece = new PieceReader(plain);
  let open = 0;
  let said = 0;
  while (piece.next()) {
    if (piece.kind !== 'prose') {
      open++;
      continue;
    }
    said++;
    if (!connecting.has(piece.word) && template?.words.has(piece.word) !== true) return false;
  }
  return open > 0 || (said === 0 ? isBlank(plain) : isSame(plain, template?.text));
}

/**
 * The placeholders of a text in their order, each as one writes over it: `[Name]` with its brackets,
 * `YYYY-MM-DD HH:MM:SS UTC` and `+/- XX ms` as a whole, two that are joined by "or" together. Words such as `TBD` count
 * only if they are all of the text. Boxes, links, footnotes and notes such as `[if feature]` are none. Linear.
 */
export function placeholders(text: string): Span[] {
  const found: Span[] = [];
  let previous: PieceKind | undefined;
  let joins = false;
  const piece = new PieceReader(text);
  while (piece.next()) {
    const { kind, start, end } = piece;
    if (kind === 'placeholder') {
      const last = found.at(-1);
      if (joins && last) found[found.length - 1] = { start: last.start, end };
      else found.push({ start, end });
      joins = false;
    } else {
      joins = kind === 'prose' && piece.word === 'or' && previous === 'placeholder';
    }
    previous = kind;
  }
  if (found.length > 0 || previous !== 'undecided') return found;
  const { start, end } = piece;
  return text.trim() === text.slice(start, end) ? [{ start, end }] : found;
}

/** Nothing but blanks, punctuation, empty boxes and list markers. */
function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}\p{So}_[\]]/u.test(text) || isEmptyBoxes(text);
}

function isEmptyBoxes(text: string): boolean {
  return text.length < 1000 && /^[\s*+-]*(?:\[ ?\][\s*+-]*)+$/.test(text);
}

/** The same text, but for blanks and line breaks. */
function isSame(text: string, template: string | undefined): boolean {
  if (template === undefined || template === '') return false;
  const other = withoutEscapes(template);
  let left = 0;
  let right = 0;
  for (;;) {
    while (isSpace(text.charCodeAt(left))) left++;
    while (isSpace(other.charCodeAt(right))) right++;
    if (left >= text.length || right >= other.length) return left >= text.length && right >= other.length;
    if (text.charCodeAt(left++) !== other.charCodeAt(right++)) return text === template;
  }
}

/** Formatters write `\_\_\_` for `___`, and a table writes `\|` for `|`. */
function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replace(/\\(?=[!-/:-@[-`{-~\r\n]|$)/g, '') : text;
}

function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  let kept = '';
  let done = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', done)) {
    kept += text.slice(done, at);
    const end = text.indexOf('-->', at + 4);
    if (end < 0) return kept;
    done = end + 3;
  }
  return kept + text.slice(done);
}
