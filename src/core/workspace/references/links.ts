import { scan } from '../../markdown/scan';
import type { Span } from '../../text/span';

/** Where a link of a Markdown text leads. */
export interface Link {
  /** Its destination, without angle brackets. */
  readonly span: Span;
  readonly target: string;
  /** `<…>`, in which blanks are allowed. */
  readonly angled: boolean;
}

/** Whether a file is Markdown by its name. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mdx)$/i.test(path);
}

const inline = /\]\([ \t]*(?:<([^<>\r\n]*)>|((?:[^\s()<>\\]|\\.|\([^\s()]*\))+))/g;
const definition = /^ {0,3}\[[^\]\r\n]{1,999}\]:[ \t]*(?:<([^<>\r\n]*)>|(\S+))/gm;
const attribute = /\b(?:href|src)=(?:"([^"\r\n]*)"|'([^'\r\n]*)')/gi;

/** The links of a Markdown text in its order: inline ones, pictures, definitions and those of HTML; none inside code. */
export function markdownLinks(text: string): Link[] {
  const visible = withoutCode(text);
  const links: Link[] = [];
  for (const pattern of [inline, definition, attribute]) {
    for (const match of visible.matchAll(pattern)) {
      const target = match[1] ?? match[2] ?? '';
      if (target === '') continue;
      const angled = pattern !== attribute && match[1] !== undefined;
      const end = match.index + match[0].length - (angled || pattern === attribute ? 1 : 0);
      links.push({ span: { start: end - target.length, end }, target, angled });
    }
  }
  return links.sort((a, b) => a.span.start - b.span.start);
}

/** A path as the workspace counts it, with what stands behind it: `#heading`, `?plain=1`. */
export interface ResolvedLink {
  readonly path: string;
  readonly rest: string;
}

/** Which file of the workspace a link of a file leads to; undefined where it leads out of it or to the file itself. */
export function resolveLink(from: string, target: string): ResolvedLink | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//')) return undefined;
  const [, written = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(target) ?? [];
  if (written === '') return undefined;
  const path = decoded(written);
  const base = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const parts: string[] = [];
  for (const part of [...base, ...path.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return { path: parts.join('/'), rest };
}

/**
 * A link as it is to be written in the file `from`, so that it leads to `path`; in the manner of the link that was there:
 * from the root of the workspace, with `./`, or without.
 */
export function linkTo(from: string, { path, rest }: ResolvedLink, { target, angled }: Omit<Link, 'span'>): string {
  const slash = target.startsWith('/');
  const way = slash ? `/${path}` : relativePath(from, path);
  const dotted = target.startsWith('./') && !way.startsWith('.') ? `./${way}` : way;
  const closing = /\/(?=[#?]|$)/.test(target) && !dotted.endsWith('/') ? '/' : '';
  return (angled ? dotted : encoded(dotted)) + closing + rest;
}

/** The way from a file to another one. */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}

/** A path that stands somewhere in a text, around a span of it: `docs/…/CR-2026-02-09-001.md` in a comment. */
export function pathAround(text: string, { start, end }: Span): Span & { readonly path: string } {
  let from = start;
  let to = end;
  while (from > 0 && start - from < longestPath && partOfPath.test(text.charAt(from - 1))) from--;
  while (to < text.length && to - end < longestPath && partOfPath.test(text.charAt(to))) to++;
  // What ends a sentence does not belong to the path.
  while (to > end && /[.:]/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to, path: text.slice(from, to) };
}

const partOfPath = /[\p{L}\p{N}_./%~+-]/u;
const longestPath = 1024;

function decoded(path: string): string {
  const plain = path.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function encoded(path: string): string {
  return path.replace(/[\s()<>%#?\\]/g, (character) =>
    character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character),
  );
}

/** The text with blanks over its code, comments and front matter: every offset stays what it was. Linear. */
function withoutCode(text: string): string {
  const hidden: Span[] = [];
  const { blocks, frontMatter } = scan(text);
  if (frontMatter) hidden.push(frontMatter.span);
  for (const block of blocks)
    if (block.kind === 'fence' || block.kind === 'indented-code' || (block.kind === 'html' && block.comment))
      hidden.push(block.span);
  hidden.sort((a, b) => a.start - b.start);
  let visible = '';
  let at = 0;
  for (const { start, end } of hidden) {
    if (start < at) continue;
    visible += text.slice(at, start) + blank(text.slice(start, end));
    at = end;
  }
  return (visible + text.slice(at)).replace(/^.*`.*$/gm, withoutCodeSpans);
}

/** A line with blanks over what stands between runs of back-ticks of one length. */
function withoutCodeSpans(line: string): string {
  const runs = [...line.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ index, length }));
  const nextOfLength = new Map<number, number>();
  const partner: (number | undefined)[] = [];
  for (const [index, { length }] of [...runs.entries()].reverse()) {
    partner[index] = nextOfLength.get(length);
    nextOfLength.set(length, index);
  }
  let result = '';
  let at = 0;
  for (let index = 0; index < runs.length; index++) {
    const closing = partner[index];
    const open = runs[index];
    const close = closing === undefined ? undefined : runs[closing];
    if (!open || !close || closing === undefined) continue;
    const end = close.index + close.length;
    result += line.slice(at, open.index) + blank(line.slice(open.index, end));
    at = end;
    index = closing;
  }
  return result + line.slice(at);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
