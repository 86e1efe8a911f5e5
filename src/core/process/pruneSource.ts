import { compileProcess } from './compileProcess';
import type { Process } from './process';
import type { Condition, FieldRule, ProcessSource } from './processDefinition';

/**
 * The same process without words about options that its templates do not offer (any more), so that a template may
 * offer fewer than the rules know. A condition that asks for such an option never holds.
 * @throws ProcessDefinitionError for what is wrong otherwise.
 */
export function pruneSource(source: ProcessSource): ProcessSource {
  const bare = compileProcess(bareSource(source));
  const fields = source.fields.map((rule) => prunedRule(rule, bare));
  const values = new Map(fields.map((rule) => [rule.key, Object.values(rule.values ?? {})]));
  return pruned({ ...source, fields }, (key) => {
    const field = bare.field(key);
    return field && [...field.options.map(({ value }) => value), ...(values.get(key) ?? [])];
  });
}

/** What says which options there are, and nothing about them. */
function bareSource(source: ProcessSource): ProcessSource {
  return {
    id: source.id,
    name: source.name,
    kind: source.kind,
    identity: source.identity,
    statuses: source.statuses,
    transitions: [],
    roles: [],
    tokens: [],
    documents: source.documents.map(({ id, template }) => ({ id, template })),
    sections: source.sections.map(({ path, key }) => ({ path, key })),
    fields: source.fields.map(
      ({ path, key, aliases, localAliases, unlabeled, answer, more, optional, template, after }) => ({
        path,
        key,
        ...defined({ aliases, localAliases, unlabeled, answer, more, optional, template, after }),
      }),
    ),
  };
}

function prunedRule(rule: FieldRule, process: Process): FieldRule {
  const options = process.field(rule.key)?.options ?? [];
  const known = new Set(options.flatMap(({ label, value }) => [label, value]));
  const values = rule.values && only(rule.values, known);
  const named = new Set([...known, ...Object.values(values ?? {})]);
  return {
    ...rule,
    ...defined({
      values,
      exclusive: rule.exclusive?.filter((option) => named.has(option)),
      synonyms: rule.synonyms && only(rule.synonyms, named),
    }),
  };
}

function only<T>(table: Readonly<Record<string, T>>, known: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => known.has(name)));
}

function defined<T extends object>(things: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(things).filter(([, thing]) => thing !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

/** What a field offers: nothing where any words will do; undefined where there is no such field. */
type Offers = (key: string) => readonly string[] | undefined;

/** The same data with every condition in it cut down to what there is. */
function pruned<T>(data: T, offers: Offers): T {
  if (Array.isArray(data)) return data.map((each: unknown) => pruned(each, offers)) as T;
  if (typeof data !== 'object' || data === null) return data;
  if (isComparison(data)) return prunedComparison(data, offers) as T;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, pruned<unknown>(value, offers)])) as T;
}

type Comparison = Extract<Condition, { readonly field: string }>;

function isComparison(data: object): data is Comparison {
  return 'field' in data && 'is' in data && typeof data.field === 'string' && Array.isArray(data.is);
}

function prunedComparison({ field, is }: Comparison, offers: Offers): Condition {
  const values = offers(field);
  if (!values) return { any: [] };
  if (values.length === 0) return { field, is };
  const known = new Set(values.map((value) => value.toLowerCase()));
  return { field, is: is.filter((value) => known.has(value.toLowerCase())) };
}
