import { keys } from '../../process/fieldKeys';
import { conditionWords, movesOf } from '../../lifecycle/moves';
import type { Process } from '../../process/process';
import type { StatusDefinition } from '../../process/processDefinition';
import type { ChangeRecord } from '../../record/record';
import { historyInOrder } from '../../record/historyOrder';
import { statusLabel } from '../../process/statusLook';
import { isoDay, stateWords, targetOf, unmetOf } from './panelParts';
import type { PictureState, PictureTable, StateEdge, StateGraph, StateNode } from './recordPanel';

/** The statuses of the record's process with the moves between them, and where the record stands among them. */
export function stateGraph(record: ChangeRecord): StateGraph {
  const { process, status } = record;
  const way = wayOf(record);
  const moves = new Map(movesOf(record).map((move) => [move.target.id, move]));
  const nodes = statusesInOrder(process).map((definition): StateNode => {
    const rows = historyInOrder(record).filter((row) => row.status.value === definition);
    const move = moves.get(definition.id);
    const isHere = status?.value === definition;
    const times = way.filter((id) => id === definition.id).length;
    const state: PictureState = isHere ? 'here' : move?.kind === 'legal' ? 'next' : times > 0 ? 'done' : 'ahead';
    const [last] = rows.slice(-1);
    return {
      id: definition.id,
      label: statusLabel(definition.id),
      meaning: definition.meaning,
      state,
      final: definition.final,
      date: isoDay(last?.date.date),
      times,
      unmet: move?.kind === 'legal' ? unmetOf(move.guards) : [],
      target: isHere ? targetOf(status) : last && targetOf(last),
    };
  });
  const edges = process.transitions.flatMap((transition, index): StateEdge[] => {
    const { from, to, when } = transition;
    if (process.transitions.findIndex((each) => each.from === from && each.to === to) < index) return [];
    const isNext =
      from === (status?.value?.id ?? process.field(keys.status)?.initial) && moves.get(to)?.kind === 'legal';
    const isTaken = way.some((id, at) => id === from && way[at + 1] === to);
    const condition = when && `only where ${conditionWords(when, record)}`;
    return [{ from, to, state: isNext ? 'next' : isTaken ? 'taken' : 'ahead', condition }];
  });
  return { nodes, edges, table: tableOf(nodes, edges) };
}

/** The statuses that the record went through, each entry once, by its history and the status that it has now. */
function wayOf(record: ChangeRecord): readonly string[] {
  const told = historyInOrder(record).flatMap(({ status }) => status.value?.id ?? []);
  const now = record.status?.value?.id;
  const all = now === undefined || told.at(-1) === now ? told : [...told, now];
  return all.filter((id, index) => id !== all[index - 1]);
}

/**
 * From top to bottom: the longest way that only goes on, in the order of the process, so that most moves lead to the
 * next one below; then the statuses beside it.
 */
export function statusesInOrder({ statuses, transitions }: Process): readonly StatusDefinition[] {
  const place = new Map(statuses.map(({ id }, index) => [id, index]));
  const longest = new Map<string, readonly string[]>();
  for (const { id } of [...statuses].reverse()) {
    const ways = transitions
      .filter(({ from, to }) => from === id && (place.get(to) ?? -1) > (place.get(from) ?? 0))
      .map(({ to }) => longest.get(to) ?? []);
    // Of two that are as long the one that comes first in the process, the main one.
    longest.set(id, [id, ...ways.reduce((best, way) => (isBetter(way, best, place) ? way : best), [])]);
  }
  const main = longest.get(statuses[0]?.id ?? '') ?? [];
  const rank = ({ id }: StatusDefinition): number => (main.includes(id) ? main.indexOf(id) : main.length);
  return [...statuses].sort((a, b) => rank(a) - rank(b));
}

function isBetter(way: readonly string[], best: readonly string[], place: ReadonlyMap<string, number>): boolean {
  if (way.length !== best.length) return way.length > best.length;
  return (place.get(way[0] ?? '') ?? 0) < (place.get(best[0] ?? '') ?? 0);
}

function tableOf(nodes: readonly StateNode[], edges: readonly StateEdge[]): PictureTable {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return {
    caption: 'Statuses',
    columns: ['Status', 'State', 'Date', 'Leads to', 'What is missing'],
    rows: nodes.map(({ id, label, state, date, unmet, target }) => {
      const targets = edges
        .filter(({ from }) => from === id)
        .map(({ to, condition }) => `${labels.get(to) ?? to}${condition === undefined ? '' : ` (${condition})`}`);
      const leads = targets.length > 0 ? targets.join(', ') : 'nothing';
      return {
        cells: [label, stateWords[state], date ?? '', leads, unmet.map(({ message }) => message).join(' ')],
        target,
      };
    }),
    empty: 'The process has no statuses.',
  };
}
