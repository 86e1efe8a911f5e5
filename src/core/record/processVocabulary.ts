import { withoutPictures } from '../text/pictures';
import { comparableName, withoutAccents } from '../process/comparableName';
import type { RoleDefinition } from '../process/processDefinition';
import { remembered } from '../text/remembered';
import { ownLabels } from './ownLabels';
import type { FieldDefinition, OptionDefinition, Process, SectionDefinition } from '../process/process';

/** The names that a process gives to its sections, fields and options, looked up by comparable name. */
export interface ProcessVocabulary {
  readonly sections: ReadonlyMap<string, readonly SectionDefinition[]>;
  readonly fields: ReadonlyMap<string, readonly FieldDefinition[]>;
  /** Fields by name, and what else is a label of a record: of its ID, of its title. */
  readonly labels: ReadonlyMap<string, readonly FieldDefinition[]>;
  /** The first role of each name. */
  readonly roles: ReadonlyMap<string, RoleDefinition>;
}

const noFields: readonly FieldDefinition[] = [];

const vocabularies = new WeakMap<Process, ProcessVocabulary>();

/** The vocabulary of a process; worked out once for each. */
export function vocabularyOf(process: Process): ProcessVocabulary {
  let vocabulary = vocabularies.get(process);
  if (!vocabulary) {
    const fields = byName(process.fields);
    const others = [...ownLabels].filter((name) => !fields.has(name)).map((name) => [name, noFields] as const);
    vocabulary = {
      sections: byName(process.sections),
      fields,
      labels: new Map([...fields, ...others]),
      roles: rolesByName(process.roles),
    };
    vocabularies.set(process, vocabulary);
  }
  return vocabulary;
}

function byName<T extends { readonly names: readonly string[] }>(
  things: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const named = new Map<string, T[]>();
  for (const thing of things) {
    for (const name of new Set(thing.names)) {
      const same = named.get(name);
      if (same) same.push(thing);
      else named.set(name, [thing]);
    }
  }
  return named;
}

function rolesByName(roles: readonly RoleDefinition[]): ReadonlyMap<string, RoleDefinition> {
  const named = new Map<string, RoleDefinition>();
  for (const role of roles) {
    for (const label of [role.label, ...(role.aliases ?? [])]) {
      const name = comparableName(label);
      if (!named.has(name)) named.set(name, role);
    }
  }
  return named;
}

const finders = new WeakMap<readonly OptionDefinition[], (text: string) => OptionDefinition | null>();

/**
 * The option that a text names: all of it, or the words it begins with where a remark follows (`FEATURE
 * (performance)`, `P2 - MEDIUM for now`); the longest name wins.
 */
export function optionNamed(text: string, options: readonly OptionDefinition[]): OptionDefinition | undefined {
  if (options.length === 0 || text.length > 500) return undefined;
  let find = finders.get(options);
  if (!find) {
    find = finderOf(options);
    finders.set(options, find);
  }
  return find(text) ?? undefined;
}

function finderOf(options: readonly OptionDefinition[]): (text: string) => OptionDefinition | null {
  const names = new Map(
    options.flatMap((option) =>
      [option.label, option.value, ...option.names].map((name) => [optionName(name), option]),
    ),
  );
  return remembered((text) => bestOption(text, names), { most: 256, longest: 100 });
}

function bestOption(text: string, names: ReadonlyMap<string, OptionDefinition>): OptionDefinition | null {
  const wanted = optionName(text);
  const exact = names.get(wanted);
  if (exact) return exact;
  let best: OptionDefinition | null = null;
  let length = 0;
  for (const [name, option] of names) {
    if (name.length > length && wanted.startsWith(name) && !/[\p{L}\p{N}]/u.test(wanted.charAt(name.length))) {
      best = option;
      length = name.length;
    }
  }
  return best;
}

/** An option as it is compared: without case, pictures, Markdown marks and the punctuation between its words. */
function optionName(text: string): string {
  return withoutAccents(withoutPictures(text))
    .replace(/[*`~]+/g, '')
    .replace(/[\s_\-–—]+/g, ' ')
    .trim()
    .toLowerCase();
}
