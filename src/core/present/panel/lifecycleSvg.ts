import { element, type Markup } from '../svg/markup';
import {
  arrow,
  part,
  picture,
  sign,
  standalone,
  words,
  type PictureTheme,
  type Point,
  type Sign,
} from '../svg/picture';
import { textWidth, wrapText } from '../svg/textWidth';
import { stateWords } from './panelParts';
import type { LifecycleEdge, LifecycleNode, LifecyclePicture } from './recordPanel';

/** The columns of the drawing: the straight way in one or in three, with the loop nodes at their right. */
const layouts = {
  narrow: {
    columns: [
      [
        'user-request',
        'change-request',
        'impact-assessment',
        'implementation-plan',
        'approval',
        'begin-work',
        'execute-plan',
        'validation',
        'quality-gates',
        'pull-request',
        'code-review',
        'review-decision',
        'deployment',
        'monitoring',
        'closure',
      ],
    ],
    main: 180,
    loop: 92,
  },
  wide: {
    columns: [
      ['user-request', 'change-request', 'impact-assessment', 'implementation-plan', 'approval'],
      ['begin-work', 'execute-plan', 'validation', 'quality-gates'],
      ['pull-request', 'code-review', 'review-decision', 'deployment', 'monitoring', 'closure'],
    ],
    main: 156,
    loop: 84,
  },
} as const;

/** Each loop node stands beside one of the straight way: where its "No" leads back to, or between. */
const beside: Readonly<Record<string, string>> = {
  'refine-plan': 'implementation-plan',
  'fix-issues': 'validation',
  'address-feedback': 'code-review',
};

const margin = 14;
const between = 22;
const gap = 22;
/** How far the way to the next column goes below the last node of this one. */
const below = 24;

interface Placed {
  readonly node: LifecycleNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: readonly string[];
  readonly note: readonly string[];
}

/** The loop as a picture: all nodes and edges, the way taken, and where the record stands. */
export function lifecycleSvg(model: LifecyclePicture, theme: PictureTheme = standalone): string {
  const layout = layouts[theme.width ?? 'narrow'];
  const placed = place(model, layout);
  const frames = [...placed.values()];
  const width = Math.max(...frames.map(({ x, width: own }) => x + own)) + margin;
  const last = new Set<string | undefined>(layout.columns.slice(0, -1).map((column) => column.at(-1)));
  const bottoms = frames.map(({ node, y, height: own }) => y + own + (last.has(node.id) ? below : 0));
  const height = Math.max(...bottoms) + margin;
  return picture(
    { name: 'lifecycle', title: 'The change management loop', description: model.summary, width, height },
    theme,
    [...model.edges].sort((a, b) => rank(a) - rank(b)).map((edge) => edgeOf(edge, placed, layout.columns)),
    frames.map((each) => nodeOf(each, model, theme)),
  );
}

/** What was taken is drawn over what was not. */
function rank({ state }: LifecycleEdge): number {
  return ['ahead', 'taken', 'next'].indexOf(state);
}

function place(
  { nodes }: LifecyclePicture,
  { columns, main, loop }: (typeof layouts)[keyof typeof layouts],
): ReadonlyMap<string, Placed> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const placed = new Map<string, Placed>();
  let x = margin;
  for (const column of columns) {
    let y = margin;
    for (const id of column) {
      const node = byId.get(id);
      if (!node) continue;
      const frame = framed(node, x, y, main);
      placed.set(id, frame);
      y += frame.height + between;
    }
    for (const [id, neighbor] of Object.entries(beside)) {
      const node = byId.get(id);
      const at = placed.get(neighbor);
      if (!node || !at || placed.has(id)) continue;
      const frame = framed(node, x + main + gap, 0, loop);
      placed.set(id, { ...frame, y: at.y + (at.height - frame.height) / 2 });
    }
    x += main + gap + loop + gap;
  }
  return placed;
}

function framed(node: LifecycleNode, x: number, y: number, width: number): Placed {
  const room = width - (node.kind === 'loop' ? 20 : 46);
  const label = wrapText(node.label, 13, room, 3, node.state === 'here');
  const told = [node.date, node.times > 1 ? `${String(node.times)} times` : undefined, node.note];
  const parts = told.filter((each) => each !== undefined);
  const isShort = textWidth(parts.join(' · '), 11.5) <= room;
  const note = (isShort ? [parts.join(' · ')] : parts).flatMap((each) => wrapText(each, 11.5, room, 2));
  const height = Math.max(36, label.length * 16 + note.length * 14.5 + 16);
  return { node, x, y, width, height, label, note };
}

function nodeOf(
  { node, x, y, width, height, label, note }: Placed,
  model: LifecyclePicture,
  theme: PictureTheme,
): Markup {
  const signKind: Sign =
    node.id === model.here && model.ended !== undefined ? 'bad' : node.concern !== undefined ? 'concern' : node.state;
  const names = [`cg-node cg-${node.state}`, node.concern === undefined ? '' : 'cg-concern'].join(' ').trim();
  const left = x + (node.kind === 'loop' ? 14 : 24);
  const top = y + (height - label.length * 16 - note.length * 14.5) / 2;
  return part(
    theme,
    names,
    { id: node.id, label: describe(node) },
    node.kind === 'decision'
      ? decision(x, y, width, height)
      : element('rect', { x, y, width, height, rx: 6, class: 'cg-shape' }),
    label.map((line, index) => words(left, top + 12.5 + index * 16, line, node.state === 'here' ? 'cg-strong' : '')),
    note.map((line, index) =>
      words(left, top + label.length * 16 + 11 + index * 14.5, line, 'cg-small cg-muted cg-note'),
    ),
    node.kind === 'loop'
      ? undefined
      : words(x + width - (node.kind === 'decision' ? 18 : 9), y + 15, node.letter, 'cg-small cg-muted cg-end'),
    sign(signKind, x, y + height / 2),
  );
}

/** A decision is a hexagon: it has the points of a diamond and the room of a box. */
function decision(x: number, y: number, width: number, height: number): Markup {
  const cut = 12;
  const points = [
    [x, y + height / 2],
    [x + cut, y],
    [x + width - cut, y],
    [x + width, y + height / 2],
    [x + width - cut, y + height],
    [x + cut, y + height],
  ];
  return element('polygon', { points: points.map((point) => point.join(',')).join(' '), class: 'cg-shape' });
}

/** "E User Approval?, here, since 2026-03-05: waits for Security Team". */
function describe({ letter, label, state, date, note, concern, unmet }: LifecycleNode): string {
  const head = [`${letter} ${label}`, stateWords[state], date].filter((each) => each !== undefined).join(', ');
  const rest = [note, concern, ...unmet.map(({ message }) => message)].filter((each) => each !== undefined);
  return rest.length > 0 ? `${head}: ${rest.join(' ')}` : head;
}

function edgeOf(
  edge: LifecycleEdge,
  placed: ReadonlyMap<string, Placed>,
  columns: readonly (readonly string[])[],
): Markup | undefined {
  const from = placed.get(edge.from);
  const to = placed.get(edge.to);
  if (!from || !to) return undefined;
  const points = route(from, to, columns);
  const name = edge.state === 'taken' ? 'cg-taken' : edge.state === 'next' ? 'cg-open' : 'cg-later';
  const [startX, startY] = points[0] ?? [0, 0];
  const isDown = points[1]?.[0] === startX;
  const label =
    edge.label === undefined
      ? undefined
      : words(startX + (isDown ? 7 : 5), startY + (isDown ? 15 : -5), edge.label, 'cg-small cg-muted');
  return element('g', { class: name }, arrow(points), label);
}

function route(from: Placed, to: Placed, columns: readonly (readonly string[])[]): readonly Point[] {
  const middleOf = ({ x, width }: Placed): number => x + width / 2;
  const centerOf = ({ y, height }: Placed): number => y + height / 2;
  // "No": out at the side, then up to the loop node.
  if (to.node.kind === 'loop')
    return [
      [from.x + from.width, centerOf(from)],
      [middleOf(to), centerOf(from)],
      [middleOf(to), to.y + to.height],
    ];
  if (from.node.kind === 'loop') {
    // Straight back where the two stand side by side, else up first.
    const isBeside = centerOf(from) >= to.y && centerOf(from) <= to.y + to.height;
    return isBeside
      ? [
          [from.x, centerOf(from)],
          [to.x + to.width, centerOf(from)],
        ]
      : [
          [middleOf(from), from.y],
          [middleOf(from), centerOf(to)],
          [to.x + to.width, centerOf(to)],
        ];
  }
  const columnOf = (id: string): number => columns.findIndex((column) => column.includes(id));
  if (columnOf(from.node.id) === columnOf(to.node.id))
    return [
      [middleOf(from), from.y + from.height],
      [middleOf(to), to.y],
    ];
  // To the next column: below, up between the two, and in at the side of its first node.
  const lane = to.x - gap / 2 - 2;
  return [
    [middleOf(from), from.y + from.height],
    [middleOf(from), from.y + from.height + below],
    [lane, from.y + from.height + below],
    [lane, centerOf(to)],
    [to.x - 8, centerOf(to)],
  ];
}
