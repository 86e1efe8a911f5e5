import { isMap, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import type { Scan } from '../markdown/blocks';
import type { Span } from '../text/span';

/** One scalar of the front matter, as it is written. */
export interface FrontMatterValue {
  readonly key: string;
  readonly keySpan: Span;
  readonly text: string;
  readonly span: Span;
}

/** The front matter of a record (reading 17): plain values at its top level; everything is text. */
export interface FrontMatterReading {
  readonly values: readonly FrontMatterValue[];
  /** What is wrong with it, in one sentence; its values are not believed then. */
  readonly problem: { readonly message: string; readonly span: Span } | undefined;
}

interface ScannedText {
  readonly text: string;
  readonly scan: Scan;
}

/** Front matter is a handful of lines; a longer one is not parsed, so that no YAML bomb can go off. */
const longest = 16 * 1024;

/** Reads the front matter; undefined if the text has none. Never throws. */
export function readFrontMatter({ scan, text }: ScannedText): FrontMatterReading | undefined {
  const { frontMatter } = scan;
  if (!frontMatter) return undefined;
  const start = frontMatter.yaml.start;
  const firstLine = { start: frontMatter.span.start, end: Math.min(frontMatter.span.start + 3, text.length) };
  const wrong = (message: string, span = firstLine): FrontMatterReading => ({ values: [], problem: { message, span } });
  if (!frontMatter.closed) return wrong('The front matter is not closed: a second line "---" is expected.');
  // YAML ends its lines with LF or CRLF only.
  const source = text.slice(start, frontMatter.yaml.end).replace(/\r(?!\n)/g, '\n');
  if (source.length > longest) return wrong('The front matter is longer than 16 KiB and was not read.');
  const { documents, plain } = parseTolerantly(source);
  const [document] = documents;
  if (!document || !('contents' in document) || document.contents === null) return { values: [], problem: undefined };
  if (documents.length > 1) return wrong('The front matter holds several YAML documents; one is expected.');
  const [error] = document.errors;
  if (error) {
    const [from, to] = error.pos;
    const end = Math.min(Math.max(to, from + 1), source.length);
    return wrong(`The front matter is not valid YAML: ${firstSentence(error.message)}`, {
      start: start + Math.min(from, end),
      end: start + end,
    });
  }
  if (!isMap(document.contents)) return wrong('The front matter is no list of "key: value" lines.');
  const values: FrontMatterValue[] = [];
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || !isScalar(value)) continue;
    if (typeof key.value !== 'string' || typeof value.value !== 'string') continue;
    values.push({
      key: key.value,
      keySpan: { start: start + key.range[0], end: start + key.range[1] },
      text: plain.get(value.range[0]) ?? value.value,
      span: { start: start + value.range[0], end: start + value.range[1] },
    });
  }
  return { values, problem: undefined };
}

/** No more values than these are taken as they stand. */
const mostPlain = 20;

/**
 * The YAML of the front matter. A value that is none (`title: Phase 2: read the limit`, `title: [WIP] Limits`, `owner:
 * @ana`) is taken as it stands, for people write it: letters of its length stand in its place, and `plain` has its words
 * by the offset. Everything else that is wrong stays an error.
 */
function parseTolerantly(source: string) {
  const plain = new Map<number, string>();
  let yaml = source;
  for (;;) {
    const documents = parseAllDocuments(yaml, {
      schema: 'failsafe',
      uniqueKeys: true,
      logLevel: 'silent',
      lineCounter: new LineCounter(),
    });
    const [document] = documents;
    const error = document && 'contents' in document ? document.errors[0] : undefined;
    const value = error && plain.size < mostPlain ? valueAt(yaml, error.pos[0]) : undefined;
    if (!value || plain.has(value.start)) return { documents, plain };
    plain.set(value.start, source.slice(value.start, value.end));
    yaml = yaml.slice(0, value.start) + 'x'.repeat(value.end - value.start) + yaml.slice(value.end);
  }
}

/** The value of the line around an offset, where it is a key of the top level with words behind it. */
function valueAt(yaml: string, offset: number): Span | undefined {
  const start = yaml.lastIndexOf('\n', offset - 1) + 1;
  const end = yaml.indexOf('\n', start);
  const line = yaml.slice(start, end < 0 ? undefined : end).trimEnd();
  const key = /^[A-Za-z][\w -]{0,60}:[ \t]+(?=[^\s|>&!#])/.exec(line)?.[0];
  const isOpen = key === undefined || /^[[{"'][^\]}"']*$/.test(line.slice(key.length));
  return isOpen ? undefined : { start: start + key.length, end: start + line.length };
}

function firstSentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? message;
  return line.replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]?$/, '.');
}
