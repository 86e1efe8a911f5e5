import type { ListItem } from '../markdown/blocks';
import { slice } from '../text/span';
import { comparableName } from './comparableName';
import { compileOptions, optionsIn } from './compileOptions';
import { isPlaceholder } from './placeholder';
import type { FieldDefinition, FieldTemplate, SectionDefinition } from './process';
import type { AnswerKind, DocumentSource, FieldRule } from './processDefinition';

/** What is known of a field before it is compiled. */
export interface FieldRequest {
  readonly key: string;
  readonly rule: FieldRule | undefined;
  readonly label: string;
  readonly section: SectionDefinition | undefined;
  readonly document: DocumentSource['id'];
  readonly template: FieldTemplate | undefined;
  /** The template's own value, where that is more than `template` says. */
  readonly placeholder?: string;
  /** The list items of its value. */
  readonly items: readonly ListItem[];
  /** It is a heading, answered by what stands below. */
  readonly isHeading: boolean;
  readonly group: string | undefined;
}

/** Makes a field of what the template shows and its rule says. */
export function compileField(request: FieldRequest): FieldDefinition {
  const { key, rule, label, section, document, template, items, isHeading, group } = request;
  const placeholder = request.placeholder ?? (template ? slice(template.text, template.value) : '');
  const boxes = items.filter(({ box }) => box !== undefined);
  const listed = optionsIn(placeholder, rule?.answer === 'choice' || rule?.answer === 'choices');
  const isList = items.length > 0 && items.every(({ content }) => isPlaceholder(slice(template?.text ?? '', content)));
  const answer = rule?.answer ?? answerKind(placeholder, boxes.length > 0, listed.length > 0, isList, document);
  const words = boxes.length > 0 ? boxes.map(({ content }) => slice(template?.text ?? '', content)) : listed;
  return {
    key,
    label,
    names: namesOf(label, [...(rule?.aliases ?? []), ...(rule?.localAliases ?? [])]),
    unlabeled: rule?.unlabeled,
    localNames: new Set(rule?.localAliases?.map(comparableName)),
    section,
    document,
    answer,
    options: answer === 'choice' || answer === 'choices' || answer === 'done' ? compileOptions(words, rule) : [],
    written: isHeading ? 'prose' : boxes.length > 0 ? 'boxes' : 'line',
    placeholder,
    requiredFrom: rule?.requiredFrom,
    requiredWhen: rule?.requiredWhen,
    optional: rule?.optional === true,
    group,
    template,
    after: rule?.after,
    initial: rule?.initial,
  };
}

/** The names that a heading or label goes by, as they are compared. `Approver(s)` is one or many. */
export function namesOf(label: string, aliases: readonly string[] = []): string[] {
  const forms = label.includes('(s)') ? [label, label.replace('(s)', 's')] : [label];
  return [...new Set([...forms, ...aliases].map(comparableName))];
}

/** What sort of answer a template asks for, where no rule says. Items with words of their own are a form, no list. */
function answerKind(
  placeholder: string,
  hasBoxes: boolean,
  hasOptions: boolean,
  isList: boolean,
  document: DocumentSource['id'],
): AnswerKind {
  if (hasBoxes) return document === 'implementation-plan' ? 'done' : 'choices';
  if (hasOptions) return 'choice';
  if (/^\[?YYYY-MM-DD HH:MM/.test(placeholder)) return 'date-time';
  if (/^\[?YYYY-MM-DD\]?$/.test(placeholder)) return 'date';
  if (placeholder.startsWith('|')) return 'table';
  return isList ? 'list' : 'text';
}
