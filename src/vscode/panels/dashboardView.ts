import { todayIn } from '../../core/lifecycle/today';
import { dayIn } from '../../core/lifecycle/instants';
import type { Dashboard } from '../../core/present/dashboard/dashboard';
import type { NamedRecord } from '../../core/present/metrics/metricsReport';
import { explorer, type ExplorerRow } from '../../core/present/explorer';
import type { Count } from '../../core/present/portfolio';
import type { PortfolioMatrix } from '../../core/present/portfolioMatrix';
import type { Bar, Block, Choice, Entry, Figure, OverviewSection } from '../../webview/protocol/overview';
import type { Asked } from './asked';
import { cellKey, facetsOf, type Facets } from './dashboardFacets';
import { metricSections } from './metricSections';
import type { OverviewStrings } from './overviewStrings';
import { folderSelect, listBlock, plain, policyNotices, statusOf, type Known, type OverviewView } from './overviewView';

/** How many rows are told at once. */
const most = { records: 10, due: 6, overlaps: 4, bars: 8 } as const;

/** The dashboard as its page shows it. */
export function dashboardView(
  dashboard: Dashboard,
  known: Known,
  asked: Asked,
  strings: OverviewStrings,
): OverviewView {
  const { portfolio, metrics, zone } = dashboard;
  const facets = facetsOf(dashboard, known, asked, strings);
  const rows = chosenRows(known, facets, asked);
  // One that was asked for and has no values by now, or none in this folder, is still the one that is shown.
  const quarters = [...new Set([...metrics.quarters, ...(metrics.quarter === null ? [] : [metrics.quarter])])].sort();
  return {
    head: {
      title: strings.dashboard,
      facts: strings.facts(portfolio.total, portfolio.archived, dayIn(zone, known.now)),
      notices: policyNotices(known, strings),
      selects: [
        ...folderSelect(known, asked, strings),
        ...(quarters.length === 0
          ? []
          : [
              {
                select: 'quarter',
                label: strings.quarter,
                value: metrics.quarter ?? '',
                options: [
                  { value: '', label: strings.allQuarters },
                  ...quarters.reverse().map((quarter) => ({ value: quarter, label: quarter })),
                ],
              },
            ]),
      ],
      acts: [{ act: 'export', label: strings.exportAs }],
    },
    sections: [
      glance(dashboard, facets, asked, strings),
      // The tall ones first: what stands side by side is about as high.
      bars('status', portfolio.byStatus, asked, strings),
      matrices(portfolio.matrices, asked, strings),
      bars('type', portfolio.byType, asked, strings),
      waits(dashboard, asked, strings),
      bars('risk', portfolio.byRisk, asked, strings),
      bars('age', portfolio.byAge, asked, strings),
      records(rows, facets, known, asked, strings),
      due(dashboard, asked, strings),
      overlaps(dashboard, asked, strings),
      ...metricSections(metrics, asked, strings),
    ],
    spoken: strings.countOf(rows.length),
  };
}

function isChosen(choose: string, { chosen }: Asked): Choice {
  return { choose, isChosen: chosen.includes(choose) };
}

/** The records that are everything that was chosen, what needs somebody first. */
function chosenRows({ folders, now }: Known, facets: Facets, { chosen }: Asked): ExplorerRow[] {
  const wanted = chosen.flatMap((each) => facets.get(each) ?? []);
  const [first] = folders;
  const today = todayIn(first?.input.policy.zone ?? 'UTC', now);
  const some = folders
    .flatMap(({ input }) => input.records)
    .filter(({ archived, path }) => !archived && wanted.every(({ paths }) => paths.has(path)));
  return explorer(some, 'none', today).flatMap((row) => (row.kind === 'record' ? [row] : []));
}

function glance({ portfolio }: Dashboard, facets: Facets, asked: Asked, { figures }: OverviewStrings): OverviewSection {
  const figure = (choose: string, label: string, value: string, isAlert = false): Figure => ({
    ...isChosen(choose, asked),
    label,
    value,
    isAlert,
  });
  const size = (choose: string): number => facets.get(choose)?.paths.size ?? 0;
  const overlapping = size('only:overlapping');
  return {
    id: 'glance',
    // Seen, it needs no heading: what follows are numbers with their names.
    title: ` ${figures.glance}`,
    size: 'whole',
    blocks: [
      {
        kind: 'figures',
        figures: [
          figure('only:open', figures.open, String(portfolio.open)),
          figure('status:PROPOSED', figures.proposed, String(size('status:PROPOSED'))),
          figure('only:overdue', figures.overdue, String(size('only:overdue')), size('only:overdue') > 0),
          figure(
            'only:overlapping',
            figures.overlapping,
            portfolio.hasMoreOverlaps ? `> ${String(overlapping)}` : String(overlapping),
          ),
        ],
      },
    ],
  };
}

function bars(
  facet: 'status' | 'risk' | 'age' | 'type',
  counts: readonly Count[],
  asked: Asked,
  strings: OverviewStrings,
): OverviewSection {
  const all = counts.map(({ key, label, records: some }): Bar => ({
    ...isChosen(`${facet}:${key}`, asked),
    label,
    count: some.length,
  }));
  return {
    id: facet,
    title: strings.cards[facet],
    size: 'small',
    blocks: [barsBlock(facet, all, strings.cards[facet], strings.nothingOpen, asked)],
  };
}

function barsBlock(list: string, all: readonly Bar[], caption: string, empty: string, asked: Asked): Block {
  const told = asked.unfolded.includes(list) ? all : all.filter((bar, at) => at < most.bars || bar.isChosen);
  return { kind: 'bars', caption, bars: told, empty, list, hidden: all.length - told.length };
}

function waits({ portfolio }: Dashboard, asked: Asked, strings: OverviewStrings): OverviewSection {
  const all = portfolio.waits.map(({ kind, whom, records: some }): Bar => ({
    ...isChosen(`wait:${kind} ${whom}`, asked),
    label: whom,
    count: some.length,
  }));
  const { waits: title } = strings.cards;
  return { id: 'waits', title, size: 'small', blocks: [barsBlock('waits', all, title, strings.nothingWaits, asked)] };
}

function matrices(all: readonly PortfolioMatrix[], asked: Asked, strings: OverviewStrings): OverviewSection {
  const placed = all.flatMap((matrix, at) => (matrix.placed > 0 ? [{ matrix, at }] : []));
  const unplaced = all.reduce((sum, matrix) => sum + matrix.unplaced.length, 0);
  return {
    id: 'matrix',
    title: strings.cards.matrix,
    size: 'small',
    blocks: [
      ...placed.map(({ matrix, at }): Block => ({
        kind: 'matrix',
        caption: strings.matrixOf(matrix.processes),
        probability: strings.probability,
        impact: strings.impact,
        levels: matrix.levels.map(({ name }) => name),
        rows: matrix.rows.map(({ probability, cells }, row) => ({
          probability,
          fields: cells.map(({ impact, score, band, tone, records: some }, column) => ({
            ...isChosen(cellKey(at, row, column), asked),
            band: `${String(score)} ${band.toLowerCase()}`,
            tone,
            count: some.length,
            label: `${strings.cell(probability, impact)}: ${strings.countOf(some.length)}`,
          })),
        })),
      })),
      ...(placed.length === 0 ? [{ kind: 'text' as const, text: strings.noRisk }] : []),
      ...(placed.length > 0 && unplaced > 0 ? [{ kind: 'text' as const, text: strings.notPlaced(unplaced) }] : []),
    ],
  };
}

function records(
  rows: readonly ExplorerRow[],
  facets: Facets,
  { folders }: Known,
  asked: Asked,
  strings: OverviewStrings,
): OverviewSection {
  const chips = asked.chosen.flatMap((choose) => {
    const label = facets.get(choose)?.label;
    return label === undefined ? [] : [{ choose, isChosen: true, label: `${label} ×` }];
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
      status: statusOf(summary),
      opens: path,
    };
  });
  return {
    id: 'records',
    title: strings.cards.records,
    size: 'large',
    blocks: [
      { kind: 'text', text: chips.length === 0 ? strings.allRecords : strings.countOf(rows.length) },
      ...(chips.length === 0 ? [] : [{ kind: 'chips' as const, caption: strings.selection, chips }]),
      listBlock('records', strings.cards.records, plain(entries), strings.nothingChosen, asked, most.records),
    ],
  };
}

function titleOf({ title, id, path }: NamedRecord): string {
  return title ?? id ?? path;
}

function due({ portfolio }: Dashboard, asked: Asked, strings: OverviewStrings): OverviewSection {
  const entries = portfolio.due.map(({ kind, record, day, isOverdue, because }): Entry => ({
    key: `${kind} ${record.path}`,
    title: titleOf(record),
    detail: `${strings.due[kind]} · ${because}`,
    value: day,
    ...(isOverdue ? { concern: strings.overdue } : {}),
    opens: record.path,
  }));
  const block = listBlock('due', strings.cards.due, plain(entries), strings.nothingDue, asked, most.due);
  return { id: 'due', title: strings.cards.due, size: 'small', blocks: [block] };
}

/** How many files of an overlap are named. */
const mostFiles = 3;

function overlaps({ portfolio }: Dashboard, asked: Asked, strings: OverviewStrings): OverviewSection {
  const groups = portfolio.overlaps.map(({ records: pair, files }, at) => ({
    title: files.slice(0, mostFiles).join(', '),
    note: files.length > mostFiles ? strings.more(files.length - mostFiles) : '',
    entries: pair.map((record): Entry => ({
      key: `${String(at)} ${record.path}`,
      title: titleOf(record),
      detail: record.id ?? record.path,
      status: statusOf(record),
      opens: record.path,
    })),
  }));
  const { overlaps: title } = strings.cards;
  return {
    id: 'overlaps',
    title,
    size: 'small',
    blocks: [
      listBlock('overlaps', title, groups, strings.nothingOverlaps, asked, 2 * most.overlaps),
      ...(portfolio.hasMoreOverlaps ? [{ kind: 'text' as const, text: strings.manyOverlaps }] : []),
    ],
  };
}
