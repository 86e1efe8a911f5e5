import { trimEnd } from '../markdown/lineText';
import type { RecordDocument } from '../record/record';
import { closest } from '../text/similar';
import type { Span } from '../text/span';
import type { RuleDescription } from './finding';

/** What a comment asks for: quiet on one line, from here on, or no longer. `unknown` is a slip of the pen. */
export type SuppressionScope = 'next-line' | 'line' | 'from-here' | 'end' | 'unknown';

/** A rule as a suppression names it. */
export interface SuppressedRule {
  readonly text: string;
  readonly span: Span;
  /** Undefined if there is no such rule. */
  readonly rule: RuleDescription | undefined;
  /** It is named by a code or name that the rule has taken over; it then counts in the whole text. */
  readonly isOld: boolean;
  /** What may have been meant instead. */
  readonly guess: string | undefined;
  /** Zero-based lines, both included, on which its findings are not shown. */
  readonly from: number;
  readonly to: number;
  /** Of "from here" the comment that ends it; of an end the (first) one that it ends. */
  readonly counterpart: Suppression | undefined;
}

/** A comment such as `<!-- changegate-disable-next-line CG503 agreed with the board -->`. */
export interface Suppression {
  readonly document: RecordDocument;
  readonly scope: SuppressionScope;
  /** The word behind `changegate-`, as it is written. */
  readonly word: string;
  /** The whole comment. */
  readonly span: Span;
  readonly rules: readonly SuppressedRule[];
  /** Why, in one line; empty if it does not say. */
  readonly reason: string;
}

/** Finds a rule by its code or name, in any case. */
export type RuleLookup = (text: string) => RuleDescription | undefined;

const scopes: Readonly<Record<string, SuppressionScope>> = {
  'disable-next-line': 'next-line',
  'disable-line': 'line',
  disable: 'from-here',
  enable: 'end',
};

/** All words that a suppression can begin with. */
export const suppressionWords: readonly string[] = Object.keys(scopes);

/** More rules than these nobody names in one comment; what follows is taken for the reason. */
const mostRules = 50;

/** As much of a reason is read. */
const longestReason = 500;

type Growing<T> = { -readonly [Key in keyof T]: T[Key] };
type GrowingRule = Growing<SuppressedRule>;
type GrowingSuppression = Omit<Suppression, 'rules'> & { readonly rules: GrowingRule[] };

/** The suppressions of a text, in its order. Only comments that a reader of Markdown sees as such count. Linear. */
export function readSuppressions(document: RecordDocument, lookup: RuleLookup, names: Iterable<string>): Suppression[] {
  if (!document.text.includes('changegate-')) return [];
  const found: GrowingSuppression[] = [];
  for (const comment of comments(document)) {
    const suppression = parse(document, comment, lookup, names);
    if (suppression) found.push(suppression);
  }
  setLines(document, found);
  return found;
}

/** Comments that may be ours: HTML comments of their own, and those that end a line. */
function* comments({ text, scan }: RecordDocument): Generator<Span> {
  const lineEnd = (line: number): number => scan.lines.starts[line + 1] ?? text.length;
  for (const block of scan.blocks) {
    if (block.kind === 'html') {
      if (block.comment && block.closed) yield* commentsIn(text, block.span);
    } else if (block.kind === 'table') {
      for (const { span, line } of block.rows) yield* lastComment(text, { start: span.start, end: lineEnd(line) });
    } else if (block.kind === 'heading' || block.kind === 'item' || block.kind === 'text') {
      yield* lastComment(text, { start: block.span.start, end: lineEnd(block.line) });
    }
  }
}

function* commentsIn(text: string, { start, end }: Span): Generator<Span> {
  for (let at = start; ;) {
    const from = text.indexOf('<!--', at);
    if (from < 0 || from >= end) return;
    const to = text.indexOf('-->', from + 4);
    if (to < 0 || to + 3 > end) return;
    yield { start: from, end: to + 3 };
    at = to + 3;
  }
}

function* lastComment(text: string, { start, end }: Span): Generator<Span> {
  const to = withoutHardBreakMark(text, start, end);
  if (!text.endsWith('-->', to)) return;
  const from = text.slice(start, to).lastIndexOf('<!--');
  if (from >= 0) yield { start: start + from, end: to };
}

function withoutHardBreakMark(text: string, start: number, end: number): number {
  const to = trimEnd(text, start, end);
  return text.charCodeAt(to - 1) === 92 ? trimEnd(text, start, to - 1) : to;
}

function parse(
  document: RecordDocument,
  span: Span,
  lookup: RuleLookup,
  names: Iterable<string>,
): GrowingSuppression | undefined {
  const inner = document.text.slice(span.start + 4, span.end - 3);
  const head = /^\s*changegate-([a-z-]+)/i.exec(inner);
  const word = head?.[1] ?? '';
  const scope = scopes[word.toLowerCase()] ?? 'unknown';
  if (!head || (scope === 'unknown' && closest(word, suppressionWords) === undefined)) return undefined;
  const rules: GrowingRule[] = [];
  let at = head[0].length;
  const token = /[\s,;]*([a-z][\w-]*)/iy;
  while (rules.length < mostRules) {
    token.lastIndex = at;
    const match = token.exec(inner);
    const text = match?.[1] ?? '';
    const rule = lookup(text);
    const guess = rule || !looksLikeRule(text) ? undefined : closest(text, names);
    if (!match || (!rule && guess === undefined && !isCode(text))) break;
    const end = span.start + 4 + token.lastIndex;
    const isOld = rule?.oldNames?.some((name) => name.toLowerCase() === text.toLowerCase()) === true;
    const place = { start: end - text.length, end };
    rules.push({ text, span: place, rule, isOld, guess, from: 0, to: -1, counterpart: undefined });
    at = token.lastIndex;
  }
  const words = inner
    .slice(at, at + longestReason)
    .replace(/\s+/g, ' ')
    .replace(/^[ ,;:–—-]+/, '');
  const reason = words.trim();
  return { document, scope, word, span, rules, reason };
}

/** `CG5O3`: meant as a code. */
function isCode(text: string): boolean {
  return /^CG\w{0,4}\d\w{0,4}$/i.test(text);
}

/** A code, or a name with a slip of the pen in it; a word of the reason is none. */
function looksLikeRule(text: string): boolean {
  return isCode(text) || (text.includes('-') && text.length > 6);
}

/** Says on which lines each suppression counts. */
function setLines(document: RecordDocument, all: readonly GrowingSuppression[]): void {
  const { lines } = document.scan;
  const next = nextLines(document, all);
  const open = new Map<RuleDescription, { rule: GrowingRule; suppression: GrowingSuppression }[]>();
  for (const suppression of all) {
    const { scope, span, rules } = suppression;
    const line = lines.lineAt(span.start);
    for (const each of scope === 'end' ? [] : rules) {
      if (!each.rule || scope === 'unknown') continue;
      if (each.isOld) {
        // It stood where an answer was missed; all of them are now told at the title.
        each.to = Number.MAX_SAFE_INTEGER;
        continue;
      }
      each.from = scope === 'next-line' ? (next.get(suppression) ?? line) : line;
      each.to = scope === 'from-here' ? Number.MAX_SAFE_INTEGER : each.from;
      if (scope !== 'from-here') continue;
      const begun = open.get(each.rule);
      if (begun) begun.push({ rule: each, suppression });
      else open.set(each.rule, [{ rule: each, suppression }]);
    }
    if (scope === 'end' && rules.length === 0) {
      for (const { rule } of [...open.values()].flat()) {
        rule.to = line;
        rule.counterpart = suppression;
      }
      open.clear();
    }
    for (const each of scope === 'end' ? rules : []) {
      if (!each.rule) continue;
      for (const begun of open.get(each.rule) ?? []) {
        begun.rule.to = line;
        begun.rule.counterpart = suppression;
        each.counterpart ??= begun.suppression;
      }
      open.delete(each.rule);
    }
  }
}

/** The line that each "next line" means: the next one with something on it that is no suppression of its own. */
function nextLines(
  { text, scan: { lines } }: RecordDocument,
  all: readonly GrowingSuppression[],
): Map<GrowingSuppression, number> {
  const result = new Map<GrowingSuppression, number>();
  const targets = new Map<number, number>();
  for (const suppression of [...all].reverse()) {
    const { span } = suppression;
    const first = lines.lineAt(span.start);
    const lineStart = lines.starts[first] ?? 0;
    let target = lines.lineAt(span.end - 1) + 1;
    while (target < lines.lineCount && !targets.has(target) && isBlankLine(text, lines.starts, target)) target++;
    target = targets.get(target) ?? target;
    result.set(suppression, target);
    if (text.slice(lineStart, span.start).trim() === '' && suppression.scope !== 'line') targets.set(first, target);
  }
  return result;
}

function isBlankLine(text: string, starts: ArrayLike<number>, line: number): boolean {
  return text.slice(starts[line] ?? text.length, starts[line + 1] ?? text.length).trim() === '';
}
