import type { LineIndex } from '../text/lineIndex';
import type { Finding } from './finding';
import type { SuppressedRule, Suppression } from './suppression';

/** What became of the findings of a record when its suppressions were heard. */
export interface Suppressed {
  readonly shown: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** The rules of suppressions that kept a finding quiet. */
  readonly used: ReadonlySet<SuppressedRule>;
}

/** The suppressions of one rule in one text. */
interface Places {
  readonly lines: Map<number, SuppressedRule>;
  /** By their first line. What ends one ends all that began before it, so that the last one that began decides. */
  readonly regions: SuppressedRule[];
  /** Counts everywhere. */
  whole?: SuppressedRule;
}

/** Takes out the findings that a comment keeps quiet: those of its rule whose place begins on one of its lines. */
export function suppressFindings(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  lines: ReadonlyMap<string, LineIndex>,
): Suppressed {
  const used = new Set<SuppressedRule>();
  if (suppressions.length === 0) return { shown: findings, suppressed: [], used };
  const places = placesOf(suppressions);
  const shown: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of findings) {
    const line = lines.get(finding.path)?.lineAt(finding.span.start);
    const found = line === undefined ? undefined : suppressionAt(places.get(keyOf(finding.path, finding.code)), line);
    if (found) used.add(found);
    (found ? suppressed : shown).push(finding);
  }
  return { shown, suppressed, used };
}

function placesOf(suppressions: readonly Suppression[]): Map<string, Places> {
  const places = new Map<string, Places>();
  for (const { document, rules, scope } of suppressions) {
    for (const named of rules) {
      const { rule, from, to } = named;
      if (!rule || rule.unsuppressable === true || to < from) continue;
      const key = keyOf(document.path, rule.code);
      const known = places.get(key) ?? { lines: new Map<number, SuppressedRule>(), regions: [] };
      if (named.isOld) known.whole ??= named;
      else if (scope === 'from-here') known.regions.push(named);
      else if (!known.lines.has(from)) known.lines.set(from, named);
      places.set(key, known);
    }
  }
  return places;
}

function suppressionAt(places: Places | undefined, line: number): SuppressedRule | undefined {
  if (!places) return undefined;
  if (places.whole) return places.whole;
  const exact = places.lines.get(line);
  if (exact) return exact;
  const { regions } = places;
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((regions[middle]?.from ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  const last = regions[low - 1];
  return last && line <= last.to ? last : undefined;
}

function keyOf(path: string, code: string): string {
  return `${code} ${path}`;
}
