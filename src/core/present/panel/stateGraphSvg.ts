import { element, type Markup } from '../svg/markup';
import { arrow, part, picture, sign, standalone, words, type PictureTheme, type Point } from '../svg/picture';
import { wrapText } from '../svg/textWidth';
import { stateWords } from './panelParts';
import type { StateEdge, StateGraph, StateNode } from './recordPanel';

const nodeWidth = 164;
const between = 26;
const laneWidth = 14;
const margin = 14;

/** Moves that lead to one status share a lane: at the right those that go on, at the left those that go back. */
interface Lane {
  readonly to: string;
  readonly from: readonly string[];
  readonly side: 'left' | 'right';
  readonly top: number;
  readonly bottom: number;
}

interface Placed {
  readonly node: StateNode;
  readonly index: number;
  readonly y: number;
  readonly height: number;
  readonly label: readonly string[];
  readonly note: readonly string[];
}

/**
 * The statuses one below the other. A move to the next one is an arrow between them; all others run beside, on a lane
 * for each target, so that no line goes through a status however the process is made.
 */
export function stateGraphSvg(model: StateGraph, theme: PictureTheme = standalone): string {
  const placed = place(model.nodes);
  const lanes = lanesOf(model.edges, placed);
  const depth = (side: Lane['side']): number =>
    Math.max(0, ...lanes.filter((lane) => lane.side === side).map((lane) => level(lane, lanes) + 1));
  const [before, after] = [depth('left'), depth('right')].map((lanesBeside) => lanesBeside * laneWidth + margin + 8);
  const needed = (before ?? 0) + nodeWidth + (after ?? 0);
  // As wide as the other pictures, so that words have the same size in all of them.
  const width = Math.max(320, needed);
  const left = (before ?? 0) + (width - needed) / 2;
  const last = [...placed.values()].at(-1);
  const height = (last ? last.y + last.height : 20) + margin;
  const here = model.nodes.find(({ state }) => state === 'here');
  const next = model.nodes.filter(({ state }) => state === 'next').map(({ label }) => label);
  const leads = next.length > 0 ? ` It may go on to ${next.join(', ')}.` : '';
  const description = `${here ? `The record is ${here.label}.` : 'No status is recorded.'}${leads}`;
  return picture(
    { name: 'states', title: 'The statuses of the process', description, width, height },
    theme,
    (['ahead', 'taken', 'next'] as const).map((state) =>
      model.edges.filter((edge) => edge.state === state).map((edge) => edgeOf(edge, placed, lanes, left)),
    ),
    [...placed.values()].map((each) => nodeOf(each, left, theme)),
  );
}

function place(nodes: readonly StateNode[]): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  let y = margin;
  for (const [index, node] of nodes.entries()) {
    const label = wrapText(node.label, 13, nodeWidth - 40, 2, node.state === 'here');
    const times = node.times > 1 ? `${String(node.times)} times` : undefined;
    const missing = node.state === 'next' && node.unmet.length > 0 ? `${String(node.unmet.length)} missing` : undefined;
    const told = [node.date, times, missing].filter((each) => each !== undefined).join(' · ');
    const note = wrapText(told, 11.5, nodeWidth - 40, 2);
    const height = Math.max(36, label.length * 16 + note.length * 14.5 + 16);
    placed.set(node.id, { node, index, y, height, label, note });
    y += height + between;
  }
  return placed;
}

function lanesOf(edges: readonly StateEdge[], placed: ReadonlyMap<string, Placed>): readonly Lane[] {
  const lanes = new Map<string, { to: string; from: string[]; side: Lane['side'] }>();
  for (const { from, to } of edges) {
    const [a, b] = [placed.get(from), placed.get(to)];
    if (!a || !b || b.index === a.index + 1) continue;
    const side = b.index > a.index ? 'right' : 'left';
    const lane = lanes.get(`${side} ${to}`);
    if (lane) lane.from.push(from);
    else lanes.set(`${side} ${to}`, { to, from: [from], side });
  }
  return [...lanes.values()].map((lane) => {
    const rows = [lane.to, ...lane.from].map((id) => placed.get(id)?.index ?? 0);
    return { ...lane, top: Math.min(...rows), bottom: Math.max(...rows) };
  });
}

/** How far out a lane runs: outside of all shorter ones that it passes. */
function level(lane: Lane, lanes: readonly Lane[]): number {
  const length = ({ top, bottom }: Lane): number => bottom - top;
  const inner = lanes.filter(
    (each) =>
      each !== lane &&
      each.side === lane.side &&
      each.top <= lane.bottom &&
      lane.top <= each.bottom &&
      (length(each) < length(lane) || (length(each) === length(lane) && lanes.indexOf(each) < lanes.indexOf(lane))),
  );
  return Math.max(-1, ...inner.map((each) => level(each, lanes))) + 1;
}

function edgeOf(
  edge: StateEdge,
  placed: ReadonlyMap<string, Placed>,
  lanes: readonly Lane[],
  left: number,
): Markup | undefined {
  const from = placed.get(edge.from);
  const to = placed.get(edge.to);
  if (!from || !to) return undefined;
  const name = edge.state === 'taken' ? 'cg-taken' : edge.state === 'next' ? 'cg-open' : 'cg-later';
  const middle = left + nodeWidth / 2;
  const lane = lanes.find((each) => each.to === edge.to && each.from.includes(edge.from));
  if (!lane)
    return element(
      'g',
      { class: name },
      arrow([
        [middle, from.y + from.height],
        [middle, to.y],
      ]),
    );
  const isRight = lane.side === 'right';
  const side = isRight ? left + nodeWidth : left;
  const out = (level(lane, lanes) + 1) * laneWidth * (isRight ? 1 : -1);
  // The way out begins below the middle, the way in ends above it, each with room for the sign at the left.
  const leaves = from.y + from.height * 0.72;
  const enters = to.y + to.height * (isRight ? 0.3 : 0.24);
  const points: Point[] = [
    [side, leaves],
    [side + out, leaves],
    [side + out, enters],
    [side, enters],
  ];
  return element('g', { class: name }, arrow(points));
}

function nodeOf({ node, y, height, label, note }: Placed, left: number, theme: PictureTheme): Markup {
  const top = y + (height - label.length * 16 - note.length * 14.5) / 2;
  const missing = node.unmet.map(({ message }) => message).join(' ');
  const told = [node.label, stateWords[node.state], node.date].filter((each) => each !== undefined).join(', ');
  return part(
    theme,
    `cg-node cg-${node.state}`,
    { id: node.id, label: `${told}: ${missing === '' ? node.meaning : missing}` },
    element('rect', { x: left, y, width: nodeWidth, height, rx: node.final ? height / 2 : 6, class: 'cg-shape' }),
    words(left + 30, top + 12.5, label[0] ?? '', node.state === 'here' ? 'cg-strong' : ''),
    label.slice(1).map((line) => words(left + 30, top + 28.5, line, node.state === 'here' ? 'cg-strong' : '')),
    note.map((line, index) =>
      words(left + 30, top + label.length * 16 + 11 + index * 14.5, line, 'cg-small cg-muted cg-note'),
    ),
    sign(node.state, left + 15, y + height / 2),
  );
}
