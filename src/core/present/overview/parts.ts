import { lookOf } from '../../process/statusLook';
import type { RecordSummary } from '../../workspace/recordSummary';
import { acting, html, idOf, type Act } from '../page/html';
import { fragment, type Attributes, type Content, type Markup } from '../svg/markup';
import type { Count } from '../portfolio';
import type { PortfolioMatrix } from '../portfolioMatrix';
import type { Asked } from './asked';
import type { OverviewStrings } from './strings';

/** How the pages over all records are shown. */
export interface Shown {
  readonly strings: OverviewStrings;
  readonly asked: Asked;
  /** A person can choose things; else it is a file, which tells all that it has. */
  readonly isLive: boolean;
}

/** One row of a list. */
export interface Entry {
  /** The same thing has the same key in the next view. */
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly status?: Pick<RecordSummary, 'status' | 'role'>;
  /** At its end: a value. */
  readonly value?: string;
  /** What is wrong; told by a sign as well. */
  readonly concern?: string | undefined;
  /** The path of the record that it opens, and its ID for a file, where it opens nothing. */
  readonly opens?: string | undefined;
  readonly id?: string | null | undefined;
}

/** Rows under a heading of their own, or under none. */
export interface Group {
  readonly title: string;
  readonly note: string;
  readonly entries: readonly Entry[];
}

/** Entries without headings. */
export function plain(entries: readonly Entry[]): Group[] {
  return [{ title: '', note: '', entries }];
}

/** Something that can be chosen where a person can choose; else only its words. */
export function choosable(
  { isLive }: Shown,
  does: Act | undefined,
  key: string,
  attributes: Attributes,
  ...content: readonly Content[]
): Markup {
  return isLive && does
    ? html('button', { ...attributes, ...acting(does, key) }, ...content)
    : html('div', attributes, ...content);
}

/** What can be taken into the selection, or out of it. */
function choice(
  shown: Shown,
  choose: string,
  key: string,
  attributes: Attributes,
  ...content: readonly Content[]
): Markup {
  const { isLive, asked } = shown;
  const pressed = isLive ? { 'aria-pressed': String(asked.chosen.includes(choose)) } : {};
  const does = { act: 'choose', what: choose } as const;
  return choosable(shown, does, `${key}.${choose}`, { ...attributes, ...pressed }, ...content);
}

/** A button that asks the host for something; a sign stands instead of the label, which is its name then. */
export function runButton(what: string, label: string, sign?: string): Markup {
  const name = sign === undefined ? {} : { 'aria-label': label, title: label };
  return html('button', { ...acting({ act: 'run', what }, `act.${what}`), ...name }, sign ?? label);
}

/** A sentence about what follows. */
export function facts(text: string): Markup {
  return html('p', { class: 'facts' }, text);
}

/** A number to look at first. */
export interface Figure {
  readonly choose: string;
  readonly label: string;
  readonly value: string;
  /** It asks for somebody. */
  readonly isAlert: boolean;
}

export function figuresPart(figures: readonly Figure[], key: string, shown: Shown): Markup {
  const items = figures.map(({ choose, label, value, isAlert }) =>
    html(
      'li',
      {},
      choice(
        shown,
        choose,
        key,
        { class: isAlert ? 'figure alert' : 'figure' },
        html('span', { class: 'number' }, value),
        ' ',
        html('span', { class: 'facts' }, label),
      ),
    ),
  );
  return html('ul', { class: 'figures' }, items);
}

/** What there is a choice of, or what is chosen by now. */
export function chipsPart(
  caption: string,
  chips: readonly { readonly choose: string; readonly label: string }[],
  key: string,
  shown: Shown,
): Markup {
  const items = chips.map(({ choose, label }) => html('li', {}, choice(shown, choose, key, { class: 'chip' }, label)));
  return html('ul', { class: 'chips', 'aria-label': caption }, items);
}

/** How many bars are shown at once. */
const mostBars = 8;

/** Numbers of records as level bars. */
export function barsPart(
  list: string,
  caption: string,
  all: readonly { readonly choose: string; readonly label: string; readonly count: number }[],
  empty: string,
  shown: Shown,
): Markup {
  if (all.length === 0) return facts(empty);
  const { asked, isLive } = shown;
  const isWhole = !isLive || asked.unfolded.includes(list);
  const told = isWhole ? all : all.filter(({ choose }, at) => at < mostBars || asked.chosen.includes(choose));
  const most = Math.max(1, ...told.map(({ count }) => count));
  const items = told.map(({ choose, label, count }) =>
    html(
      'li',
      {},
      choice(
        shown,
        choose,
        list,
        { class: 'bar' },
        html('span', { class: 'what' }, label),
        barOf(count / most),
        ' ',
        html('span', { class: 'count' }, String(count)),
      ),
    ),
  );
  return html(
    'div',
    {},
    html('ul', { class: 'bars', 'aria-label': caption }, items),
    morePart(list, all.length - told.length, shown),
  );
}

/** A share of the width of its place; without words, so that it can be stretched. */
function barOf(share: number): Markup {
  const width = `${String(Math.max(1.5, Math.round(share * 1000) / 10))}%`;
  return html(
    'svg',
    { class: 'track', 'aria-hidden': 'true' },
    html('rect', { class: 'fill', width, height: '100%', rx: 3 }),
  );
}

/** The way to the rest of a list. */
function morePart(list: string, hidden: number, { strings }: Shown): Markup | undefined {
  if (hidden === 0) return undefined;
  const does = acting({ act: 'unfold', what: list }, `more.${list}`);
  return html('button', { class: 'link more', ...does }, strings.showMore(hidden));
}

/** The records behind the numbers, where nobody can choose a number to see them. */
export function behindCounts(counts: readonly Count[], { isLive, strings }: Shown): Markup | undefined {
  if (isLive || counts.length === 0) return undefined;
  return plainDisclosure(
    strings.cards.records,
    counts.map(({ label, records }) => [
      html('h3', {}, label),
      html(
        'ul',
        { class: 'entries', 'aria-label': label },
        records.map((record) => html('li', {}, nameOf(record))),
      ),
    ]),
  );
}

function nameOf({
  id,
  title,
  path,
}: {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
}): string {
  return [id ?? path, title].filter((each) => each !== null).join(' ');
}

/** The matrix as a table with the tones of the bands; the words stand in the cells as well. */
export function matrixPart(
  { processes, levels, rows }: PortfolioMatrix,
  at: number,
  key: string,
  shown: Shown,
): Markup {
  const { strings } = shown;
  const body = rows.map(({ probability, cells }, row) =>
    html(
      'tr',
      {},
      html('th', { scope: 'row' }, probability),
      cells.map(({ impact, score, band, tone, records }, column) =>
        html(
          'td',
          { class: `tone${String(tone)}` },
          html('span', { class: 'band' }, `${String(score)} ${band.toLowerCase()}`),
          records.length === 0
            ? html('span', { class: 'none' }, '–')
            : choice(
                shown,
                cellKey(at, row, column),
                key,
                {
                  class: 'cell',
                  'aria-label': shown.isLive
                    ? `${strings.cell(probability, impact)}: ${strings.countOf(records.length)}`
                    : undefined,
                },
                String(records.length),
              ),
        ),
      ),
    ),
  );
  return html(
    'table',
    { class: 'matrix' },
    html('caption', { class: 'facts' }, strings.matrixOf(processes)),
    html(
      'thead',
      {},
      html(
        'tr',
        { 'aria-hidden': 'true' },
        html('td', {}, strings.probability),
        html('td', { colspan: levels.length }, strings.impact),
      ),
      html(
        'tr',
        {},
        html('td', {}),
        levels.map(({ name }) => html('th', { scope: 'col' }, name)),
      ),
    ),
    html('tbody', {}, body),
  );
}

/** The name of a cell of a matrix, as a choice. */
export function cellKey(matrix: number, row: number, column: number): string {
  return `cell:${[matrix, row, column].join('.')}`;
}

/** More rows than these nobody reads; a selection or an export has them all. */
const mostRows = 1000;

/** A longer list is laid out as far as it is in view. */
const mostAtOnce = 40;

/** A list of which the first entries are shown; the others once somebody asks for them. */
export function listPart(
  list: string,
  caption: string,
  groups: readonly Group[],
  empty: string,
  most: number,
  shown: Shown,
): Markup {
  if (groups.every(({ entries }) => entries.length === 0)) return facts(empty);
  const { isLive, asked, strings } = shown;
  let room = isLive && asked.unfolded.includes(list) ? mostRows : most;
  const told: Group[] = [];
  const rest: Group[] = [];
  for (const group of groups) {
    const entries = group.entries.slice(0, room);
    const others = group.entries.slice(room);
    room -= entries.length;
    if (entries.length > 0) told.push({ ...group, entries });
    if (others.length > 0) rest.push({ ...group, entries: others });
  }
  const hidden = rest.reduce((sum, { entries }) => sum + entries.length, 0);
  const draw = (some: readonly Group[], name: string): Content =>
    some.map((group) => groupPart(group, name, list, shown));
  return html(
    'div',
    {},
    draw(told, caption),
    isLive
      ? morePart(list, hidden, shown)
      : hidden === 0
        ? undefined
        : plainDisclosure(strings.showMore(hidden), draw(rest, `${caption}: ${strings.showMore(hidden)}`)),
  );
}

/** In a file nobody has to remember what is open. */
function plainDisclosure(title: string, content: Content): Markup {
  return html('details', {}, html('summary', {}, title), content);
}

function groupPart({ title, note, entries }: Group, caption: string, key: string, shown: Shown): Markup {
  const name = title === '' ? caption : title;
  const items = entries.map((entry) => html('li', {}, entryPart(entry, key, shown)));
  return fragment(
    title === ''
      ? undefined
      : html('h3', {}, title, note === '' ? undefined : [' ', html('span', { class: 'facts' }, note)]),
    html('ul', { class: entries.length > mostAtOnce ? 'entries long' : 'entries', 'aria-label': name }, items),
  );
}

function entryPart(
  { key, title, detail, status, value, concern, opens, id }: Entry,
  within: string,
  shown: Shown,
): Markup {
  const does = opens === undefined ? undefined : ({ act: 'open', what: opens } as const);
  return choosable(
    shown,
    does,
    `${within}.${key}`,
    { class: 'entry' },
    html(
      'span',
      { class: 'first' },
      html('span', { class: 'title' }, title),
      value === undefined ? undefined : [' ', html('span', { class: 'value' }, value)],
    ),
    ' ',
    html(
      'span',
      { class: 'facts' },
      concern === undefined
        ? undefined
        : [
            html('span', { class: 'concern' }, html('span', { class: 'unseen' }, shown.strings.concern), ` ${concern}`),
            ' ',
          ],
      status && [statusPart(status), ' '],
      typeof id === 'string' && !shown.isLive ? `${id} · ${detail}` : detail,
    ),
  );
}

/** A status in words, in its color. */
export function statusPart({ status, role }: Pick<RecordSummary, 'status' | 'role'>): Markup {
  const { label, color } = lookOf(status, role);
  return html('span', { class: `status ${color.replace(/^.*\./, '')}` }, label);
}

/** A choice between a few things. */
export function selectPart(
  select: string,
  label: string,
  value: string,
  options: readonly { readonly value: string; readonly label: string }[],
): Markup {
  return html(
    'select',
    { 'data-select': select, id: idOf(`select.${select}`), 'aria-label': label },
    options.map((option) => html('option', { value: option.value, selected: option.value === value }, option.label)),
  );
}
