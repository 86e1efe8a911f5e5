import { comparableName } from './comparableName';

/** The rules of a process by the path that they are for, and which of them have found what they are for. */
export class PathRules<T extends { readonly path: string }> {
  private readonly byPath = new Map<string, T>();
  private readonly unused: Set<T>;

  constructor(rules: readonly T[]) {
    for (const rule of rules) {
      const path = comparablePath(rule.path);
      if (!this.byPath.has(path)) this.byPath.set(path, rule);
    }
    this.unused = new Set(rules);
  }

  /** The rule for a path, given as its comparable names; it counts as used from now on. */
  take(path: readonly string[]): T | undefined {
    const rule = this.byPath.get(path.join(separator));
    if (rule) this.unused.delete(rule);
    return rule;
  }

  /** Those that nothing was found for, in their order. A second rule for the same path is one of them. */
  rest(): readonly T[] {
    return [...this.unused];
  }
}

const separator = ' / ';

/** The parts of a path as they are compared: `Impact Assessment / 1. Code Impact` → `impact assessment / code impact`. */
function comparablePath(path: string): string {
  return pathParts(path).map(comparableName).join(separator);
}

/** The headings and the label that a path is made of, as they are written. */
export function pathParts(path: string): string[] {
  return path.split(separator);
}
