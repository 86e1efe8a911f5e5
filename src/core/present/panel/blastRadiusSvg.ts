import { element, fragment, type Markup } from '../svg/markup';
import { part, words, type PictureTheme } from '../svg/picture';
import { wrapText } from '../svg/textWidth';
import type { BlastRadius } from './recordPanel';

const outer = 46;

/** How far a change reaches: a ring for each size, filled up to the one that was chosen, and who is in it. */
export function blastRadiusPart(
  { sizes, size, facts }: BlastRadius,
  left: number,
  top: number,
  theme: PictureTheme,
): { readonly markup: Markup; readonly bottom: number } {
  if (sizes.length === 0 && facts.length === 0) return { markup: fragment(), bottom: top - 30 };
  const reached = size === undefined ? -1 : sizes.indexOf(size);
  const x = left + outer;
  const y = top + 22 + outer;
  const rings = sizes
    .map((_, index) => {
      const tone = Math.round((index / Math.max(1, sizes.length - 1)) * 3);
      const isOn = index <= reached;
      const radius = (outer * (index + 1)) / sizes.length;
      return element('circle', {
        cx: x,
        cy: y,
        r: radius,
        class: isOn ? `cg-ring cg-on cg-tone${String(tone)}` : 'cg-ring',
      });
    })
    .reverse();
  const column = sizes.length === 0 ? left : left + 2 * outer + 20;
  const room = left + 292 - column;
  const told = facts.map(({ label, value }) => ({ label, lines: wrapText(value, 11.5, room, 3) }));
  let line = top + 34;
  const list = told.map(({ label, lines }) => {
    const at = line;
    line += 15 + lines.length * 14.5 + 5;
    return fragment(
      words(column, at, label, 'cg-small cg-muted'),
      lines.map((each, index) => words(column, at + 15 + index * 14.5, each, 'cg-small')),
    );
  });
  const name = size ?? 'not chosen yet';
  const markup = fragment(
    words(left, top + 9, sizes.length > 0 ? 'Blast radius' : 'What it affects', 'cg-small cg-muted'),
    sizes.length > 0 ? words(column, top + 9, name, size === undefined ? 'cg-small cg-muted' : 'cg-strong') : undefined,
    sizes.length > 0
      ? part(theme, 'cg-blast', { id: 'blast-radius', label: `Blast radius: ${name}` }, rings)
      : undefined,
    reached >= 0 ? element('circle', { cx: x, cy: y, r: 2.5, class: 'cg-mark' }) : undefined,
    list,
  );
  return { markup, bottom: Math.max(sizes.length === 0 ? top : y + outer, line - 14) };
}
