import { element, fragment, type Markup } from '../svg/markup';
import { part, picture, words, type PictureTheme } from '../svg/picture';
import { clipText } from '../svg/textWidth';
import type { Count } from '../portfolio';

/** Where things are in a chart of 300 px; it is read at any size above. */
const [width, row, labels, counts] = [300, 28, 124, 36];

/** What a chart is called: a name for its ids, a title for people. */
export interface ChartName {
  readonly name: string;
  readonly title: string;
}

/** Counts as level bars with their numbers, in the order given. */
export function barChart({ name, title }: ChartName, bars: readonly Count[], theme: PictureTheme): string {
  const most = Math.max(1, ...bars.map(({ records }) => records.length));
  const room = width - labels - counts;
  const told = bars.map(({ label, records }) => `${label}: ${String(records.length)}`).join(', ');
  const description = bars.length === 0 ? 'There are no records.' : `${told}.`;
  const rows = bars.map(({ key, label, records }, index) => {
    const y = index * row;
    const count = records.length;
    const names = records.map(({ id, path }) => id ?? path);
    const some = names.length > 12 ? [...names.slice(0, 12), '…'] : names;
    return part(
      theme,
      'cg-count',
      { id: `${name}:${key}`, label: `${label}: ${String(count)} (${some.join(', ')})`, choosable: false },
      words(0, y + 18, clipText(label, 13, labels - 12)),
      element('rect', { x: labels, y: y + 7, width: room, height: 14, rx: 3, class: 'cg-track' }),
      bar(labels, y + 7, Math.max(4, (room * count) / most)),
      words(width, y + 18, String(count), 'cg-end cg-strong'),
    );
  });
  const content = bars.length === 0 ? [words(0, 18, 'No records', 'cg-muted')] : rows;
  return picture({ name, title, description, width, height: Math.max(1, bars.length) * row }, theme, content);
}

function bar(x: number, y: number, length: number): Markup {
  return fragment(element('rect', { x, y, width: length, height: 14, rx: 3, class: 'cg-bar cg-here' }));
}
