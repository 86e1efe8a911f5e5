import type { Dashboard } from '../dashboard/dashboard';
import { countLabels, isUnfinished, type Count } from '../portfolio';
import { facetOf, type Asked } from './asked';
import type { OverviewStrings } from './strings';
import type { Known } from './known';
import { cellKey } from './parts';

/** What records can be: a name for people, and which of them are it. */
export type Facets = ReadonlyMap<string, { readonly label: string; readonly paths: ReadonlySet<string> }>;

/** Everything that the list of records can be narrowed to. */
export function facetsOf({ portfolio }: Dashboard, { folders }: Known, asked: Asked, strings: OverviewStrings): Facets {
  const facets = new Map<string, { label: string; paths: Set<string> }>();
  const add = (choose: string, label: string, paths: Iterable<string>): void => {
    facets.set(choose, { label, paths: new Set(paths) });
  };
  const pathsOf = (some: readonly { readonly path: string }[]): string[] => some.map(({ path }) => path);
  const counted = (facet: string, counts: readonly Count[]): void => {
    for (const { key, label, records: some } of counts) add(`${facet}:${key}`, label, pathsOf(some));
  };
  const unfinished = folders.flatMap(({ input }) => input.records.filter(isUnfinished));
  add('only:open', strings.openOnly, pathsOf(unfinished));
  const late = portfolio.due.filter(({ isOverdue }) => isOverdue);
  add('only:overdue', strings.overdue, pathsOf(late.map(({ record }) => record)));
  add('only:overlapping', strings.cards.overlaps, pathsOf(portfolio.overlaps.flatMap((overlap) => overlap.records)));
  counted('status', portfolio.byStatus);
  counted('risk', portfolio.byRisk);
  counted('age', portfolio.byAge);
  counted('type', portfolio.byType);
  for (const { kind, whom, records: some } of portfolio.waits)
    add(`wait:${kind} ${whom}`, `${strings.cards.waits} ${whom}`, pathsOf(some.map(({ record }) => record)));
  portfolio.matrices.forEach(({ rows }, matrix) => {
    rows.forEach(({ cells, probability }, row) => {
      cells.forEach(({ impact, records: some }, column) => {
        const paths = pathsOf(some.map(({ record }) => record));
        add(cellKey(matrix, row, column), strings.cell(probability, impact), paths);
      });
    });
  });
  for (const choose of asked.chosen) {
    const label = facets.has(choose) ? undefined : labelOfNone(choose, strings);
    if (label !== undefined) add(choose, label, []);
  }
  return facets;
}

/**
 * What was chosen is called when its last record has moved away. It stays chosen until a person takes it out: a list that
 * has narrowed to nothing says so, and does not widen by itself to all. Undefined for what no page has offered.
 */
function labelOfNone(choose: string, strings: OverviewStrings): string | undefined {
  const facet = facetOf(choose);
  if (facet === choose) return undefined;
  const key = choose.slice(facet.length + 1);
  if (facet === 'wait') return `${strings.cards.waits} ${key.slice(key.indexOf(' ') + 1)}`;
  return isCounted(facet) ? countLabels[facet](key) : undefined;
}

function isCounted(facet: string): facet is keyof typeof countLabels {
  return Object.hasOwn(countLabels, facet);
}
