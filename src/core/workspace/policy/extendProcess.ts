import { comparableName } from '../../process/comparableName';
import * as v from 'valibot';
import { changeRecord } from '../../process/changeRecord';
import { changeRequest } from '../../process/changeRequest';
import type {
  DocumentSource,
  FieldRule,
  LimitsDefinition,
  ProcessSource,
  SectionRule,
  StatusDefinition,
  TransitionDefinition,
  RoleDefinition,
} from '../../process/processDefinition';
import { usualRole } from '../../process/processDefinition';
import { threeSteps } from '../../process/riskDefinition';
import { didYouMean } from '../../text/similar';
import { idForm } from '../../process/idForm';
import { processSchema, type ProcessEntry } from './processSchema';

/** The two processes that a team's own can extend, by name. */
export const builtInSources: Readonly<Record<string, ProcessSource>> = {
  [changeRequest.id]: changeRequest,
  [changeRecord.id]: changeRecord,
};

/** A process that a policy asks for, or why there is none, one sentence each. */
export type ExtendedProcess =
  | { readonly kind: 'process'; readonly source: ProcessSource }
  | { readonly kind: 'incomplete'; readonly problems: readonly string[] };

/**
 * The process that an entry of the policy describes: what it inherits, with the entries of its lists laid over those of
 * the same name. Whether it contradicts itself `compileProcess` says.
 */
export function extendProcess(id: string, entry: ProcessEntry): ExtendedProcess {
  const base = entry.extends === 'nothing' ? undefined : builtInSources[entry.extends ?? id];
  const problems: string[] = [];
  if (entry.extends === undefined && !base) {
    const guess = didYouMean(id, Object.keys(builtInSources));
    const message = `"${id}" is no built-in process; "extends" says what it inherits from, or "nothing".${guess}`;
    return { kind: 'incomplete', problems: [message] };
  }
  const need = <T>(value: T | undefined, what: string, fallback: T): T => {
    if (value === undefined) problems.push(`"${id}" inherits nothing and has no "${what}".`);
    return value ?? fallback;
  };
  const lay = <T extends object>(
    what: string,
    inherited: readonly T[],
    entries: readonly object[],
    list: List<T>,
  ): T[] => {
    const laid = laidOver(
      inherited,
      entries.map((each) => camel(each) as Laid<T>),
      list,
    );
    const names = inherited.map(list.nameOf);
    problems.push(
      ...laid.missing.map(
        ([name, key]) => `${what} "${name}" of "${id}" has no "${kebab(key)}".${didYouMean(name, names)}`,
      ),
    );
    return laid.items;
  };
  const source: ProcessSource = {
    id,
    name: need(entry.name ?? base?.name, 'name', id),
    kind: need(entry.kind ?? base?.kind, 'kind', 'change-request'),
    identity: need(entry.ids === undefined ? base?.identity : idForm(entry.ids), 'ids', changeRequest.identity),
    statuses: lay('The status', base?.statuses ?? [], entry.statuses ?? [], statusList).map((status, index) => ({
      ...status,
      role: (status as Partial<StatusDefinition>).role ?? usualRole(status, index === 0),
    })),
    transitions: lay('The transition', base?.transitions ?? [], entry.transitions ?? [], transitionList),
    roles: lay('The role', base?.roles ?? [], entry.roles ?? [], roleList),
    tokens: entry.tokens?.map((text) => ({ text })) ?? base?.tokens ?? [],
    documents: lay('The document', base?.documents ?? [], entry.documents ?? [], documentList),
    sections: lay('The section', base?.sections ?? [], entry.sections ?? [], sectionList),
    fields: lay('The field', base?.fields ?? [], entry.fields ?? [], fieldList),
    ...branchNamesOf(entry, base),
    ...riskOf(entry, base, problems),
    ...limitsOf(entry, base),
  };
  if (source.documents[0]?.id !== 'record') problems.push(`The first document of "${id}" is "record".`);
  if (source.statuses.length === 0) problems.push(`"${id}" has no statuses.`);
  return problems.length > 0 ? { kind: 'incomplete', problems } : { kind: 'process', source };
}

/** The whole of a process in the format of the policy; it inherits nothing. */
export function printedProcess(source: ProcessSource): ProcessEntry {
  const { name, kind, identity, statuses, transitions, roles, tokens, documents, sections, fields } = source;
  const { branchNames, risk, limits } = source;
  // The schema gives the keys their order: what is printed and read again is printed the same.
  const whole = kebabDeep({
    extends: 'nothing',
    name,
    kind,
    ids: identity.source,
    statuses,
    transitions,
    roles,
    tokens: tokens.map(({ text }) => text),
    documents,
    sections,
    fields,
    ...(branchNames ? { branchNames } : {}),
    ...(risk ? { risk } : {}),
    ...(limits ? { limits } : {}),
  });
  return v.parse(processSchema, whole);
}

/** How the entries of a list are distinguished, and what one that inherits nothing has to say. */
interface List<T> {
  readonly nameOf: (item: T) => string;
  readonly needed: readonly (keyof T & string)[];
  readonly defaults?: Partial<T>;
}

const statusList: List<StatusDefinition> = {
  nameOf: ({ id }) => id,
  needed: ['meaning', 'stage'],
  defaults: { final: false, needsApproval: false },
};
const transitionList: List<TransitionDefinition> = { nameOf: ({ from, to }) => `${from} to ${to}`, needed: [] };
const roleList: List<RoleDefinition> = { nameOf: ({ id }) => id, needed: ['label'] };
const documentList: List<DocumentSource> = { nameOf: ({ id }) => id, needed: ['template'] };
const sectionList: List<SectionRule> = { nameOf: ({ path }) => path, needed: ['key'] };
const fieldList: List<FieldRule> = { nameOf: ({ path }) => path, needed: ['key'] };

/** An entry as it is laid over another one: whole or in part, or to take it away. */
type Laid<T> = T & { readonly remove?: true };

function laidOver<T extends object>(
  inherited: readonly T[],
  entries: readonly Laid<T>[],
  { nameOf, needed, defaults }: List<T>,
): { readonly items: T[]; readonly missing: [name: string, key: string][] } {
  const items = new Map(inherited.map((item) => [nameOf(item), item]));
  const missing: [string, string][] = [];
  for (const { remove, ...entry } of entries) {
    const name = nameOf(entry as unknown as T);
    if (remove) {
      items.delete(name);
      continue;
    }
    const before = items.get(name);
    const item = { ...(before ?? defaults), ...entry, ...allNames(before, entry) } as T;
    missing.push(...needed.filter((key) => item[key] === undefined).map((key): [string, string] => [name, key]));
    items.set(name, item);
  }
  const own = new Set(entries.flatMap((entry) => namesIn(entry as Names)).map(comparableName));
  const named = new Set(entries.map((entry) => nameOf(entry as unknown as T)));
  // A name that the policy gives to one thing is no other's any more.
  return { items: [...items.values()].map((item) => (named.has(nameOf(item)) ? item : without(item, own))), missing };
}

/** Names of a thing beside its own, of which a policy adds some. */
const nameKeys = ['aliases', 'localAliases'] as const;
type Names = Partial<Record<(typeof nameKeys)[number], readonly string[]>>;

function namesIn(item: Names): readonly string[] {
  return nameKeys.flatMap((key) => item[key] ?? []);
}

/** The other names that a thing had already, and those that an entry adds. */
function allNames(before: Names | undefined, entry: Names): Names {
  const names: Names = {};
  for (const key of nameKeys)
    if (before?.[key] && entry[key]) names[key] = [...new Set([...before[key], ...entry[key]])];
  return names;
}

function without<T extends object>(item: T, taken: ReadonlySet<string>): T {
  if (taken.size === 0 || namesIn(item).length === 0) return item;
  const names: Names = {};
  for (const key of nameKeys) {
    const had = (item as Names)[key];
    if (had?.some((name) => taken.has(comparableName(name))))
      names[key] = had.filter((name) => !taken.has(comparableName(name)));
  }
  return { ...item, ...names };
}

function branchNamesOf(entry: ProcessEntry, base: ProcessSource | undefined): Pick<ProcessSource, 'branchNames'> {
  const named = entry['branch-names']?.map(
    (rule) => ({ reference: 'requirement', ...rule }) as NonNullable<ProcessSource['branchNames']>[number],
  );
  const branchNames = named ?? base?.branchNames;
  return branchNames ? { branchNames } : {};
}

/** The scale of risks, key by key; synonyms of levels that are there no more go with them. */
function riskOf(
  { risk: entry }: ProcessEntry,
  base: ProcessSource | undefined,
  problems: string[],
): Pick<ProcessSource, 'risk'> {
  const inherited = base?.risk ?? threeSteps;
  if (!entry) return base?.risk ? { risk: base.risk } : {};
  const { levels = inherited.levels, bands = inherited.bands } = entry;
  const highest = (steps: Readonly<Record<string, number>>): number => Math.max(...Object.values(steps));
  if (!entry.bands && highest(levels) !== highest(inherited.levels))
    problems.push('"risk" has other "levels" and no "bands", which say from which score on each begins.');
  const synonyms =
    entry.synonyms ??
    Object.fromEntries(Object.entries(inherited.synonyms ?? {}).filter(([name]) => Object.hasOwn(levels, name)));
  const high = entry.high ?? (entry.bands ? undefined : inherited.high);
  return { risk: { levels, synonyms, bands, ...(high === undefined ? {} : { high }) } };
}

/** Limits, key by key, those by type of change type by type. */
function limitsOf({ limits: entry }: ProcessEntry, base: ProcessSource | undefined): Pick<ProcessSource, 'limits'> {
  const inherited = base?.limits;
  if (!entry) return inherited ? { limits: inherited } : {};
  const own = camel(entry) as LimitsDefinition;
  const approval = own.approval && { ...inherited?.approval, ...own.approval };
  const review = own.review && { ...inherited?.review, ...own.review };
  return { limits: { ...inherited, ...own, ...(approval ? { approval } : {}), ...(review ? { review } : {}) } };
}

/** Keys of the policy have hyphens, those of the code capitals. Only keys of the format itself are rewritten. */
function camel(entry: object): object {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]: [string, unknown]) => [
      key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Keys below these are words of the process, and stay. */
const keysOfWords: ReadonlySet<string> = new Set(['values', 'synonyms', 'levels', 'bands', 'approval', 'review']);

function kebabDeep(value: unknown, isWords = false): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => kebabDeep(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      isWords ? key : kebab(key),
      kebabDeep(each, keysOfWords.has(key)),
    ]),
  );
}
