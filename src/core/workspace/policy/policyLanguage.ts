import { builtInProcesses } from '../../process/builtInProcesses';
import { configurableRules, ruleNamed } from '../../rules/engine/registry';
import type { Span } from '../../text/span';
import { policyPlace } from './policyPlace';
import { policySchema } from './policySchema';
import { schemaAt } from './schemaAt';

/** Something that can be written in a policy at a cursor. */
export interface PolicyCompletion {
  readonly label: string;
  readonly kind: 'key' | 'value';
  readonly detail: string | undefined;
  /** What it does, as plain text. */
  readonly documentation: string | undefined;
  readonly span: Span;
  readonly insert: string;
}

/** What a policy knows of the word at a cursor. */
export interface PolicyHover {
  readonly span: Span;
  readonly title: string;
  /** Plain text, one paragraph each. */
  readonly paragraphs: readonly string[];
}

/** What can be written at a cursor: keys that are not there yet, and values where they are few. */
export function policyCompletions(text: string, offset: number): PolicyCompletion[] {
  const place = policyPlace(text, offset);
  const schema = place && schemaAt(policySchema, place.path);
  if (!place || !schema) return [];
  const { path, expects, word: span, siblings } = place;
  if (expects === 'value')
    return schema.values.map((value) => ({
      label: value,
      kind: 'value',
      detail: undefined,
      documentation: schema.description,
      span,
      insert: value,
    }));
  const known =
    path.length === 1 && path[0] === 'rules'
      ? ruleKeys()
      : [...schema.keys.map((key) => schemaKey(path, key)), ...(isOfAnswers(path) ? answerKeys(path) : [])];
  return known
    .filter(({ label }) => !siblings.includes(label))
    .map((key) => ({
      kind: 'key',
      span,
      insert: text.charAt(span.end) === ':' ? key.label : `${key.label}: `,
      ...key,
    }));
}

/** What the key or value at a cursor means. */
export function policyHover(text: string, offset: number): PolicyHover | undefined {
  const place = policyPlace(text, offset);
  if (!place || place.word.start === place.word.end) return undefined;
  const { word: span, expects } = place;
  const path = expects === 'key' ? [...place.path, text.slice(span.start, span.end)] : place.path;
  const name = path.at(-1) ?? '';
  if (path[0] === 'rules' && path.length === 2) return ruleHover(name, span);
  const schema = schemaAt(policySchema, path);
  if (!schema) return undefined;
  const paragraphs = [
    ...(schema.description === undefined ? [] : [schema.description]),
    ...(schema.values.length > 0 ? [`One of ${schema.values.join(', ')}.`] : []),
    ...(schema.keys.length > 0 ? [`Keys: ${schema.keys.join(', ')}.`] : []),
  ];
  return paragraphs.length === 0 ? undefined : { span, title: name, paragraphs };
}

interface Key {
  readonly label: string;
  readonly detail: string | undefined;
  readonly documentation: string | undefined;
}

function schemaKey(path: readonly string[], key: string): Key {
  return { label: key, detail: undefined, documentation: schemaAt(policySchema, [...path, key])?.description };
}

function ruleKeys(): Key[] {
  return configurableRules.map(({ code, name, summary }) => ({ label: code, detail: name, documentation: summary }));
}

/** Whether keys are the names of answers here: `rules: completeness: Rollback Plan: error`. */
function isOfAnswers([first, second, ...rest]: readonly string[]): boolean {
  const rule = first === 'rules' && second !== undefined && rest.length === 0 ? ruleNamed(second)?.rule : undefined;
  return rule?.name === 'completeness';
}

/** What is asked for by the built-in processes, each name once. */
function answerKeys(path: readonly string[]): Key[] {
  const processes = builtInProcesses();
  const names = processes.flatMap(({ sections, fields }) => [
    ...sections.filter(({ requiredFrom }) => requiredFrom !== undefined).map(({ heading }) => heading),
    ...fields.filter(({ requiredFrom }) => requiredFrom !== undefined).map(({ label }) => label),
  ]);
  const plain = names
    .map((name) => name.replace(/^[\d.]+\s+/, ''))
    .filter((name) => /^[\p{L}][\p{L} ()/-]*$/u.test(name));
  return [...new Set(plain)].map((name) => schemaKey(path, name));
}

function ruleHover(named: string, span: Span): PolicyHover | undefined {
  const rule = ruleNamed(named)?.rule;
  if (!rule) return undefined;
  const severity = typeof rule.severity === 'string' ? rule.severity : undefined;
  return {
    span,
    title: `${rule.code} ${rule.name}`,
    paragraphs: [rule.summary, ...(severity === undefined ? [] : [`By default: ${severity}.`]), rule.source],
  };
}
