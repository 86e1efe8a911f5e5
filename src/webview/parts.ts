import { element } from './dom';
import { adopt } from './picture';
import type {
  PageWords,
  PanelCell,
  PanelFact,
  PanelHead,
  PanelLine,
  PanelMove,
  PanelPicture,
  PanelSection,
  PanelTable,
} from './protocol/recordPanel';
import { riskList } from './riskList';

/** The top of the panel: what the record is, and what is next. */
export function headPart({ id, title, status, look, facts, action, others }: PanelHead, words: PageWords): HTMLElement {
  return element(
    'header',
    {},
    element('p', { class: 'id' }, element('span', {}, id), statusPart(status, look)),
    element('h1', {}, cellPart(title)),
    facts.length > 0 ? factsPart(facts) : undefined,
    action ? actionPart(action, words) : undefined,
    others.length > 0 ? othersPart(others, words) : undefined,
  );
}

function factsPart(facts: readonly PanelFact[]): HTMLElement {
  const pairs = facts.map(({ label, value }) =>
    element('div', {}, element('dt', {}, label), element('dd', {}, cellPart(value))),
  );
  return element('dl', { class: 'facts' }, ...pairs);
}

function statusPart(status: PanelCell, look: string): HTMLElement {
  const made = cellPart(status);
  if (typeof made === 'string') return element('span', { class: `status ${look}` }, made);
  made.classList.add('status', look);
  return made;
}

/** The one thing that is next, and what stands in its way. */
function actionPart({ to, label, open }: PanelMove, words: PageWords): HTMLElement {
  const reasons = open.length === 0 ? undefined : 'blocked';
  return element(
    'div',
    { class: 'action' },
    element(
      'button',
      { class: 'primary', 'data-move': to, 'data-key': `move.${to}`, 'aria-describedby': reasons },
      label,
    ),
    ...(reasons
      ? [element('div', { id: reasons }, element('p', {}, words.blocked), ...firstLines(open, 'move.open', words))]
      : []),
  );
}

/** A list of more lines than this is begun only: what it is about is below it. */
const mostLines = 7;

/** The first lines, and the others for whoever wants them. */
function firstLines(lines: readonly PanelLine[], key: string, words: PageWords): HTMLElement[] {
  const shown = lines.length > mostLines ? lines.slice(0, mostLines - 2) : lines;
  const rest = lines.slice(shown.length);
  return [
    linesPart(shown, key),
    ...(rest.length === 0
      ? []
      : [
          disclosure(
            `${key}.more`,
            words.more.replace('{count}', String(rest.length)),
            linesPart(rest, key, shown.length),
          ),
        ]),
  ];
}

function othersPart(others: readonly PanelMove[], words: PageWords): HTMLElement {
  const items = others.map(({ to, label, open }) =>
    element(
      'li',
      {},
      element('button', { 'data-move': to, 'data-key': `move.${to}` }, label),
      open.length > 0 ? linesPart(open, `move.${to}.open`) : undefined,
    ),
  );
  return disclosure('moves', words.otherMoves, element('ul', { class: 'moves' }, ...items));
}

/** A section of the panel; folded ones are opened by whoever wants them. */
export function sectionPart(section: PanelSection, words: PageWords): HTMLElement {
  const { id, title, lines, facts, pictures, tables, risks, folded } = section;
  const heading = `heading.${id}`;
  const content = [
    ...(lines.length > 0 ? [linesPart(lines, `${id}.line`)] : []),
    ...pictures.flatMap((picture, index) => picturePart(picture, `${id}.picture.${String(index)}`) ?? []),
    ...(risks ? [riskList(risks, words)] : []),
    ...(facts.length > 0 ? [factsPart(facts)] : []),
    ...tables.map((table, index) => tablePart(table, `${id}.table.${String(index)}`, words)),
  ];
  return element(
    'section',
    { 'data-section': id, 'aria-labelledby': heading },
    element('h2', { id: heading }, title),
    ...(folded !== undefined ? [disclosure(`${id}.fold`, folded, ...content)] : content),
  );
}

function linesPart(lines: readonly PanelLine[], key: string, from = 0): HTMLElement {
  const items = lines.map(({ tone, ...cell }, index) =>
    element('li', { class: tone, 'data-at': from + index }, cellPart(cell, `${key}.${String(from + index)}`)),
  );
  return element('ul', { class: 'lines' }, ...items);
}

/** Words; where they have a place in the text, a button that goes there. */
function cellPart({ text, place }: PanelCell, key = place): HTMLElement | string {
  return place === undefined ? text : element('button', { class: 'link', 'data-place': place, 'data-key': key }, text);
}

/**
 * A drawing. What can be chosen in it can be reached by keys: the drawing is one stop of Tab, and the arrow keys go from
 * one thing in it to the next. A risk has the arrow keys for itself, and is a stop of its own.
 */
function picturePart({ svg, parts }: PanelPicture, key: string): HTMLElement | undefined {
  const picture = adopt(svg);
  if (!picture) return undefined;
  const known = new Map(parts.map((part) => [part.part, part]));
  let stop: string | undefined;
  for (const thing of picture.querySelectorAll<SVGElement>('[data-part]')) {
    const part = known.get(thing.dataset['part'] ?? '');
    if (part?.cell) {
      thing.dataset['probability'] = String(part.cell.probability);
      thing.dataset['impact'] = String(part.cell.impact);
    }
    const { risk, move, place } = part ?? {};
    if (!part || (risk ?? move ?? place) === undefined) {
      for (const name of ['role', 'tabindex', 'aria-label']) thing.removeAttribute(name);
      continue;
    }
    thing.dataset['key'] = `${key}.${risk ?? part.part}`;
    if (risk !== undefined) thing.dataset['risk'] = risk;
    if (move !== undefined) thing.dataset['move'] = move;
    if (place !== undefined) thing.dataset['place'] = place;
    if (risk === undefined) stop ??= part.part;
    thing.setAttribute('role', 'button');
    thing.setAttribute('tabindex', risk !== undefined || stop === part.part ? '0' : '-1');
  }
  return element('figure', { 'data-picture': key }, picture);
}

/** What a picture shows, for reading aloud and for copying. */
function tablePart({ caption, columns, rows }: PanelTable, key: string, words: PageWords): HTMLElement {
  if (rows.length === 0) return element('p', { class: 'hint' }, caption);
  const head = element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column)));
  const body = rows.map((row, line) =>
    element(
      'tr',
      {},
      ...row.map((cell, column) =>
        element(
          column === 0 ? 'th' : 'td',
          column === 0 ? { scope: 'row' } : {},
          cellPart(cell, `${key}.${String(line)}.${String(column)}`),
        ),
      ),
    ),
  );
  return disclosure(
    key,
    words.table,
    element(
      'div',
      { class: 'scroll', role: 'group', 'aria-label': caption, tabindex: 0, 'data-key': `${key}.region` },
      element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...body)),
    ),
    element('button', { 'data-copy': key, 'data-key': `${key}.copy` }, words.copy),
  );
}

function disclosure(key: string, title: string, ...content: readonly HTMLElement[]): HTMLElement {
  return element('details', { 'data-fold': key }, element('summary', { 'data-key': `${key}.fold` }, title), ...content);
}
