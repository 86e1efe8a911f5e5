import type { RecordSummary } from '../workspace/recordSummary';
import { calendarView, type CalendarEntry, type CalendarView } from './calendar';
import { portfolioView, type Count, type PortfolioInput, type PortfolioView, type Wait } from './portfolio';
import type { PortfolioMatrix } from './portfolioMatrix';

/** A folder of a workspace with its records. */
export interface NamedInput {
  /** Unlike that of every other folder. */
  readonly name: string;
  readonly input: PortfolioInput;
}

/**
 * Folders with paths that tell them apart, `NAME/PATH`; one folder stays as it is. Each is still looked at by its own
 * policy: files of different folders never overlap.
 */
export function apart(folders: readonly NamedInput[]): readonly NamedInput[] {
  if (folders.length <= 1) return folders;
  return folders.map(({ name, input }) => ({
    name,
    input: {
      ...input,
      records: input.records.map((record): RecordSummary => ({ ...record, path: `${name}/${record.path}` })),
    },
  }));
}

/** All records of some folders at a glance; {@link apart} makes the paths of their records distinct. */
export function portfolioTogether(folders: readonly NamedInput[]): PortfolioView {
  const views = folders.map(({ input }) => portfolioView(input));
  const [first, ...others] = views;
  if (first && others.length === 0) return first;
  const sum = (count: (view: PortfolioView) => number): number => views.reduce((all, view) => all + count(view), 0);
  return {
    total: sum(({ total }) => total),
    open: sum(({ open }) => open),
    archived: sum(({ archived }) => archived),
    waiting: sum(({ waiting }) => waiting),
    byStatus: counted(views.map(({ byStatus }) => byStatus)),
    byAge: counted(views.map(({ byAge }) => byAge)),
    byRisk: counted(views.map(({ byRisk }) => byRisk)),
    byType: counted(views.map(({ byType }) => byType)),
    matrices: matricesOf(views.flatMap(({ matrices }) => matrices)),
    waits: waitsOf(views.flatMap(({ waits }) => waits)),
    overlaps: views.flatMap(({ overlaps }) => overlaps),
    hasMoreOverlaps: views.some(({ hasMoreOverlaps }) => hasMoreOverlaps),
    due: views.flatMap(({ due }) => due).sort((a, b) => a.due - b.due || (a.record.path < b.record.path ? -1 : 1)),
  };
}

/** The calendar of some folders; where their clocks differ, each time names its clocks. */
export function calendarTogether(
  folders: readonly NamedInput[],
  first: string,
  last: string,
  scope: 'days' | 'all-records' = 'days',
): CalendarView {
  const views = folders.map(({ input }) => calendarView(input, first, last, scope));
  const zones = [...new Set(views.map(({ zone }) => zone))];
  const [one] = views;
  const seen = new Map<string, CalendarEntry>();
  for (const { zone, entries } of views) {
    for (const entry of entries) {
      const time = zones.length > 1 && entry.time !== '' ? `${entry.time} (${zone})` : entry.time;
      // The same freeze in two folders is one freeze; a record is where it is.
      const key = entry.record ? `${entry.key} ${entry.record.path}` : `${entry.key} ${time}`;
      if (!seen.has(key)) seen.set(key, { ...entry, key: views.length > 1 ? key : entry.key, time });
    }
  }
  return {
    zone: zones.join(', '),
    first,
    last,
    today: one?.today ?? first,
    entries: [...seen.values()].sort(
      (a, b) =>
        (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0) ||
        (a.start ?? -Infinity) - (b.start ?? -Infinity) ||
        (a.key < b.key ? -1 : 1),
    ),
  };
}

/** Counts of the same thing are one. A thing stands where the first folder that has it puts it among its neighbors. */
function counted(all: readonly (readonly Count[])[]): Count[] {
  const sums = new Map<string, Count>();
  for (const counts of all) {
    for (const count of counts) {
      const same = sums.get(count.key);
      sums.set(count.key, same ? { ...same, records: [...same.records, ...count.records] } : count);
    }
  }
  const order = orderOf(all.map((counts) => counts.map(({ key }) => key)));
  return order.flatMap((key) => sums.get(key) ?? []);
}

/** Some orders of the same things as one: what follows on something in any of them follows on it. */
function orderOf(lists: readonly (readonly string[])[]): string[] {
  const order: string[] = [];
  for (const list of lists) {
    let at = 0;
    for (const key of list) {
      const there = order.indexOf(key);
      if (there >= 0) at = Math.max(at, there + 1);
      else order.splice(at++, 0, key);
    }
  }
  return order;
}

function waitsOf(all: readonly Wait[]): Wait[] {
  const waits = new Map<string, Wait>();
  for (const wait of all) {
    const key = `${wait.kind} ${wait.whom}`;
    const same = waits.get(key);
    waits.set(
      key,
      same
        ? { ...same, records: [...same.records, ...wait.records].sort((a, b) => (b.days ?? -1) - (a.days ?? -1)) }
        : wait,
    );
  }
  return [...waits.values()].sort((a, b) => b.records.length - a.records.length || (a.whom < b.whom ? -1 : 1));
}

function matricesOf(all: readonly PortfolioMatrix[]): PortfolioMatrix[] {
  const matrices = new Map<string, PortfolioMatrix>();
  for (const matrix of all) {
    const { levels, rows } = matrix;
    const key = JSON.stringify([
      levels,
      rows.map(({ probability, cells }) => [probability, cells.map(({ band }) => band)]),
    ]);
    const same = matrices.get(key);
    matrices.set(key, same ? joined(same, matrix) : matrix);
  }
  return [...matrices.values()];
}

function joined(one: PortfolioMatrix, other: PortfolioMatrix): PortfolioMatrix {
  return {
    ...one,
    processes: [...new Set([...one.processes, ...other.processes])],
    rows: one.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column) => ({
        ...cell,
        records: [...cell.records, ...(other.rows[at]?.cells[column]?.records ?? [])],
      })),
    })),
    unplaced: [...one.unplaced, ...other.unplaced],
    placed: one.placed + other.placed,
  };
}
