import * as v from 'valibot';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import type { LocatedFinding } from '../../findings/locatedFinding';
import { quoted } from '../../text/wording';
import { retiredRule } from '../../rules/engine/retiredRules';
import { configurableRules, ruleNamed, type NamedRule } from '../../rules/engine/registry';
import type { RuleDescription } from '../../findings/finding';
import { LineIndex } from '../../text/lineIndex';
import { comparableName } from '../../process/comparableName';
import { builtInProcesses } from '../../process/builtInProcesses';
import { compileProcess, ProcessDefinitionError } from '../../process/compileProcess';
import type { Process } from '../../process/process';
import { closest, didYouMean } from '../../text/similar';
import type { Span } from '../../text/span';
import { defaultPolicy, largestPolicy, policyOf, policyPath, type Policy } from './policy';
import { builtInSources, extendProcess } from './extendProcess';
import { policySchema, type PolicySource } from './policySchema';
import type { ProcessEntry } from './processSchema';
import { schemaAt } from './schemaAt';
import { severitiesOf } from './severitiesOf';

/** A policy file that was read. With problems, `policy` is the built-in one and `isReadable` is false. */
export interface PolicyReading {
  readonly policy: Policy;
  readonly isReadable: boolean;
  readonly findings: readonly LocatedFinding[];
}

/** More problems than these are not told: nobody mends them one by one. */
const mostProblems = 20;

/** Reads the text of a policy file. Never throws; whatever is wrong is a finding at its place. */
export function readPolicy(text: string): PolicyReading {
  if (text.length > largestPolicy) return unreadablePolicy('The policy is longer than 256 KiB and was not read.');
  const problems: Problem[] = [];
  const value = parse(text, problems);
  const parsed = problems.length === 0 && value ? validate(value, problems) : undefined;
  const lines = LineIndex.of(text);
  const notes = parsed && value ? notesOf(value) : [];
  const findings = [...problems, ...notes]
    .sort((a, b) => a.span.start - b.span.start)
    .map((problem) => finding(problem, lines));
  if (parsed) texts.set(parsed, text);
  return { policy: parsed ?? defaultPolicy, isReadable: parsed !== undefined, findings };
}

const texts = new WeakMap<Policy, string>();

/** The text that a policy was read from; undefined where there is no file, or none that can be read. */
export function textOfPolicy(policy: Policy): string | undefined {
  return texts.get(policy);
}

/** What is held of a policy whose file cannot be read at all; `message` says why. */
export function unreadablePolicy(message: string): PolicyReading {
  const problem = { message, span: { start: 0, end: 0 } };
  return { policy: defaultPolicy, isReadable: false, findings: [finding(problem, LineIndex.of(''))] };
}

interface Problem {
  readonly message: string;
  readonly span: Span;
  /** It says something of the policy, which is followed all the same. */
  readonly isNote?: boolean;
}

/** The document as plain data; a problem for everything that YAML allows and a policy does not need. */
function parse(text: string, problems: Problem[]): Document | undefined {
  // YAML ends its lines with LF or CRLF only.
  const source = text.replace(/\r(?!\n)/g, '\n');
  const documents = parseAllDocuments(source, { uniqueKeys: false, logLevel: 'silent', schema: 'core' });
  const [document] = documents;
  if (!document || !('contents' in document)) {
    problems.push({ message: 'The policy is empty; at least "version: 1" is expected.', span: { start: 0, end: 0 } });
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
  for (const error of errors.slice(0, mostProblems)) problems.push(describeError(error));
  if (problems.length === 0) checkNodes(document, problems);
  return document;
}

function spanOf([start, end]: readonly [number, number]): Span {
  return { start, end };
}

/**
 * What YAML allows and a policy does not: anchors and aliases, so that nothing in it can grow, and keys that stand twice.
 * (The parser would look for those in the square of their number.)
 */
function checkNodes(document: Document, problems: Problem[]): void {
  const refuseAnchor = (node: Node): symbol | undefined => {
    if (!isAlias(node) && node.anchor === undefined) return undefined;
    const message = 'The policy uses YAML anchors, which are not read.';
    problems.splice(0, problems.length, { message, span: nodeSpan(node) });
    return visit.BREAK;
  };
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value) && problems.length < mostProblems)
          problems.push({ message: `${quoted(String(key.value))} stands twice.`, span: nodeSpan(key) });
        seen.add(key.value);
      }
      return refuseAnchor(map);
    },
    Node: (_, node) => refuseAnchor(node),
  });
}

function nodeSpan({ range }: Pick<Node, 'range'>): Span {
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

/** What the parser has to say. */
function describeError({ message, pos }: YAMLError): Problem {
  const line = message.split('\n', 1)[0] ?? message;
  const words = line.replace(/ at line \d+, column \d+:?$/, '').replace(/\.$/, '');
  return { message: `The policy is not valid YAML: ${words}.`, span: spanOf(pos) };
}

function validate(document: Document, problems: Problem[]): Policy | undefined {
  for (const key of [undefined, 'folders', 'rules']) {
    const node: unknown = key === undefined ? document.contents : isMap(document.contents) && document.get(key, true);
    const what = key === undefined ? 'The policy' : quoted(key);
    if (isSeq(node))
      problems.push({ message: `${what} is a list; keys with values are expected.`, span: nodeSpan(node) });
  }
  if (problems.length > 0) return undefined;
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  const result = v.safeParse(policySchema, data);
  if (!result.success) {
    for (const issue of result.issues.slice(0, mostProblems)) problems.push(describe(issue, document));
    return undefined;
  }
  checkRuleNames(document, problems);
  const processes = processesOf(result.output.processes ?? {}, document, problems);
  if (problems.length === 0) checkAnswers(result.output.rules, processes ?? builtInProcesses(), document, problems);
  if (problems.length === 0)
    checkUntouched(result.output.untouched, processes ?? builtInProcesses(), document, problems);
  return problems.length > 0
    ? undefined
    : { ...policyOf(result.output, severitiesOf(result.output.rules ?? {})), ...(processes ? { processes } : {}) };
}

/** The built-in processes as the policy changes them, and those of the team; undefined where it says nothing of them. */
function processesOf(
  entries: Readonly<Record<string, ProcessEntry>>,
  document: Document,
  problems: Problem[],
): Process[] | undefined {
  const names = Object.keys(entries);
  if (names.length === 0) return undefined;
  const sources = new Map(Object.entries(builtInSources));
  for (const name of names) {
    const entry = entries[name];
    const extended = entry && extendProcess(name, entry);
    if (extended?.kind === 'process') sources.set(name, extended.source);
    for (const message of extended?.kind === 'incomplete' ? extended.problems : [])
      problems.push({ message, span: placeOf(message, name, document) });
  }
  const compiled = [...sources.values()].flatMap((source) => {
    try {
      return [compileProcess(source)];
    } catch (error) {
      if (!(error instanceof ProcessDefinitionError)) throw error;
      const here = (message: string): Problem => ({ message, span: placeOf(message, source.id, document) });
      problems.push(...error.problems.slice(0, mostProblems).map(here));
      return [];
    }
  });
  problems.splice(mostProblems);
  checkPrefixes(compiled, document, problems);
  return compiled;
}

/** Where the policy says what a problem of a process is about: the last of the quoted words that stands in it. */
function placeOf(message: string, process: string, document: Document): Span {
  const said = message.replace(/ Did you mean "[^"]*"\?$/, '');
  const quotedWords = [...said.matchAll(/"([^""]+)"/g)].map(([, word]) => word).filter((word) => word !== process);
  const here = document.getIn(['processes', process], true);
  for (const word of quotedWords.reverse()) {
    let found: Span | undefined;
    if (isNode(here))
      visit(here, {
        Scalar: (_, node) => {
          if (String(node.value) !== word) return undefined;
          found = nodeSpan(node);
          return visit.BREAK;
        },
      });
    if (found) return found;
  }
  return keySpan(document, ['processes', process]);
}

/** Statuses of which the policy says how long a record may stay in them. */
function checkUntouched(
  untouched: Readonly<Record<string, number>> | null | undefined,
  processes: readonly Process[],
  document: Document,
  problems: Problem[],
): void {
  const known = new Set(processes.flatMap(({ statuses }) => statuses.map(({ id }) => id)));
  for (const status of Object.keys(untouched ?? {})) {
    if (known.has(status)) continue;
    const message = `No process has the status ${quoted(status)}.${didYouMean(status, known)}`;
    problems.push({ message, span: keySpan(document, ['untouched', status]) });
  }
}

/** IDs are distinguished by their prefixes. */
function checkPrefixes(processes: readonly Process[], document: Document, problems: Problem[]): void {
  for (const [index, { id, identity }] of processes.entries()) {
    const other = processes.slice(0, index).find((each) => each.identity.prefix === identity.prefix);
    const message = `The IDs of "${id}" begin with ${identity.prefix}, as those of "${other?.id ?? ''}" do.`;
    if (other) problems.push({ message, span: keySpan(document, ['processes', id]) });
  }
}

/** Rules as they are named in the text: plain objects hide some names, "__proto__" for one. */
function checkRuleNames(document: Document, problems: Problem[]): void {
  const named: unknown = document.get('rules', true);
  const seen = new Map<string, string>();
  for (const { key } of isMap(named) ? named.items : []) {
    if (problems.length >= mostProblems) return;
    const name = isScalar(key) ? String(key.value) : '';
    const named = ruleNamed(name);
    const message = named ? problemOfRule(named, name, seen) : retiredRule(name) ? undefined : noRule(name);
    if (message !== undefined) problems.push({ message, span: keySpan(document, ['rules', name]) });
    if (named?.isOld === false) seen.set(named.rule.code, name);
  }
}

function problemOfRule(
  { rule, isOld }: NamedRule,
  name: string,
  seen: ReadonlyMap<string, string>,
): string | undefined {
  if (isOld) return undefined; // A rule may stand there by all the names that it took over.
  if (!configurableRules.some(({ code }) => code === rule.code)) return `The severity of "${name}" cannot be changed.`;
  const before = seen.get(rule.code);
  return before === undefined ? undefined : `"${before}" and "${name}" are the same rule; one is expected.`;
}

/** Answers that have a severity of their own: labels, headings and keys of the processes. */
function checkAnswers(
  rules: PolicySource['rules'],
  processes: readonly Process[],
  document: Document,
  problems: Problem[],
): void {
  for (const rule of ['CG101', 'completeness'] as const) {
    const setting = rules?.[rule];
    if (typeof setting !== 'object') continue;
    const known = new Set(processes.flatMap(namesOfAnswers));
    const keys = new Set(processes.flatMap(keysOfAnswers));
    for (const name of Object.keys(setting)) {
      if (name === 'severity' || name === 'reason' || keys.has(name) || problems.length >= mostProblems) continue;
      if ([...known].some((each) => comparableName(each) === comparableName(name))) continue;
      const guess = didYouMean(name, [...known, ...keys]);
      const message = `No process has a field or section ${quoted(name)}.${guess}`;
      problems.push({ message, span: keySpan(document, ['rules', rule, name]) });
    }
  }
}

function namesOfAnswers({ fields, sections }: Process): string[] {
  return [
    ...fields.flatMap(({ label, names }) => [label, ...names]),
    ...sections.flatMap(({ heading, names }) => [heading, ...names]),
  ];
}

function keysOfAnswers({ fields, sections, documents }: Process): string[] {
  return [...fields.map(({ key }) => key), ...sections.map(({ key }) => key), ...documents.map(({ id }) => id)];
}

/** What a policy says by names that are old: it is understood, and said once for each rule that they are now. */
function notesOf(document: Document): Problem[] {
  const named: unknown = document.get('rules', true);
  const old = new Map<RuleDescription, string[]>();
  const retired: string[] = [];
  for (const { key } of isMap(named) ? named.items : []) {
    const name = isScalar(key) ? String(key.value) : '';
    const found = ruleNamed(name);
    if (found?.isOld === true) old.set(found.rule, [...(old.get(found.rule) ?? []), name]);
    if (retiredRule(name)) retired.push(name);
  }
  const notes = retired.map((name) => ({
    message: `${quoted(name)} is a rule that there is no more; nothing is asked for by it.`,
    span: keySpan(document, ['rules', name]),
    isNote: true,
  }));
  const renamed = [...old].map(([{ code, name }, names]) => ({
    message: `${names.map(quoted).join(' and ')} ${names.length === 1 ? 'is' : 'are'} now ${code} ${name}, and ${names.length === 1 ? 'is' : 'are'} read as such.`,
    span: keySpan(document, ['rules', names[0] ?? '']),
    isNote: true,
  }));
  return [...renamed, ...notes];
}

function noRule(name: string): string {
  const guess = closest(
    name,
    configurableRules.flatMap(({ code, name: each }) => [code, each]),
  );
  return `There is no rule ${quoted(name)}.${guess === undefined ? '' : ` Did you mean ${guess}?`}`;
}

/** An issue of the schema at its place. Of two forms that a value can have, the one counts that it was written in. */
function describe(issue: v.BaseIssue<unknown>, document: Document, above: readonly string[] = []): Problem {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => String(key))];
  const below = issue.issues?.filter(({ path: each }) => each !== undefined) ?? [];
  const inner = below.find(({ expected }) => expected === 'never') ?? below[0];
  if (inner) return describe(inner, document, path);
  const last = path.at(-1) ?? '';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const siblings = schemaAt(policySchema, path.slice(0, -1))?.keys ?? [];
    const guess = closest(last, siblings);
    const hint =
      guess !== undefined
        ? ` Did you mean "${guess}"?`
        : siblings.length > 0
          ? ` Known are: ${siblings.join(', ')}.`
          : '';
    return { message: `The policy has no key ${quoted(last)}.${hint}`, span: keySpan(document, path) };
  }
  if (issue.received === 'undefined')
    return {
      message: `"${last}" is missing; ${last === 'version' ? '"version: 1" is' : 'it is'} expected.`,
      span: keySpan(document, path.slice(0, -1)),
    };
  const own = !issue.message.startsWith('Invalid ');
  const what = last === '' ? 'The policy' : quoted(last);
  const said = own ? issue.message : `${what} is ${kindOf(issue.input)}; ${wanted(issue)} expected.`;
  const message = said + guessFor(issue, last);
  return { message, span: valueSpan(document, path) };
}

/** The word that somebody most likely meant where one of a list is expected, as the end of a message. */
function guessFor(issue: v.BaseIssue<unknown>, key: string): string {
  if (typeof issue.input !== 'string' || issue.input.length < 2) return '';
  if (key === 'zone') return didYouMean(issue.input, Intl.supportedValuesOf('timeZone'));
  const expected = [issue, ...(issue.issues ?? [])].flatMap((each) => [
    ...(each.expected ?? '').matchAll(/"([^"]+)"/g),
  ]);
  return didYouMean(
    issue.input,
    expected.flatMap(([, word]) => word ?? []),
  );
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a block of keys' : typeof value === 'string' ? 'a text' : 'a single value';
}

function wanted({ type, expected }: v.BaseIssue<unknown>): string {
  if (type === 'array') return 'a list is';
  if (type === 'strict_object' || type === 'record') return 'keys with values are';
  return type === 'string' ? 'a text is' : `${expected ?? 'something else'} is`;
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

function finding({ message, span, isNote }: Problem, lines: LineIndex): LocatedFinding {
  return {
    code: 'CG905',
    name: 'invalid-policy',
    severity: isNote === true ? 'information' : 'error',
    message,
    path: policyPath,
    span,
    related: [],
    fixes: [],
    range: lines.rangeOf(span),
    relatedRanges: [],
  };
}
