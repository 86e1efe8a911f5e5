import type * as v from 'valibot';

/** What of a valibot schema is looked at. */
interface Node {
  readonly type: string;
  readonly wrapped?: Node;
  readonly pipe?: readonly PipeItem[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly value?: unknown;
  readonly rest?: Node;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
  readonly getter?: (input: unknown) => Node;
}

interface PipeItem {
  readonly type: string;
  readonly description?: string;
}

/** What a schema says of one place in a document. */
export interface SchemaPlace {
  /** What people read about it; undefined if nothing was written. */
  readonly description: string | undefined;
  /** The keys that are known here, in the order of the schema. */
  readonly keys: readonly string[];
  /** The values that are expected here, where they are few. */
  readonly values: readonly string[];
  /** A list of things, of which `keys` and `values` tell about one. */
  readonly isList: boolean;
}

/** What a schema says at a path of keys and list positions; undefined where it knows nothing. */
export function schemaAt(schema: v.GenericSchema, path: readonly string[]): SchemaPlace | undefined {
  let nodes: Node[] = [schema];
  let description = descriptionOf(nodes);
  for (const key of path) {
    nodes = nodes.flatMap((node) => below(node, key));
    if (nodes.length === 0) return undefined;
    description = descriptionOf(nodes) ?? (/^\d+$/.test(key) ? description : undefined);
  }
  const here = nodes.flatMap(alternatives);
  const items = here.flatMap(({ type, item }) => (type === 'array' && item ? alternatives(item) : []));
  const all = [...here, ...items];
  return {
    description,
    keys: [...new Set(all.flatMap(({ entries }) => Object.keys(entries ?? {})))],
    values: [...new Set(all.flatMap(valuesOf))],
    isList: items.length > 0,
  };
}

/** The schemas that a value may follow: those of a union, and what optional and lazy ones stand for. */
function alternatives(node: Node): Node[] {
  if (node.wrapped) return alternatives(node.wrapped);
  if (node.type === 'lazy' && node.getter) return alternatives(node.getter(undefined));
  if (node.type === 'union' || node.type === 'variant')
    return (node.options ?? []).flatMap((option) => alternatives(option as Node));
  return [node];
}

function below(node: Node, key: string): Node[] {
  return alternatives(node).flatMap(({ type, entries, item, value, rest }) => {
    if (type === 'array') return item ? [item] : [];
    if (type === 'record') return value === undefined ? [] : [value as Node];
    const entry = entries && Object.hasOwn(entries, key) ? entries[key] : undefined;
    const found = entry ?? rest;
    return found ? [found] : [];
  });
}

function valuesOf({ type, options, literal }: Node): string[] {
  if (type === 'picklist') return (options ?? []).map(String);
  if (type === 'boolean') return ['true', 'false'];
  return type === 'literal' ? [String(literal)] : [];
}

/** The description of the outermost that has one. */
function descriptionOf(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    const own = node.pipe?.findLast(({ type }) => type === 'description')?.description;
    const found = own ?? (node.wrapped ? descriptionOf([node.wrapped]) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}
