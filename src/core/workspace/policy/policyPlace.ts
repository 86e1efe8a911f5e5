import type { Span } from '../../text/span';

/** Where in a policy file a cursor stands. */
export interface PolicyPlace {
  /** Keys and list positions from the top, down to what holds the cursor; positions are written as `0`. */
  readonly path: readonly string[];
  /** Whether a key or a value is being written. */
  readonly expects: 'key' | 'value';
  /** The word that the cursor is in, which may be empty. */
  readonly word: Span;
  /** The keys that stand beside it already. */
  readonly siblings: readonly string[];
}

/** A line of YAML as it is laid out: blanks, dashes, a key. */
interface Line {
  /** The column of its key or value, dashes counted as blanks. */
  readonly indent: number;
  /** Columns of its dashes. */
  readonly dashes: readonly number[];
  readonly key: { readonly text: string; readonly start: number; readonly end: number } | undefined;
  /** Where its value begins; where a key would begin if there is none. */
  readonly value: number;
}

/** A key or a list position that holds what stands further to the right. */
interface Frame {
  readonly column: number;
  readonly token: string;
  readonly isItem: boolean;
  /** The keys that it holds, as far as they were met. */
  readonly keys: string[];
}

/**
 * Where a cursor stands in a policy that is being written and need not be YAML yet. It is worked out from indentation;
 * inside of flow style (`{ … }`), texts of several lines and comments there is no place.
 */
export function policyPlace(text: string, offset: number): PolicyPlace | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  if (/[{#|>]/.test(text.slice(start, offset))) return undefined;
  const frames = framesAbove(text, start);
  if (!frames) return undefined;
  const end = lineEnd(text, start);
  const line = readLine(text, start) ?? emptyLine(start, offset);
  place(line, frames);
  const path = frames.map(({ token }) => token);
  const from = line.key?.start ?? line.value;
  if (offset < from) return undefined;
  if (!line.key || offset <= line.key.end) {
    const word = { start: from, end: line.key?.end ?? wordEnd(text, from, end) };
    if (offset > word.end) return undefined;
    const siblings = [...(frames.at(-1)?.keys ?? topKeys(text, start)), ...keysBelow(text, end + 1, line.indent)];
    return { path, expects: 'key', word, siblings };
  }
  const word = { start: line.value, end: wordEnd(text, line.value, end) };
  if (offset < word.start || offset > word.end) return undefined;
  return { path: [...path, line.key.text], expects: 'value', word, siblings: [] };
}

/** What holds the line at an offset; undefined inside of a text of several lines. */
function framesAbove(text: string, before: number): Frame[] | undefined {
  const frames: Frame[] = [];
  let block: number | undefined;
  for (let at = 0; at < before; at = text.indexOf('\n', at) + 1) {
    const line = readLine(text, at);
    if (!line) continue;
    const column = line.dashes[0] ?? line.indent;
    if (block !== undefined && column > block) continue;
    block = /[|>][-+\d]*\s*$/.test(text.slice(line.value, lineEnd(text, at))) ? line.indent : undefined;
    place(line, frames);
    if (!line.key) continue;
    frames.at(-1)?.keys.push(line.key.text);
    frames.push({ column: line.indent, token: line.key.text, isItem: false, keys: [] });
  }
  const indent = /^ */.exec(text.slice(before, before + 1000))?.[0].length ?? 0;
  return block !== undefined && indent > block ? undefined : frames;
}

/** Leaves the frames that a line ends, and enters its list positions. */
function place({ dashes, indent }: Line, frames: Frame[]): void {
  const column = dashes[0] ?? indent;
  for (let top = frames.at(-1); top && top.column >= column; top = frames.at(-1)) {
    // A list may stand in the column of the key that holds it.
    if (top.column === column && dashes.length > 0 && !top.isItem) break;
    frames.pop();
  }
  frames.push(...dashes.map((dash) => ({ column: dash, token: '0', isItem: true, keys: [] })));
}

/** The keys of the outermost block above. */
function topKeys(text: string, before: number): string[] {
  return [...text.slice(0, before).matchAll(/^([A-Za-z0-9_.-]+)\s*:/gm)].map(([, key = '']) => key);
}

/** The keys of the same block below. */
function keysBelow(text: string, from: number, indent: number): string[] {
  const keys: string[] = [];
  for (let at = from; at < text.length && at > 0; at = text.indexOf('\n', at) + 1) {
    const line = readLine(text, at);
    if (line && (line.dashes[0] ?? line.indent) < indent) break;
    if (line?.key && line.indent === indent) keys.push(line.key.text);
    if (!text.includes('\n', at)) break;
  }
  return keys;
}

/** A line without words: what is typed there will stand where the cursor does. */
function emptyLine(start: number, offset: number): Line {
  return { indent: offset - start, dashes: [], key: undefined, value: offset };
}

const shape = /^( *)((?:- +|-$)*)(?:([A-Za-z0-9_.-]+|"[^"]*"|'[^']*')(?=\s*:(?:\s|$))(\s*: ?))?/;

function readLine(text: string, start: number): Line | undefined {
  const line = text.slice(start, lineEnd(text, start));
  if (/^\s*(?:#|$)/.test(line)) return undefined;
  const [, blanks = '', marks = '', key, colon = ''] = shape.exec(line) ?? [];
  const dashes = [...marks].flatMap((mark, index) => (mark === '-' ? [blanks.length + index] : []));
  const indent = blanks.length + marks.length;
  const from = start + indent;
  return {
    indent,
    dashes,
    key: key === undefined ? undefined : { text: key.replace(/^["']|["']$/g, ''), start: from, end: from + key.length },
    value: from + (key?.length ?? 0) + colon.length,
  };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const at = end < 0 ? text.length : end;
  return at > from && text.charCodeAt(at - 1) === 13 ? at - 1 : at;
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /[^\s:#]/.test(text.charAt(at))) at++;
  return at;
}
