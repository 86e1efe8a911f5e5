import { todayIn } from '../../lifecycle/today';
import { dayIn } from '../../lifecycle/instants';
import type { Dashboard } from '../dashboard/dashboard';
import { explorer, type ExplorerRow } from '../explorer';
import type { NamedRecord } from '../metrics/metricsReport';
import { section, type PagePart } from '../page/html';
import type { Count } from '../portfolio';
import type { PortfolioMatrix } from '../portfolioMatrix';
import type { Content } from '../svg/markup';
import { facetsOf, type Facets } from './facets';
import { headPart, type Known, type OverviewView } from './known';
import { metricSections } from './metricSections';
import {
  barsPart,
  behindCounts,
  chipsPart,
  facts,
  figuresPart,
  listPart,
  matrixPart,
  plain,
  runButton,
  selectPart,
  type Entry,
  type Figure,
  type Shown,
} from './parts';

/** How many rows are shown at once. */
const most = { records: 10, due: 6, overlaps: 4 } as const;

/** The dashboard as its page shows it. */
export function dashboardPage(dashboard: Dashboard, known: Known, shown: Shown): OverviewView {
  const { portfolio, metrics, zone } = dashboard;
  const { strings } = shown;
  const facets = facetsOf(dashboard, known, shown.asked, strings);
  const rows = chosenRows(known, facets, shown);
  return {
    parts: [
      headPart(
        strings.dashboard,
        strings.facts(portfolio.total, portfolio.archived, dayIn(zone, known.now)),
        known,
        shown,
        quarterSelect(dashboard, shown),
        runButton('export', strings.exportAs),
      ),
      glance(dashboard, facets, shown),
      // The tall ones first: what stands side by side is about as high.
      bars('status', portfolio.byStatus, shown),
      matrices(portfolio.matrices, shown),
      bars('type', portfolio.byType, shown),
      waits(dashboard, shown),
      bars('risk', portfolio.byRisk, shown),
      bars('age', portfolio.byAge, shown),
      records(rows, facets, known, shown),
      due(dashboard, shown),
      overlaps(dashboard, shown),
      ...metricSections(metrics, shown),
    ],
    spoken: strings.countOf(rows.length),
  };
}

function quarterSelect({ metrics }: Dashboard, { strings }: Shown): Content {
  // One that was asked for and has no values by now, or none in this folder, is still the one that is shown.
  const quarters = [...new Set([...metrics.quarters, ...(metrics.quarter === null ? [] : [metrics.quarter])])].sort();
  if (quarters.length === 0) return undefined;
  return selectPart('quarter', strings.quarter, metrics.quarter ?? '', [
    { value: '', label: strings.allQuarters },
    ...quarters.reverse().map((quarter) => ({ value: quarter, label: quarter })),
  ]);
}

/** The records that are everything that was chosen, what needs somebody first. */
function chosenRows({ folders, now }: Known, facets: Facets, { asked }: Shown): ExplorerRow[] {
  const wanted = asked.chosen.flatMap((each) => facets.get(each) ?? []);
  const [first] = folders;
  const today = todayIn(first?.input.policy.zone ?? 'UTC', now);
  const some = folders
    .flatMap(({ input }) => input.records)
    .filter(({ archived, path }) => !archived && wanted.every(({ paths }) => paths.has(path)));
  return explorer(some, 'none', today).flatMap((row) => (row.kind === 'record' ? [row] : []));
}

function glance({ portfolio }: Dashboard, facets: Facets, shown: Shown): PagePart {
  const { figures } = shown.strings;
  const figure = (choose: string, label: string, value: string, isAlert = false): Figure => ({
    choose,
    label,
    value,
    isAlert,
  });
  const size = (choose: string): number => facets.get(choose)?.paths.size ?? 0;
  const overlapping = size('only:overlapping');
  return section(
    'glance',
    figures.glance,
    // Seen, it needs no heading: what follows are numbers with their names.
    { class: 'whole', isUnseen: true },
    figuresPart(
      [
        figure('only:open', figures.open, String(portfolio.open)),
        figure('status:PROPOSED', figures.proposed, String(size('status:PROPOSED'))),
        figure('only:overdue', figures.overdue, String(size('only:overdue')), size('only:overdue') > 0),
        figure(
          'only:overlapping',
          figures.overlapping,
          portfolio.hasMoreOverlaps ? `> ${String(overlapping)}` : String(overlapping),
        ),
      ],
      'glance.0',
      shown,
    ),
  );
}

function bars(facet: 'status' | 'risk' | 'age' | 'type', counts: readonly Count[], shown: Shown): PagePart {
  const { cards, nothingOpen } = shown.strings;
  const all = counts.map(({ key, label, records: some }) => ({ choose: `${facet}:${key}`, label, count: some.length }));
  return section(
    facet,
    cards[facet],
    { class: 'small' },
    barsPart(facet, cards[facet], all, nothingOpen, shown),
    behindCounts(counts, shown),
  );
}

function waits({ portfolio }: Dashboard, shown: Shown): PagePart {
  const { cards, nothingWaits } = shown.strings;
  const counts = portfolio.waits.map(({ kind, whom, records: some }) => ({
    key: `${kind} ${whom}`,
    label: whom,
    records: some.map(({ record }) => record),
  }));
  const all = counts.map(({ key, label, records: some }) => ({ choose: `wait:${key}`, label, count: some.length }));
  return section(
    'waits',
    cards.waits,
    { class: 'small' },
    barsPart('waits', cards.waits, all, nothingWaits, shown),
    behindCounts(counts, shown),
  );
}

function matrices(all: readonly PortfolioMatrix[], shown: Shown): PagePart {
  const { strings } = shown;
  const placed = all.flatMap((matrix, at) => (matrix.placed > 0 ? [{ matrix, at }] : []));
  const unplaced = all.reduce((sum, matrix) => sum + matrix.unplaced.length, 0);
  return section(
    'matrix',
    strings.cards.matrix,
    { class: 'small' },
    placed.map(({ matrix, at }) => [
      matrixPart(matrix, at, `matrix.${String(at)}`, shown),
      behindCounts(cellCounts(matrix, shown), shown),
    ]),
    placed.length === 0 ? facts(strings.noRisk) : undefined,
    placed.length > 0 && unplaced > 0 ? facts(strings.notPlaced(unplaced)) : undefined,
  );
}

/** The records of the cells, from the highest score. */
function cellCounts({ rows }: PortfolioMatrix, { strings }: Shown): Count[] {
  return rows
    .flatMap(({ cells }) => cells)
    .filter(({ records: some }) => some.length > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ probability, impact, score, band, records: some }) => ({
      key: strings.cell(probability, impact),
      label: `${String(score)} ${band.toLowerCase()}: ${strings.cell(probability, impact)}`,
      records: some.map(({ record }) => record),
    }));
}

function records(rows: readonly ExplorerRow[], facets: Facets, { folders }: Known, shown: Shown): PagePart {
  const { strings, asked } = shown;
  const chips = asked.chosen.flatMap((choose) => {
    const label = facets.get(choose)?.label;
    return label === undefined ? [] : [{ choose, label: `${label} ×` }];
  });
  const folderOf = new Map(
    folders.length < 2 ? [] : folders.flatMap(({ name, input }) => input.records.map(({ path }) => [path, name])),
  );
  const entries = rows.map(({ id: path, title, description, summary }): Entry => {
    const folder = folderOf.get(path);
    return {
      key: path,
      title,
      detail: folder === undefined ? description : `${description} · ${folder}`,
      status: summary,
      opens: path,
    };
  });
  const { records: title } = strings.cards;
  return section(
    'records',
    title,
    { class: 'large' },
    facts(chips.length === 0 ? strings.allRecords : strings.countOf(rows.length)),
    chips.length === 0 ? undefined : chipsPart(strings.selection, chips, 'records.1', shown),
    listPart('records', title, plain(entries), strings.nothingChosen, most.records, shown),
  );
}

function titleOf({ title, id, path }: NamedRecord): string {
  return title ?? id ?? path;
}

function due({ portfolio }: Dashboard, shown: Shown): PagePart {
  const { strings } = shown;
  const entries = portfolio.due.map(({ kind, record, day, isOverdue, because }): Entry => ({
    key: `${kind} ${record.path}`,
    title: titleOf(record),
    detail: `${strings.due[kind]} · ${because}`,
    value: day,
    concern: isOverdue ? strings.overdue : undefined,
    opens: record.path,
    id: record.id,
  }));
  const { due: title } = strings.cards;
  return section(
    'due',
    title,
    { class: 'small' },
    listPart('due', title, plain(entries), strings.nothingDue, most.due, shown),
  );
}

/** How many files of an overlap are named. */
const mostFiles = 3;

function overlaps({ portfolio }: Dashboard, shown: Shown): PagePart {
  const { strings } = shown;
  const groups = portfolio.overlaps.map(({ records: pair, files }, at) => ({
    title: files.slice(0, mostFiles).join(', '),
    note: files.length > mostFiles ? strings.more(files.length - mostFiles) : '',
    entries: pair.map((record): Entry => ({
      key: `${String(at)} ${record.path}`,
      title: titleOf(record),
      detail: record.id ?? record.path,
      status: record,
      opens: record.path,
    })),
  }));
  const { overlaps: title } = strings.cards;
  return section(
    'overlaps',
    title,
    { class: 'small' },
    listPart('overlaps', title, groups, strings.nothingOverlaps, 2 * most.overlaps, shown),
    portfolio.hasMoreOverlaps ? facts(strings.manyOverlaps) : undefined,
  );
}
