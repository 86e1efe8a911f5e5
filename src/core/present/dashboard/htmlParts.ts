import { element, fragment, type Attributes, type Content, type Markup } from '../svg/markup';
import type { NamedRecord } from '../metrics/metricsReport';

/** A column of a table; numbers stand at its right. */
export interface Column {
  readonly head: string;
  readonly kind?: 'number' | 'nowrap' | 'half';
}

/** A table whose first cells head their rows. `empty` stands there instead of one without rows. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  empty: string,
): Markup {
  if (rows.length === 0) return element('p', { class: 'empty' }, empty);
  const styled = (index: number, more: Attributes): Attributes => ({ class: columns[index]?.kind, ...more });
  return element(
    'div',
    // What is wider than the page can be scrolled, by the keyboard too.
    columns.length > 4 ? { class: 'scroll', role: 'group', 'aria-label': caption, tabindex: 0 } : { class: 'scroll' },
    element(
      'table',
      {},
      element('caption', {}, caption),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          columns.map(({ head }, at) => element('th', styled(at, { scope: 'col' }), head)),
        ),
      ),
      element(
        'tbody',
        {},
        rows.map((cells) =>
          element(
            'tr',
            {},
            cells.map((cell, at) =>
              element(at === 0 ? 'th' : 'td', styled(at, at === 0 ? { scope: 'row' } : {}), cell),
            ),
          ),
        ),
      ),
    ),
  );
}

/** A table of which only the first rows are shown at once; the others are one step away. */
export function longTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  empty: string,
  most: number,
): Markup {
  const rest = rows.slice(most);
  return fragment(
    table(caption, columns, rows.slice(0, most), empty),
    rest.length === 0
      ? undefined
      : disclosure(`${String(rest.length)} more`, table(`${caption}: more`, columns, rest, '')),
  );
}

/** A part of the page with its heading; `id` is what a link in the page goes to. */
export function section(id: string, title: string, ...content: readonly Content[]): Markup {
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    ...content,
  );
}

/** A framed part of a section. */
export function card(title: string, ...content: readonly Content[]): Markup {
  return element('article', { class: 'card' }, element('h3', {}, title), ...content);
}

/** Something that is shown when it is asked for; it needs no script. */
export function disclosure(summary: string, ...content: readonly Content[]): Markup {
  return element('details', {}, element('summary', {}, summary), ...content);
}

/** A record by its ID and title. */
export function recordName({ id, path, title }: NamedRecord): Markup {
  if (id === null) return element('span', {}, title ?? path);
  return fragment(element('span', { class: 'id' }, id), title === null ? undefined : ` ${title}`);
}

/** Items below each other, without marks. */
export function list(items: readonly Content[]): Markup {
  return element(
    'ul',
    { class: 'plain' },
    items.map((item) => element('li', {}, item)),
  );
}
