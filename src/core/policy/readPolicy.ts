import * as v from 'valibot';
import { isAlias, isMap, isNode, isScalar, parseAllDocuments, visit, type Document, type Node } from 'yaml';
import type { LocatedFinding } from '../index/recordSummary';
import { rules } from '../rules/registry';
import { LineIndex } from '../text/lineIndex';
import { closest } from '../text/similar';
import type { Span } from '../text/span';
import { defaultPolicy, policyOf, policyPath, type Policy } from './policy';
import { policySchema } from './policySchema';

/** A policy file that was read. With problems, `policy` is the built-in one and `isReadable` is false. */
export interface PolicyReading {
  readonly policy: Policy;
  readonly isReadable: boolean;
  readonly findings: readonly LocatedFinding[];
}

/** A policy is a page of YAML; a longer one is not parsed. In bytes for a file, in UTF-16 code units for a text. */
export const largestPolicy = 64 * 1024;

/** Reads the text of a policy file. Never throws; whatever is wrong is a finding at its place. */
export function readPolicy(text: string): PolicyReading {
  if (text.length > largestPolicy) return unreadablePolicy('The policy is longer than 64 KiB and was not read.');
  const problems: Problem[] = [];
  const value = parse(text, problems);
  const parsed = problems.length === 0 && value ? validate(value, problems) : undefined;
  const lines = LineIndex.of(text);
  const findings = problems.map((problem) => finding(problem, lines));
  return { policy: parsed ?? defaultPolicy, isReadable: parsed !== undefined, findings };
}

/** What is held of a policy whose file cannot be read at all; `message` says why. */
export function unreadablePolicy(message: string): PolicyReading {
  const problem = { message, span: { start: 0, end: 0 } };
  return { policy: defaultPolicy, isReadable: false, findings: [finding(problem, LineIndex.of(''))] };
}

interface Problem {
  readonly message: string;
  readonly span: Span;
}

/** The document as plain data; a problem for everything that YAML allows and a policy does not need. */
function parse(text: string, problems: Problem[]): Document | undefined {
  // YAML ends its lines with LF or CRLF only.
  const source = text.replace(/\r(?!\n)/g, '\n');
  const documents = parseAllDocuments(source, { uniqueKeys: true, logLevel: 'silent', schema: 'core' });
  const [document] = documents;
  if (!document || !('contents' in document)) {
    problems.push({ message: 'The policy is empty; at least «version: 1» is expected.', span: { start: 0, end: 0 } });
    return undefined;
  }
  if (documents.length > 1) {
    problems.push({
      message: 'The policy holds several YAML documents; one is expected.',
      span: { start: 0, end: Math.min(3, text.length) },
    });
    return undefined;
  }
  const errors = [...document.errors, ...document.warnings];
  const tooDeep = errors.find(({ message }) => message.includes('call stack'));
  if (tooDeep) {
    problems.push({ message: 'The policy is nested too deeply and was not read.', span: spanOf(tooDeep.pos) });
    return undefined;
  }
  for (const error of errors.slice(0, 20)) {
    const line = error.message.split('\n', 1)[0] ?? error.message;
    problems.push({
      message: `The policy is not valid YAML: ${line.replace(/ at line \d+, column \d+:?$/, '').replace(/\.$/, '')}.`,
      span: spanOf(error.pos),
    });
  }
  const anchored = problems.length === 0 ? firstAnchored(document) : undefined;
  if (anchored) problems.push({ message: 'The policy uses YAML anchors, which are not read.', span: anchored });
  return document;
}

function spanOf([start, end]: readonly [number, number]): Span {
  return { start, end };
}

/** The first anchor's node or alias: neither can be in a policy, so that nothing in it can grow. */
function firstAnchored(document: Document): Span | undefined {
  let found: Span | undefined;
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor === undefined) return undefined;
      found = node.range ? { start: node.range[0], end: node.range[1] } : { start: 0, end: 0 };
      return visit.BREAK;
    },
  });
  return found;
}

function validate(document: Document, problems: Problem[]): Policy | undefined {
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  const result = v.safeParse(policySchema, data);
  if (!result.success) {
    for (const issue of result.issues.slice(0, 20)) problems.push(describe(issue, document));
    return undefined;
  }
  const known = new Set(rules.flatMap(({ code, name }): string[] => [code, name]));
  // Names as they are written: plain objects hide some of them, «__proto__» for one.
  const named: unknown = document.get('rules', true);
  for (const { key } of isMap(named) ? named.items : []) {
    const name = isScalar(key) ? String(key.value) : '';
    if (known.has(name)) continue;
    const guess = closest(name, known);
    problems.push({
      message: `There is no rule «${name}».${guess ? ` Did you mean ${guess}?` : ''}`,
      span: keySpan(document, ['rules', name]),
    });
  }
  return problems.length > 0 ? undefined : policyOf(result.output);
}

function describe(issue: v.BaseIssue<unknown>, document: Document): Problem {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const last = path.at(-1) ?? '';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const siblings = keysAt(path.slice(0, -1));
    const guess = closest(last, siblings);
    const hint = guess ? ` Did you mean «${guess}»?` : siblings.length > 0 ? ` Known are: ${siblings.join(', ')}.` : '';
    return { message: `The policy has no key «${last}».${hint}`, span: keySpan(document, path) };
  }
  if (issue.received === 'undefined')
    return {
      message: `«${last}» is missing; ${last === 'version' ? '«version: 1» is' : 'it is'} expected.`,
      span: keySpan(document, path.slice(0, -1)),
    };
  const message = issue.message.startsWith('Invalid ')
    ? `«${last === '' ? 'The policy' : last}» is ${issue.received}; ${issue.expected ?? 'something else'} is expected.`
    : issue.message;
  return { message, span: valueSpan(document, path) };
}

/** The keys that the schema knows at a path. */
function keysAt(path: readonly string[]): string[] {
  if (path.length === 0) return Object.keys(policySchema.entries);
  return path[0] === 'folders'
    ? ['change-requests', 'change-records']
    : path[0] === 'rules'
      ? ['severity', 'reason']
      : [];
}

function keySpan(document: Document, path: readonly string[]): Span {
  const parent: unknown = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair && isScalar(pair.key) && pair.key.range) return { start: pair.key.range[0], end: pair.key.range[1] };
  }
  return { start: 0, end: 0 };
}

function valueSpan(document: Document, path: readonly string[]): Span {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path.map(numeric), true);
  const range = isNode(node) ? (node as Node).range : undefined;
  return range ? { start: range[0], end: range[1] } : keySpan(document, path);
}

function numeric(key: string): string | number {
  return /^\d+$/.test(key) ? Number(key) : key;
}

function finding({ message, span }: Problem, lines: LineIndex): LocatedFinding {
  return {
    code: 'CG905',
    name: 'invalid-policy',
    severity: 'error',
    message,
    path: policyPath,
    span,
    related: [],
    fixes: [],
    range: lines.rangeOf(span),
    relatedRanges: [],
  };
}
