import { element, fragment, Markup, staticMarkup, type Attributes, type Content } from './markup';
import { pictureStyles } from './pictureStyles';

/** How a picture is drawn. */
export interface PictureTheme {
  /** `standalone`: a file of its own, with its style. `embedded`: the page brings {@link pictureStyles}. */
  readonly kind: 'standalone' | 'embedded';
  /** Begins the ids of the picture, for a page with several. */
  readonly prefix?: string;
  /** `narrow` is made for 300 px, `wide` for 700 px and more; default: narrow. */
  readonly width?: 'narrow' | 'wide';
  /**
   * What makes the parts of an interactive picture do something, as attributes by the id of the part; undefined for one
   * that is only looked at. The others can be reached by the keyboard: the picture is one stop of Tab, but for parts that
   * bring a `tabindex` of their own. Never together with `standalone`.
   */
  readonly acts?: (part: string) => Attributes | undefined;
}

/** The picture as a file. */
export const standalone: PictureTheme = { kind: 'standalone' };

/** What frames a picture: its size in the units of its drawing, and what it is called. */
export interface PictureFrame {
  /** Tells one picture of a page from another; part of its ids. */
  readonly name: string;
  readonly title: string;
  /** What it shows, in a sentence or two. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** The whole picture as a string: titled, described, without scripts and foreign parts; it scales with its place. */
export function picture(frame: PictureFrame, theme: PictureTheme, ...content: readonly Content[]): string {
  const { name, title, description, width, height } = frame;
  const prefix = `${theme.prefix ?? 'cg'}-${name}`;
  const isFile = theme.kind === 'standalone';
  const size = Math.ceil(height);
  // Arrow keys go on from the first thing that can be chosen.
  const drawn = new Markup(fragment(content).text.replace(' tabindex="-1"', ' tabindex="0"'));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `cg-picture cg-${name}`,
      viewBox: `0 0 ${String(width)} ${String(size)}`,
      width: isFile ? width : undefined,
      height: isFile ? size : undefined,
      role: theme.acts ? 'group' : 'img',
      'aria-labelledby': `${prefix}-title`,
      'aria-describedby': `${prefix}-desc`,
    },
    element('title', { id: `${prefix}-title` }, title),
    element('desc', { id: `${prefix}-desc` }, description),
    isFile ? element('style', {}, staticMarkup(pictureStyles('own'))) : undefined,
    isFile ? element('rect', { width, height: size, fill: 'var(--cg-background)' }) : undefined,
    drawn,
  ).text;
}

/** A part of a picture that stands for something: it has a name, and where it is interactive, can be chosen. */
export function part(
  theme: PictureTheme,
  name: string,
  what: { readonly id: string; readonly label: string; readonly choosable?: boolean },
  ...content: readonly Content[]
): Markup {
  const acts = what.choosable === false ? undefined : theme.acts?.(what.id);
  const attributes: Attributes = {
    class: name,
    'data-part': theme.acts && what.id,
    ...(acts && { role: 'button', tabindex: -1, 'aria-label': what.label, ...acts }),
  };
  return element('g', attributes, element('title', {}, what.label), content);
}

/** Words at a place; the anchor is the beginning, or as the class says. */
export function words(x: number, y: number, text: string, name = ''): Markup {
  return element('text', { x, y, class: name === '' ? undefined : name }, text);
}

/** Signs that tell a state without color, in a circle of radius 8 around a point. */
export type Sign = 'done' | 'here' | 'next' | 'ahead' | 'skipped' | 'concern' | 'bad';

const signs: Readonly<Record<Sign, string>> = {
  done: 'M-3.5 0.3L-1 2.8L3.6-2.6',
  here: 'M-2.2-3.6L3.4 0L-2.2 3.6Z',
  next: 'M-3.4 0H3.2M0.4-2.9L3.4 0L0.4 2.9',
  ahead: '',
  skipped: 'M-3 0H3',
  concern: 'M0-3.8V0.8M0 3.6V3.7',
  bad: 'M-2.7-2.7L2.7 2.7M2.7-2.7L-2.7 2.7',
};

/** A sign; an empty ring for what is ahead. */
export function sign(kind: Sign, x: number, y: number): Markup | undefined {
  if (kind === 'ahead') return undefined;
  return element(
    'g',
    { transform: `translate(${String(Math.round(x * 100) / 100)} ${String(Math.round(y * 100) / 100)})` },
    element('circle', { r: 8, class: 'cg-badge' }),
    element('path', { d: signs[kind], class: kind === 'here' ? 'cg-glyph cg-dot' : 'cg-glyph' }),
  );
}

/** A point of a drawing. */
export type Point = readonly [x: number, y: number];

/** A line over some points with rounded corners and an arrow at its end; all of its pieces are level or upright. */
export function arrow(points: readonly Point[], radius = 7): Markup {
  const [tipX = 0, tipY = 0] = points.at(-1) ?? [];
  const [fromX = 0, fromY = 0] = points.at(-2) ?? [];
  const dx = Math.sign(tipX - fromX);
  const dy = Math.sign(tipY - fromY);
  const end: Point = [tipX - dx * 5, tipY - dy * 5];
  const head = `M${at([tipX, tipY])}L${at([tipX - dx * 7 - dy * 4, tipY - dy * 7 - dx * 4])}L${at([tipX - dx * 7 + dy * 4, tipY - dy * 7 + dx * 4])}Z`;
  return element(
    'g',
    {},
    element('path', { d: roundedPath([...points.slice(0, -1), end], radius), class: 'cg-edge' }),
    element('path', { d: head, class: 'cg-head' }),
  );
}

/** The path over some points, its corners rounded as far as there is room. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first, ...others] = points;
  if (!first) return '';
  let path = `M${at(first)}`;
  for (const [index, corner] of others.entries()) {
    const next = others[index + 1];
    const before = points[index] ?? first;
    if (!next) {
      path += `L${at(corner)}`;
      continue;
    }
    const room = Math.min(radius, distance(before, corner) / 2, distance(corner, next) / 2);
    path += `L${at(toward(corner, before, room))}Q${at(corner)} ${at(toward(corner, next, room))}`;
  }
  return path;
}

function toward([x, y]: Point, [toX, toY]: Point, by: number): Point {
  const length = distance([x, y], [toX, toY]);
  return length === 0 ? [x, y] : [x + ((toX - x) * by) / length, y + ((toY - y) * by) / length];
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}

function at([x, y]: Point): string {
  return `${String(Math.round(x * 100) / 100)} ${String(Math.round(y * 100) / 100)}`;
}
