import type { Span } from '../text/span';
import type { TextEdit } from '../text/textEdit';

/** What VS Code knows this extension by. */
const extensionId = 'changegate.changegate';

/** What becomes of a file of recommendations. */
export type Recommendation =
  | { readonly kind: 'edit'; readonly edit: TextEdit }
  /** It recommends the extension already, or says that it is not wanted. */
  | { readonly kind: 'settled' }
  /** It is not what VS Code reads there. */
  | { readonly kind: 'unreadable' };

/**
 * The edit that adds this extension to the recommendations of `.vscode/extensions.json`. Comments, trailing commas and
 * the way in which it is written stay as they are.
 */
export function recommendExtension(text: string): Recommendation {
  const tokens = tokensOf(text);
  const open = tokens?.[0];
  if (!tokens || open?.text !== '{' || !isBalanced(tokens)) return { kind: 'unreadable' };
  if (wordsIn(tokens, 'unwantedRecommendations').includes(extensionId)) return { kind: 'settled' };
  const list = arrayOf(tokens, 'recommendations');
  const id = `"${extensionId}"`;
  if (list === 'other') return { kind: 'unreadable' };
  if (!list) {
    const isEmpty = tokens[1]?.text === '}';
    const at = open.span.end;
    return insertion(at, `\n  "recommendations": [${id}]${isEmpty ? '\n' : ','}`);
  }
  if (wordsIn(tokens, 'recommendations').includes(extensionId)) return { kind: 'settled' };
  const last = list.inside.at(-1);
  if (!last) return insertion(list.begin.span.end, id);
  const item = last.text === ',' ? list.inside.at(-2) : last;
  const line = text.slice(text.lastIndexOf('\n', item?.span.start) + 1, item?.span.start);
  const gap = line.trim() === '' && line !== '' ? `\n${line}` : ' ';
  return insertion(last.span.end, last.text === ',' ? `${gap}${id}` : `,${gap}${id}`);
}

function insertion(at: number, newText: string): Recommendation {
  return { kind: 'edit', edit: { span: { start: at, end: at }, newText } };
}

interface Token {
  readonly text: string;
  readonly span: Span;
}

/** The tokens of JSON with comments; undefined where there is something else. Linear. */
function tokensOf(text: string): Token[] | undefined {
  const pattern = /\s+|\ufeff|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/|("(?:[^"\\\n\r]|\\.)*"|[{}[\],:]|[\w.+-]+)/y;
  const tokens: Token[] = [];
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const [all, token] = match;
    if (token !== undefined) tokens.push({ text: token, span: { start: match.index, end: match.index + all.length } });
  }
  return tokens;
}

function isBalanced(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const [at, { text }] of tokens.entries()) {
    if (text === '{' || text === '[') open.push(text === '{' ? '}' : ']');
    else if ((text === '}' || text === ']') && open.pop() !== text) return false;
    if (open.length === 0 && at < tokens.length - 1) return false;
  }
  return open.length === 0;
}

interface FoundArray {
  readonly begin: Token;
  readonly inside: readonly Token[];
}

/** The array behind a key of the outermost object; `other` where something else stands there. */
function arrayOf(tokens: readonly Token[], key: string): FoundArray | 'other' | undefined {
  let depth = 0;
  for (const [at, { text }] of tokens.entries()) {
    if (text === '{' || text === '[') depth++;
    else if (text === '}' || text === ']') depth--;
    if (depth !== 1 || text !== `"${key}"` || tokens[at + 1]?.text !== ':') continue;
    const begin = tokens[at + 2];
    const rest = tokens.slice(at + 3);
    const end = rest.findIndex((each) => each.text === ']');
    const inside = rest.slice(0, Math.max(0, end));
    const isPlain = inside.every((each) => each.text === ',' || each.text.startsWith('"'));
    return begin?.text === '[' && end >= 0 && isPlain ? { begin, inside } : 'other';
  }
  return undefined;
}

/** The texts in such an array, in lower case. */
function wordsIn(tokens: readonly Token[], key: string): string[] {
  const found = arrayOf(tokens, key);
  if (!found || found === 'other') return [];
  return found.inside.flatMap(({ text }) => (text === ',' ? [] : [text.slice(1, -1).toLowerCase()]));
}
