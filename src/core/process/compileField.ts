import type { ListItem } from '../markdown/blocks';
import { slice, type Span } from '../text/span';
import { comparableName } from './comparableName';
import type { FieldDefinition, OptionDefinition, SectionDefinition } from './process';
import type { AnswerKind, DocumentSource, FieldRule } from './processDefinition';

/** What is known of a field before it is compiled. */
export interface FieldRequest {
  readonly key: string;
  readonly rule: FieldRule | undefined;
  readonly label: string;
  readonly section: SectionDefinition | undefined;
  readonly document: DocumentSource['id'];
  /** The template and where in it the field and its value stand. */
  readonly text: string;
  readonly span: Span;
  readonly value: Span;
  readonly items: readonly ListItem[];
  readonly written: 'prose' | undefined;
  readonly group: string | undefined;
}

/** Makes a field of what the template shows and its rule says. */
export function compileField(request: FieldRequest): FieldDefinition {
  const { key, rule, label, section, document, text, span, value, items, written, group } = request;
  const boxes = items.filter(({ box }) => box !== undefined);
  const inline = slice(text, value);
  const words = boxes.length > 0 ? boxes.map(({ content }) => slice(text, content)) : listed(inline, rule?.answer);
  const answer = rule?.answer ?? answerKind(inline, boxes.length > 0, words.length > 0, items.length > 0, document);
  const isChoice = answer === 'choice' || answer === 'choices' || answer === 'done';
  const options = isChoice ? [...words, ...(rule?.more ?? [])].map((word) => option(word, rule)) : [];
  return {
    key,
    label,
    names: [...new Set([label, ...(rule?.aliases ?? [])].map(comparableName))],
    section,
    document,
    answer,
    options,
    written: written ?? (boxes.length > 0 ? 'boxes' : 'line'),
    placeholder: inline,
    requiredFrom: rule?.requiredFrom,
    requiredWhen: rule?.requiredWhen,
    optional: rule?.optional === true,
    group,
    template: text === '' ? undefined : { text, span, value },
    after: rule?.after,
    initial: rule?.initial,
  };
}

/** The options of `[A | B | C]`; of `[A/B/C]` only where a choice is asked for, since a slash may mean anything. */
function listed(value: string, answer: AnswerKind | undefined): string[] {
  const inside = /^\[([^[\]]+)\]$/.exec(value.trim())?.[1];
  if (inside === undefined) return [];
  if (inside.includes(' | ')) return inside.split('|').map((word) => word.trim());
  return answer === 'choice' && inside.includes('/') ? inside.split('/').map((word) => word.trim()) : [];
}

function answerKind(
  value: string,
  hasBoxes: boolean,
  hasOptions: boolean,
  hasItems: boolean,
  document: DocumentSource['id'],
): AnswerKind {
  if (hasBoxes) return document === 'implementation-plan' ? 'done' : 'choices';
  if (hasOptions) return 'choice';
  if (/^\[?YYYY-MM-DD HH:MM/.test(value)) return 'date-time';
  if (/^\[?YYYY-MM-DD/.test(value)) return 'date';
  return hasItems ? 'list' : 'text';
}

function option(label: string, rule: FieldRule | undefined): OptionDefinition {
  const plain = comparableName(label);
  // `P1 - HIGH (Major feature)` is also known as `P1` and as `HIGH`.
  const parts = /^([\p{L}\p{N}]+)\s+[-–]\s+(.+)$/u.exec(plain);
  const value = rule?.values?.[label] ?? (parts?.[1] ?? withoutNote(label)).trim();
  const known = [
    plain,
    ...(parts ? [parts[1] ?? '', parts[2] ?? ''] : []),
    ...(rule?.synonyms?.[label] ?? rule?.synonyms?.[value] ?? []),
  ];
  return {
    label,
    value: parts && rule?.values?.[label] === undefined ? value.toUpperCase() : value,
    names: [...new Set(known.filter((name) => name !== ''))],
    exclusive: rule?.exclusive?.includes(label) === true,
    open: /_{3,}|\[[^\]]*\]\s*$/.test(label),
  };
}

function withoutNote(label: string): string {
  return label.replace(/\s*\([^()]*\)\s*$/, '').replace(/:\s*(?:_{3,}|\[[^\]]*\])\s*$/, '');
}
