import { element } from './dom';
import { monthPart } from './monthPart';
import { adopt } from './picture';
import type {
  Bar,
  Block,
  Choice,
  Entry,
  Figure,
  Group,
  OverviewAct,
  OverviewHead,
  OverviewSection,
  OverviewWords,
} from './protocol/overview';

/** The block of one kind. */
type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

/** The top of the page: what it is, of what, and what can be done with all of it. */
export function overviewHead({ title, facts, notices, selects, acts }: OverviewHead): HTMLElement {
  return element(
    'header',
    {},
    element(
      'div',
      { class: 'bar-of-title' },
      element('div', {}, element('h1', {}, title), element('p', { class: 'facts' }, facts)),
      element('div', { class: 'tools' }, ...selects.map(selectPart), ...acts.map(actPart)),
    ),
    ...notices.map(({ text, act }) =>
      element('p', { class: 'notice' }, element('span', {}, text), ...(act ? [' ', actPart(act)] : [])),
    ),
  );
}

function selectPart({ select, label, value, options }: OverviewHead['selects'][number]): HTMLElement {
  return element(
    'select',
    { 'data-select': select, 'data-key': `select.${select}`, 'aria-label': label },
    ...options.map((option) =>
      element('option', { value: option.value, selected: option.value === value }, option.label),
    ),
  );
}

/** A button that asks the host for something. */
export function actPart({ act, label, sign }: OverviewAct): HTMLElement {
  return element(
    'button',
    { 'data-act': act, 'data-key': `act.${act}`, ...(sign === undefined ? {} : { 'aria-label': label, title: label }) },
    sign ?? label,
  );
}

/** A section with its blocks. */
export function overviewSection({ id, title, size, blocks }: OverviewSection, words: OverviewWords): HTMLElement {
  const heading = `heading.${id}`;
  return element(
    'section',
    { 'data-section': id, class: size, 'aria-labelledby': heading },
    element('h2', { id: heading, class: title.startsWith(' ') ? 'unseen' : undefined }, title.trim()),
    ...blocks.flatMap((block, index) => blockPart(block, `${id}.${String(index)}`, words) ?? []),
  );
}

function blockPart(block: Block, key: string, words: OverviewWords): HTMLElement | undefined {
  switch (block.kind) {
    case 'text':
      return element('p', { class: 'facts' }, block.text);
    case 'headline':
      return element('p', { class: 'headline' }, element('strong', {}, block.value), ' ', block.what);
    case 'figures':
      return figuresPart(block.figures, key);
    case 'chips':
      return chipsPart(block, key);
    case 'bars':
      return barsPart(block, words);
    case 'matrix':
      return matrixPart(block, key);
    case 'list':
      return listPart(block, words);
    case 'picture':
      return picturePart(block, key);
    case 'month':
      return monthPart(block);
    case 'fold':
      return element(
        'details',
        { 'data-fold': block.fold },
        element('summary', { 'data-key': `${block.fold}.fold` }, block.title),
        ...block.blocks.flatMap((each, index) => blockPart(each, `${key}.${String(index)}`, words) ?? []),
      );
  }
}

/** What a thing has that is in the selection, or can be. */
function choice({ choose, isChosen }: Choice, key: string): Record<string, string> {
  return { 'data-choose': choose, 'data-key': `${key}.${choose}`, 'aria-pressed': String(isChosen) };
}

function figuresPart(figures: readonly Figure[], key: string): HTMLElement {
  const items = figures.map((figure) =>
    element(
      'li',
      {},
      element(
        'button',
        { class: figure.isAlert ? 'figure alert' : 'figure', ...choice(figure, key) },
        element('span', { class: 'number' }, figure.value),
        ' ',
        element('span', { class: 'facts' }, figure.label),
      ),
    ),
  );
  return element('ul', { class: 'figures' }, ...items);
}

function chipsPart({ caption, chips }: BlockOf<'chips'>, key: string): HTMLElement {
  const items = chips.map((chip) =>
    element('li', {}, element('button', { class: 'chip', ...choice(chip, key) }, chip.label)),
  );
  return element('ul', { class: 'chips', 'aria-label': caption }, ...items);
}

function barsPart({ caption, bars, empty, list, hidden }: BlockOf<'bars'>, words: OverviewWords): HTMLElement {
  if (bars.length === 0) return element('p', { class: 'facts' }, empty);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const item = (bar: Bar): HTMLElement => {
    const fill = element('span', { class: 'fill' });
    fill.style.inlineSize = `${String(Math.max(1.5, (100 * bar.count) / most))}%`;
    return element(
      'li',
      {},
      element(
        'button',
        { class: 'bar', ...choice(bar, list) },
        element('span', { class: 'what' }, bar.label),
        element('span', { class: 'track', 'aria-hidden': 'true' }, fill),
        ' ',
        element('span', { class: 'count' }, String(bar.count)),
      ),
    );
  };
  return element(
    'div',
    {},
    element('ul', { class: 'bars', 'aria-label': caption }, ...bars.map(item)),
    morePart(list, hidden, words),
  );
}

/** The way to the rest of a list. */
function morePart(list: string, hidden: number, words: OverviewWords): HTMLElement | undefined {
  return hidden === 0
    ? undefined
    : element(
        'button',
        { class: 'link more', 'data-unfold': list, 'data-key': `more.${list}` },
        words.showMore.replace('{count}', String(hidden)),
      );
}

function matrixPart({ caption, probability, impact, levels, rows }: BlockOf<'matrix'>, key: string): HTMLElement {
  const body = rows.map(({ probability: level, fields }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, level),
      ...fields.map((field) =>
        element(
          'td',
          { class: `tone${String(field.tone)}` },
          element('span', { class: 'band' }, field.band),
          field.count === 0
            ? element('span', { class: 'none' }, '–')
            : element(
                'button',
                { class: 'cell', ...choice(field, key), 'aria-label': field.label },
                String(field.count),
              ),
        ),
      ),
    ),
  );
  return element(
    'table',
    { class: 'matrix' },
    element('caption', { class: 'facts' }, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        { 'aria-hidden': 'true' },
        element('td', {}, probability),
        element('td', { colspan: levels.length }, impact),
      ),
      element('tr', {}, element('td', {}), ...levels.map((level) => element('th', { scope: 'col' }, level))),
    ),
    element('tbody', {}, ...body),
  );
}

function listPart({ caption, groups, empty, list, hidden }: BlockOf<'list'>, words: OverviewWords): HTMLElement {
  if (groups.every(({ entries }) => entries.length === 0)) return element('p', { class: 'facts' }, empty);
  return element(
    'div',
    {},
    ...groups.flatMap((group) => groupPart(group, caption, list, words)),
    morePart(list, hidden, words),
  );
}

/** A longer list is laid out as far as it is in view. */
const mostAtOnce = 40;

function groupPart({ title, note, entries }: Group, caption: string, key: string, words: OverviewWords): HTMLElement[] {
  const name = title === '' ? caption : title;
  const items = entries.map((entry) => element('li', {}, entryPart(entry, key, words)));
  return [
    ...(title === ''
      ? []
      : [element('h3', {}, title, ...(note === '' ? [] : [' ', element('span', { class: 'facts' }, note)]))]),
    element('ul', { class: entries.length > mostAtOnce ? 'entries long' : 'entries', 'aria-label': name }, ...items),
  ];
}

function entryPart(
  { key, title, detail, status, value, concern, opens }: Entry,
  within: string,
  words: OverviewWords,
): HTMLElement {
  const content = [
    element(
      'span',
      { class: 'first' },
      element('span', { class: 'title' }, title),
      ...(value === undefined ? [] : [' ', element('span', { class: 'value' }, value)]),
    ),
    ' ',
    element(
      'span',
      { class: 'facts' },
      ...(concern === undefined
        ? []
        : [
            element('span', { class: 'concern' }, element('span', { class: 'unseen' }, words.concern), ` ${concern}`),
            ' ',
          ]),
      ...(status ? [element('span', { class: `status ${status.look}` }, status.text), ' '] : []),
      detail,
    ),
  ];
  return opens === undefined
    ? element('div', { class: 'entry' }, ...content)
    : element('button', { class: 'entry', 'data-opens': opens, 'data-key': `${within}.${key}` }, ...content);
}

/** A drawing. What can be chosen in it can be reached by keys: it is one stop of Tab, arrows go from thing to thing. */
function picturePart({ svg, parts }: BlockOf<'picture'>, key: string): HTMLElement | undefined {
  const picture = adopt(svg);
  if (!picture) return undefined;
  const known = new Map(parts.map((part) => [part.part, part]));
  let hasStop = false;
  for (const thing of picture.querySelectorAll<SVGElement>('[data-part]')) {
    const { part, choose, opens } = known.get(thing.dataset['part'] ?? '') ?? {};
    if (part === undefined) {
      for (const name of ['role', 'tabindex', 'aria-label']) thing.removeAttribute(name);
      continue;
    }
    thing.dataset['key'] = `${key}.${part}`;
    if (choose !== undefined) thing.dataset['choose'] = choose;
    if (opens !== undefined) thing.dataset['opens'] = opens;
    thing.setAttribute('role', 'button');
    thing.setAttribute('tabindex', hasStop ? '-1' : '0');
    hasStop = true;
  }
  return element('figure', {}, picture);
}
