import { element, fragment, type Markup } from '../svg/markup';
import { arrow, part, picture, sign, standalone, words, type PictureTheme, type Sign } from '../svg/picture';
import { clipText, wrapText } from '../svg/textWidth';
import type { DependencyGraph, DependencyNode } from './recordPanel';

const margin = 14;
const rail = 24;
const between = 12;
/** More are counted. */
const most = 12;

interface Box {
  readonly markup: Markup;
  readonly middle: number;
  readonly bottom: number;
}

/** What the record waits for above it, what it affects below, each on a rail at the left. */
export function dependencyGraphSvg(model: DependencyGraph, theme: PictureTheme = standalone): string {
  const width = theme.width === 'wide' ? 480 : 320;
  const parts: Markup[] = [];
  let y = margin;
  const heading = (text: string, indent = 0): void => {
    parts.push(words(margin + indent, y + 10, text, 'cg-small cg-muted'));
    y += 20;
  };
  const list = (nodes: readonly DependencyNode[]): number[] => {
    const shown = nodes.length > most ? nodes.slice(0, most - 1) : nodes;
    const middles = shown.map((node) => {
      const box = boxOf(node, margin + rail, y, width - 2 * margin - rail, theme, false);
      parts.push(box.markup);
      y = box.bottom + between;
      return box.middle;
    });
    if (shown.length < nodes.length) {
      parts.push(words(margin + rail, y + 8, `and ${String(nodes.length - shown.length)} more`, 'cg-small cg-muted'));
      y += 20;
    }
    return middles;
  };
  heading(model.upstream.length > 0 ? 'Waits for' : 'Waits for no other record');
  const above = list(model.upstream);
  y += model.upstream.length > 0 ? 12 : 4;
  const self = boxOf(model.self, margin, y, width - 2 * margin, theme, true);
  const selfTop = y;
  y = self.bottom + 16;
  if (model.downstream.length > 0) heading('Affects', rail);
  else heading('Affects no other record');
  const below = list(model.downstream);
  const lane = margin + 8;
  const edges = fragment(
    above.map((middle) =>
      element(
        'g',
        { class: 'cg-later' },
        arrow([
          [margin + rail, middle],
          [lane, middle],
          [lane, selfTop],
        ]),
      ),
    ),
    below.map((middle) =>
      element(
        'g',
        { class: 'cg-later' },
        arrow([
          [lane, self.bottom],
          [lane, middle],
          [margin + rail, middle],
        ]),
      ),
    ),
  );
  const height = (below.length > 0 ? y - between : y) + margin - 4;
  return picture(
    { name: 'dependencies', title: 'Dependencies', description: model.summary, width, height },
    theme,
    edges,
    parts,
    self.markup,
  );
}

function isOpen(node: DependencyNode | undefined): boolean {
  return node?.role !== 'completed';
}

function boxOf(node: DependencyNode, x: number, y: number, width: number, theme: PictureTheme, isSelf: boolean): Box {
  const room = width - 40;
  const title = wrapText(node.title ?? '', 13, room, 2, isSelf);
  const told = `${node.id} · ${node.statusLabel}`;
  const concern = node.concern === undefined ? [] : wrapText(node.concern, 11.5, room, 2);
  const height = 16 + 15 + title.length * 16 + concern.length * 14.5;
  const kind: Sign = node.concern !== undefined ? 'concern' : isSelf ? 'here' : isOpen(node) ? 'ahead' : 'done';
  const names = isSelf ? 'cg-node cg-here' : kind === 'done' ? 'cg-node cg-done' : 'cg-node';
  const left = x + (kind === 'ahead' ? 12 : 26);
  let line = y + 8;
  const markup = part(
    theme,
    node.concern === undefined ? names : `${names} cg-concern`,
    { id: node.id, label: [told, node.title, node.concern].filter((each) => each !== undefined).join(': ') },
    element('rect', { x, y, width, height, rx: 6, class: 'cg-shape' }),
    title.map((text) => words(left, (line += 16) - 3.5, text, isSelf ? 'cg-strong' : '')),
    words(left, line + 11, clipText(told, 11.5, room), 'cg-small cg-muted cg-told'),
    concern.map((text, index) => words(left, line + 26 + index * 14.5, text, 'cg-small cg-note')),
    sign(kind, x + 14, y + 17),
  );
  return { markup, middle: y + height / 2, bottom: y + height };
}
