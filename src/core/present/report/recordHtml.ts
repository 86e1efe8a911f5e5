import { approvalsSvg } from '../panel/approvalsSvg';
import { dependencyGraphSvg } from '../panel/dependencyGraphSvg';
import { lifecycleSvg } from '../panel/lifecycleSvg';
import { planGanttSvg } from '../panel/planGanttSvg';
import type { PictureTable, RecordPanel } from '../panel/recordPanel';
import { riskMatrixSvg } from '../panel/riskMatrixSvg';
import { stateGraphSvg } from '../panel/stateGraphSvg';
import { element, fragment, staticMarkup, type Content, type Markup } from '../svg/markup';
import type { PictureTheme } from '../svg/picture';
import { pictureStyles } from '../svg/pictureStyles';
import { htmlPage } from './page';
import { unbroken } from '../page/unbroken';

const layout = `
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; font: 15px/1.5 var(--cg-font); color: var(--cg-text); background: var(--cg-background); }
header { border-bottom: 1.5px solid var(--cg-line); margin-bottom: 1.5rem; padding-bottom: 1rem; }
h1 { font-size: clamp(1.2rem, 5vw, 1.5rem); line-height: 1.25; margin: 0.35rem 0 0.25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 2.25rem 0 0.25rem; }
p { margin: 0.25rem 0 0.75rem; overflow-wrap: anywhere; }
.id { color: var(--cg-muted); margin: 0; }
.status { border: 1.5px solid var(--cg-accent); border-radius: 1rem; color: var(--cg-accent); padding: 0.05rem 0.65rem; white-space: nowrap; }
dl { display: flex; flex-wrap: wrap; gap: 0.5rem 1.75rem; margin: 0.75rem 0 0; }
dt { color: var(--cg-muted); font-size: 0.8rem; }
dd { margin: 0; overflow-wrap: anywhere; }
svg { display: block; height: auto; width: 100%; }
.picture { margin: 0.5rem -0.85rem; }
.narrow { max-width: 21rem; }
.wide { max-width: 50rem; }
.instead { display: none; }
@media screen and (max-width: 42rem) {
  .wide { display: none; }
  .instead { display: block; }
}
details { margin: 0.5rem 0; }
summary { color: var(--cg-accent); cursor: pointer; }
summary:focus-visible { outline: 2px solid var(--cg-accent); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.875rem; margin: 0.5rem 0; min-width: 20rem; width: 100%; }
caption { text-align: left; color: var(--cg-muted); }
th, td { border-bottom: 1px solid var(--cg-line); padding: 0.3rem 0.75rem 0.3rem 0; text-align: left; vertical-align: top; overflow-wrap: break-word; }
tbody th { min-width: 7.5rem; }
th:last-child, td:last-child { min-width: 11rem; padding-right: 0; }
.one { white-space: nowrap; }
ul { margin: 0.25rem 0; padding-left: 1.25rem; }
footer { color: var(--cg-muted); font-size: 0.8rem; margin-top: 2.5rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  section, .picture { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; }
  summary { display: none; }
}
`.trim();

const wide: PictureTheme = { kind: 'embedded', prefix: 'wide', width: 'wide' };
const narrow: PictureTheme = { kind: 'embedded', prefix: 'narrow' };

/**
 * A record's pictures and tables as one page of HTML: for a wiki, or beside the results of a check. It holds all that
 * it needs, loads nothing, and has no scripts. `made.on` is the ISO day that the pictures take for today.
 */
export function recordHtml(
  panel: RecordPanel,
  made: { readonly on: string; readonly sha256: (text: string) => string },
): string {
  const { heading, lifecycle, states, risk, approvals, plan, dependencies } = panel;
  return htmlPage(
    {
      title: `${heading.id} ${heading.title}`,
      style: `${pictureStyles('own', ':root')}\n${layout}`,
      sha256: made.sha256,
    },
    element(
      'main',
      {},
      head(panel),
      lifecycle && section('Lifecycle', lifecycle, 'wide', lifecycleSvg),
      section('Statuses', { ...states, summary: undefined }, 'narrow', () => stateGraphSvg(states, narrow)),
      section('Risk', risk, 'wide', riskMatrixSvg),
      section('Approvals', approvals, 'narrow', approvalsSvg),
      section('Plan', plan, 'wide', planGanttSvg),
      section('Dependencies', dependencies, 'narrow', dependencyGraphSvg),
      element('footer', {}, `Made from ${heading.path} as of `, unbroken(made.on), ' by Changegate.'),
    ),
  );
}

function head({ heading }: RecordPanel): Markup {
  const { id, title, statusLabel, facts, primary } = heading;
  return element(
    'header',
    {},
    element('p', { class: 'id' }, id, ' ', element('span', { class: 'status' }, statusLabel)),
    element('h1', {}, title),
    element(
      'dl',
      {},
      facts.map(({ label, value }) => element('div', {}, element('dt', {}, label), element('dd', {}, value))),
    ),
    primary &&
      nextMove(
        primary.toLabel,
        primary.unmet.map(({ message }) => message),
      ),
  );
}

function nextMove(label: string, unmet: readonly string[]): Markup {
  if (unmet.length === 0) return element('p', {}, `Next: ${label}. Nothing is missing for it.`);
  return fragment(
    element('p', {}, `Next: ${label}. It still needs:`),
    element(
      'ul',
      {},
      unmet.map((message) => element('li', {}, unbroken(message))),
    ),
  );
}

/** What every picture is made from. */
interface Shown {
  readonly summary: string | undefined;
  readonly table: PictureTable;
}

/** A picture with its summary and its table. A wide one is there twice: on a narrow page the other one is seen. */
function section<Model extends Shown>(
  title: string,
  model: Model,
  width: 'narrow' | 'wide',
  draw: (model: Model, theme: PictureTheme) => string,
): Markup {
  const small = staticMarkup(draw(model, narrow));
  return element(
    'section',
    {},
    element('h2', {}, title),
    model.summary === undefined ? undefined : element('p', {}, unbroken(model.summary)),
    width === 'wide'
      ? [
          element('div', { class: 'picture wide' }, staticMarkup(draw(model, wide))),
          element('div', { class: 'picture narrow instead' }, small),
        ]
      : element('div', { class: 'picture narrow' }, small),
    model.table.rows.length === 0 ? undefined : details(title, tableOf(model.table)),
  );
}

function details(title: string, content: Content): Markup {
  return element(
    'details',
    {},
    element('summary', {}, `${title} as a table`),
    element('div', { class: 'scroll' }, content),
  );
}

function tableOf({ caption, columns, rows }: PictureTable): Markup {
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map((name) => element('th', { scope: 'col' }, name)),
      ),
    ),
    element(
      'tbody',
      {},
      rows.map(({ cells: [first = '', ...others] }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, unbroken(first)),
          others.map((cell) => element('td', {}, unbroken(cell))),
        ),
      ),
    ),
  );
}
