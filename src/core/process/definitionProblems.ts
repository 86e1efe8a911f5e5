import type { FieldDefinition, Process } from './process';
import type { Condition, FieldRule } from './processDefinition';
import { didYouMean } from '../text/similar';
import { riskProblems } from './riskDefinition';

/** What in a process contradicts something else in it, one sentence each. */
export function definitionProblems(process: Process): string[] {
  return [
    ...repeated(process.source.sections, 'section'),
    ...repeated(process.fields, 'field'),
    ...statusProblems(process),
    ...guardProblems(process),
    ...process.source.fields.flatMap((rule) => optionProblems(rule, process.field(rule.key))),
    ...process.source.fields.flatMap(({ path, after }) =>
      after !== undefined && !process.field(after) ? [`"${path}" comes after the unknown field "${after}".`] : [],
    ),
    ...(process.source.risk ? riskProblems(process.source.risk) : []),
    ...limitProblems(process),
    ...conditions(process).flatMap(({ of, condition }) => conditionProblems(of, condition, process)),
  ];
}

/** The field that was meant, by its key. */
function aField(key: string, { fields }: Process): string {
  return didYouMean(
    key,
    fields.map((field) => field.key),
  );
}

function repeated(things: readonly { readonly key: string }[], what: string): string[] {
  const keys = things.map(({ key }) => key);
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...twice].map((key) => `Two ${what}s have the key "${key}".`);
}

function statusProblems({ statuses, transitions }: Process): string[] {
  const known = new Set(statuses.map(({ id }) => id));
  return transitions.flatMap(({ from, to }) =>
    [from, to]
      .filter((status) => !known.has(status))
      .map(
        (status) =>
          `The transition from ${from} to ${to} names the unknown status "${status}".${didYouMean(status, known)}`,
      ),
  );
}

/** Fields that a guard names and the process does not have. */
function guardProblems(process: Process): string[] {
  return process.transitions.flatMap(({ from, to, guards = [] }) =>
    guards.flatMap((guard) =>
      guard.kind === 'answer' && !process.field(guard.field)
        ? [
            `The transition from ${from} to ${to} asks for the unknown field "${guard.field}".${aField(guard.field, process)}`,
          ]
        : [],
    ),
  );
}

/** Types of change that a limit names and the process does not have. */
function limitProblems(process: Process): string[] {
  const { approval = {}, review = {} } = process.source.limits ?? {};
  const types = process.field('type')?.options.map(({ value }) => value) ?? [];
  return [...new Set([...Object.keys(approval), ...Object.keys(review)])]
    .filter((type) => !types.includes(type))
    .map(
      (type) =>
        `"limits" names the type "${type}", which ${types.length > 0 ? 'is none of ' + types.join(', ') : 'the process does not have'}.${didYouMean(type, types)}`,
    );
}

/** Words of a rule about options that the field does not have. */
function optionProblems(rule: FieldRule, field: FieldDefinition | undefined): string[] {
  if (!field) return [];
  const known = new Set(field.options.flatMap(({ label, value }) => [label, value]));
  const named = [...(rule.exclusive ?? []), ...Object.keys(rule.values ?? {}), ...Object.keys(rule.synonyms ?? {})];
  const unknown = [...new Set(named)].filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => `"${rule.path}" has no option "${name}".${didYouMean(name, known)}`),
    ...((field.answer === 'choice' || field.answer === 'choices') && field.options.length === 0
      ? [`"${rule.path}" is a choice and has no options.`]
      : []),
  ];
}

function conditions({ source, transitions, roles }: Process): { of: string; condition: Condition }[] {
  const when = (of: string, condition: Condition | undefined): { of: string; condition: Condition }[] =>
    condition ? [{ of, condition }] : [];
  return [
    ...transitions.flatMap(({ from, to, when: condition, guards = [] }) => {
      const of = `the transition from ${from} to ${to}`;
      const unless = guards.flatMap((guard) => (guard.kind === 'approval' ? when(of, guard.unless) : []));
      return [...when(of, condition), ...unless];
    }),
    ...(source.branchNames ?? []).flatMap(({ pattern, when: condition }) => when(`the branch ${pattern}`, condition)),
    ...roles.flatMap(({ label, requiredWhen }) => when(label, requiredWhen)),
    ...source.documents.flatMap(({ id, requiredWhen }) => when(`the document ${id}`, requiredWhen)),
    ...source.sections.flatMap(({ path, requiredWhen }) => when(path, requiredWhen)),
    ...source.fields.flatMap(({ path, requiredWhen }) => when(path, requiredWhen)),
  ];
}

function conditionProblems(of: string, condition: Condition, process: Process): string[] {
  if ('any' in condition) return condition.any.flatMap((each) => conditionProblems(of, each, process));
  if ('all' in condition) return condition.all.flatMap((each) => conditionProblems(of, each, process));
  if ('idSince' in condition) return [];
  const field = process.field(condition.field);
  if (!field)
    return [
      `The condition of "${of}" names the unknown field "${condition.field}".${aField(condition.field, process)}`,
    ];
  if (field.options.length === 0) return [];
  const known = new Set(field.options.map(({ value }) => value.toLowerCase()));
  return condition.is
    .filter((value) => !known.has(value.toLowerCase()))
    .map(
      (value) =>
        `The condition of "${of}" names "${value}", which "${field.label}" does not offer.${didYouMean(
          value,
          field.options.map((option) => option.value),
        )}`,
    );
}
