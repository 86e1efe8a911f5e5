import { lookOf } from '../../process/statusLook';
import { acting, disclosure, html, idOf, section, type Act, type PagePart, type PageView } from '../page/html';
import { staticMarkup, type Attributes, type Content, type Markup } from '../svg/markup';
import type { PictureTheme } from '../svg/picture';
import { approvalsSvg } from './approvalsSvg';
import { dependencyGraphSvg } from './dependencyGraphSvg';
import { lifecycleSvg } from './lifecycleSvg';
import type { PanelStrings } from './panelStrings';
import { planGanttSvg } from './planGanttSvg';
import type { PictureTable, RecordPanel, RiskMark, RiskMatrix, Target, Unmet } from './recordPanel';
import { riskMatrixSvg } from './riskMatrixSvg';
import { stateGraphSvg } from './stateGraphSvg';

/** The panel of a record as its page shows it, and what the names in it stand for. */
export interface PanelView extends PageView {
  readonly places: ReadonlyMap<string, Target>;
  readonly risks: ReadonlyMap<string, RiskMark>;
  /** The statuses that a move may be begun to. */
  readonly moves: ReadonlySet<string>;
  /** What is read aloud when it changes. */
  readonly spoken: { readonly status: string; readonly risk: string };
}

/** A sentence, where it leads to, and what it means: told by a sign as well, never by color alone. */
interface Line {
  readonly text: string;
  readonly tone?: 'good' | 'open' | 'bad' | undefined;
  readonly name?: string;
  readonly target?: Target | undefined;
}

/** A list of more lines than this is begun only: what it is about is below it. */
const mostLines = 7;

/** The panel of a record. `isLive`: a person can choose things; else it is a file. */
export function panelPage(panel: RecordPanel, strings: PanelStrings, isLive: boolean): PanelView {
  return new PanelPage(panel, strings, isLive).view();
}

class PanelPage {
  /** The same thing has the same name in the next view, so that keyboard and clicks stay with it. */
  private readonly places = new Map<string, Target>();
  private readonly moves = new Set<string>();

  constructor(
    private readonly panel: RecordPanel,
    private readonly strings: PanelStrings,
    private readonly isLive: boolean,
  ) {}

  view(): PanelView {
    const { strings, panel } = this;
    const head = this.head();
    const first = [...this.lifecycle(), this.states()];
    const second = [this.risk(), this.approvals(), this.plan(), this.dependencies()];
    return {
      parts: [head, ...first, ...second],
      frame: (drawn) => [
        drawn(head),
        html('div', { class: 'column', id: 'column.first' }, first.map(drawn)),
        html('div', { class: 'column', id: 'column.second' }, second.map(drawn)),
      ],
      places: this.places,
      risks: new Map(panel.risk.risks.map((risk) => [riskKey(risk), risk])),
      moves: this.moves,
      spoken: { status: strings.statusNow(panel.heading.statusLabel), risk: panel.risk.summary },
    };
  }

  private head(): PagePart {
    const { strings, panel } = this;
    const { id, title, path, status, role, statusLabel, facts, primary } = panel.heading;
    const now = panel.states.nodes.find(({ state }) => state === 'here');
    const others = panel.states.nodes.filter(({ state, id: to }) => state === 'next' && to !== primary?.to);
    const look = lookOf(status ?? null, role ?? null).color.replace(/^.*\./, '');
    return {
      id: 'head',
      element: 'div',
      attributes: { class: 'head' },
      content: html(
        'header',
        {},
        html(
          'p',
          { class: 'id' },
          html('span', {}, id),
          this.link(statusLabel, 'status', now?.target, `status ${look}`) ??
            html('span', { class: `status ${look}` }, statusLabel),
        ),
        html(
          'h1',
          {},
          this.words(title === '' ? strings.noTitle : title, 'title', { path, span: { start: 0, end: 0 } }),
        ),
        facts.length > 0 ? factsPart(facts.map(({ label, value }) => [label, value])) : undefined,
        primary && this.nextMove(primary.to, primary.toLabel, primary.unmet),
        others.length > 0 && this.isLive
          ? disclosure(
              'moves',
              strings.otherMoves,
              html(
                'ul',
                { class: 'moves' },
                others.map(({ id: to, label, unmet }) =>
                  html(
                    'li',
                    {},
                    this.move(to, label),
                    unmet.length > 0 ? this.lines(unmetLines(unmet, `move.${to}`), `move.${to}.open`) : undefined,
                  ),
                ),
              ),
            )
          : undefined,
      ),
    };
  }

  /** The one thing that is next, and what stands in its way. */
  private nextMove(to: string, label: string, unmet: readonly Unmet[]): Markup {
    return html(
      'div',
      { class: 'action' },
      this.move(to, label, { class: 'primary', 'aria-describedby': unmet.length === 0 ? undefined : 'blocked' }),
      unmet.length === 0
        ? undefined
        : html(
            'div',
            { id: 'blocked' },
            html('p', {}, this.strings.blocked),
            this.firstLines(unmetLines(unmet, `move.${to}`), 'move.open'),
          ),
    );
  }

  private move(to: string, label: string, attributes: Attributes = {}): Markup {
    this.moves.add(to);
    const text = this.strings.moveTo(label);
    return this.isLive
      ? html('button', { ...attributes, ...acting({ act: 'move', what: to }, `move.${to}`) }, text)
      : html('p', {}, html('strong', {}, text));
  }

  private lifecycle(): PagePart[] {
    const { lifecycle } = this.panel;
    if (!lifecycle) return [];
    const { nodes, summary, table } = lifecycle;
    const here = nodes.find(({ id }) => id === lifecycle.here);
    return [
      this.section(
        'lifecycle',
        this.lines(
          [
            { text: summary, name: 'lifecycle.summary', target: here?.target },
            ...nodes.flatMap(({ id, concern, target }): Line[] =>
              concern === undefined ? [] : [{ text: concern, tone: 'bad', name: `lifecycle.concern.${id}`, target }],
            ),
          ],
          'lifecycle.line',
        ),
        this.picture(
          'lifecycle',
          (theme) => lifecycleSvg(lifecycle, theme),
          nodes.map(({ id, move, target }) => [id, this.partAct(move, `lifecycle.${id}`, target)]),
        ),
        this.table(table, 'lifecycle'),
      ),
    ];
  }

  private states(): PagePart {
    const { lifecycle, states } = this.panel;
    const content = [
      this.picture(
        'states',
        (theme) => stateGraphSvg(states, theme),
        states.nodes.map(({ id, state, target }) => [
          id,
          this.partAct(state === 'next' ? id : undefined, `states.${id}`, target),
        ]),
      ),
      this.table(states.table, 'states'),
    ];
    return this.section(
      'states',
      lifecycle ? disclosure('states.fold', this.strings.statusesAndMoves, content) : content,
    );
  }

  private risk(): PagePart {
    const { strings } = this;
    const { risk } = this.panel;
    const { cells, risks, accepted, declared, acceptance, blastRadius, summary, table } = risk;
    const at: Attributes = { 'aria-describedby': 'risk-keys', tabindex: 0 };
    const parts = new Map<string, Attributes>(
      cells.map(({ probability, impact }) => [
        `cell-${String(probability)}-${String(impact)}`,
        { 'data-row': probability, 'data-column': impact },
      ]),
    );
    for (const mark of risks) {
      const key = riskKey(mark);
      const act = this.place(key, mark.target);
      parts.set(`risk-${String(mark.number)}`, { ...acting(act, `risk.picture.0.${key}`), ...at, 'data-item': key });
    }
    const fact = (label: string, text: string, name: string, target: Target): readonly [string, Content] => [
      label,
      this.words(text, name, target),
    ];
    const facts = [
      ...(accepted ? [fact(strings.accepted, accepted.text, 'risk.accepted', accepted.target)] : []),
      ...(declared ? [fact(strings.declared, declared.band, 'risk.declared', declared.target)] : []),
      ...(acceptance ? [fact(strings.acceptance, acceptance.text, 'risk.acceptance', acceptance.target)] : []),
    ];
    return this.section(
      'risk',
      this.lines([{ text: summary }], 'risk.line'),
      this.picture(
        'risk',
        (theme) => riskMatrixSvg(risk, theme),
        [['blast-radius', this.partAct(undefined, 'risk.blast', blastRadius.target)]],
        parts,
      ),
      risks.length > 0 && this.isLive ? this.riskList(risk) : undefined,
      facts.length > 0 ? factsPart(facts) : undefined,
      this.table(table, 'risk', summary),
    );
  }

  /** The risks as a list with their levels to choose from: what dragging does, for everybody and at every width. */
  private riskList({ risks, levels }: RiskMatrix): Markup {
    const { strings } = this;
    const choice = (mark: RiskMark, axis: 'row' | 'column', part: 'probability' | 'impact'): Markup => {
      const key = riskKey(mark);
      const now = mark[part]?.value ?? 0;
      const label = strings[part];
      return html(
        'label',
        {},
        html('span', { class: 'label' }, label),
        html(
          'select',
          { 'data-axis': axis, 'data-of': key, id: idOf(`${key}.${part}`), 'aria-label': `${label}: ${mark.text}` },
          levels.some(({ value }) => value === now) ? undefined : html('option', { value: 0, selected: true }, '–'),
          levels.map(({ name, value }) => html('option', { value, selected: value === now }, name)),
        ),
      );
    };
    const items = risks.map((mark) => {
      const key = riskKey(mark);
      return html(
        'li',
        { 'data-name': mark.text },
        html('span', { class: 'number' }, String(mark.number)),
        html('button', { class: 'link', ...acting({ act: 'reveal', what: key }, `${key}.name`) }, mark.text),
        html('span', { class: 'levels' }, choice(mark, 'row', 'probability'), choice(mark, 'column', 'impact')),
      );
    });
    return html(
      'div',
      {},
      html('p', { id: 'risk-keys', class: 'unseen' }, strings.riskKeys),
      html('ol', { class: 'risks', 'aria-label': strings.riskList, 'data-said': strings.riskAt }, items),
    );
  }

  private approvals(): PagePart {
    const { heading, approvals } = this.panel;
    const { state, summary, roles, missing, contradictions, table } = approvals;
    const tone = {
      given: 'good',
      'pre-approved': 'good',
      waiting: 'open',
      'not-yet': undefined,
      contradicted: 'bad',
    } as const;
    // What keeps the next move stands at its button already.
    const told = new Set(heading.primary?.unmet.map(({ message }) => message));
    return this.section(
      'approvals',
      this.lines(
        [
          { text: summary, tone: tone[state] },
          ...contradictions.map(({ message, target }, index): Line => ({
            text: message,
            tone: 'bad',
            name: `approvals.contradiction.${String(index)}`,
            target,
          })),
          ...unmetLines(
            missing.filter(({ message }) => !told.has(message)),
            'approvals.missing',
          ),
        ],
        'approvals.line',
      ),
      roles.length === 0
        ? undefined
        : this.picture(
            'approvals',
            (theme) => approvalsSvg(approvals, theme),
            roles.map(({ role, target }, index) => [
              role,
              this.partAct(undefined, `approvals.role.${String(index)}`, target),
            ]),
          ),
      this.table(table, 'approvals', summary),
    );
  }

  private plan(): PagePart {
    const { plan } = this.panel;
    const { summary, phases, next, table } = plan;
    return this.section(
      'plan',
      // It ends with the next step.
      this.lines([{ text: summary, name: 'plan.next', target: next?.target }], 'plan.line'),
      phases.length === 0
        ? undefined
        : this.picture(
            'plan',
            (theme) => planGanttSvg(plan, theme),
            phases.map(({ name, target }, index) => [
              name,
              this.partAct(undefined, `plan.phase.${String(index)}`, target),
            ]),
          ),
      this.table(table, 'plan', summary),
    );
  }

  private dependencies(): PagePart {
    const { dependencies } = this.panel;
    const { summary, upstream, downstream, cycle, table } = dependencies;
    const others = [...upstream, ...downstream];
    return this.section(
      'dependencies',
      this.lines(
        [
          { text: summary },
          ...(cycle.length > 0 ? [{ text: this.strings.cycle(cycle), tone: 'bad' as const }] : []),
          ...others.flatMap(({ id, concern, target }): Line[] =>
            concern === undefined ? [] : [{ text: concern, tone: 'bad', name: `dependencies.concern.${id}`, target }],
          ),
        ],
        'dependencies.line',
      ),
      others.length === 0
        ? undefined
        : this.picture(
            'dependencies',
            (theme) => dependencyGraphSvg(dependencies, theme),
            // Who is named by the other one only is found there.
            others.map(({ id, path, target }, index) => [
              id,
              this.partAct(
                undefined,
                `dependencies.record.${String(index)}`,
                target ?? (path === undefined ? undefined : { path, span: { start: 0, end: 0 } }),
              ),
            ]),
          ),
      this.table(table, 'dependencies', summary),
    );
  }

  private section(id: keyof PanelStrings['sections'], ...content: readonly Content[]): PagePart {
    return section(id, this.strings.sections[id], {}, ...content);
  }

  /** A drawing. What can be chosen in it begins a move, goes to a place, or has attributes of its own. */
  private picture(
    id: string,
    draw: (theme: PictureTheme) => string,
    acts: readonly (readonly [part: string, act: Act | undefined])[],
    others: ReadonlyMap<string, Attributes> = new Map(),
  ): Markup {
    const known = new Map(acts);
    const of = (part: string): Attributes | undefined => {
      const act = known.get(part);
      return act ? acting(act, `${id}.picture.0.${part}`) : others.get(part);
    };
    const svg = draw({ kind: 'embedded', prefix: 'panel', width: 'narrow', ...(this.isLive ? { acts: of } : {}) });
    return html('figure', {}, staticMarkup(svg));
  }

  private partAct(move: string | undefined, name: string, target: Target | undefined): Act | undefined {
    if (move !== undefined) return { act: 'move', what: move };
    return target && this.place(name, target);
  }

  private place(name: string, target: Target): Act {
    this.places.set(name, target);
    return { act: 'reveal', what: name };
  }

  /** Words; where they have a place in the text, a button that goes there. */
  private words(text: string, name: string, target: Target | undefined, key = name): Content {
    return this.link(text, name, target, '', key) ?? text;
  }

  private link(text: string, name: string, target: Target | undefined, look = '', key = name): Markup | undefined {
    if (!target || !this.isLive) return undefined;
    return html('button', { class: `link ${look}`.trim(), ...acting(this.place(name, target), key) }, text);
  }

  private lines(lines: readonly Line[], key: string, from = 0): Markup {
    const items = lines.map(({ text, tone, name = '', target }, index) => {
      const at = String(from + index);
      return html('li', { class: tone, 'data-at': at }, this.words(text, name, target, `${key}.${at}`));
    });
    return html('ul', { class: 'lines' }, items);
  }

  /** The first lines, and the others for anyone who wants them. */
  private firstLines(lines: readonly Line[], key: string): Content {
    const shown = lines.length > mostLines ? lines.slice(0, mostLines - 2) : lines;
    const rest = lines.slice(shown.length);
    return [
      this.lines(shown, key),
      rest.length === 0
        ? undefined
        : disclosure(`${key}.more`, this.strings.more(rest.length), this.lines(rest, key, shown.length)),
    ];
  }

  /** The table behind a picture, for reading aloud and for copying; where it has no rows what to do, unless it was said. */
  private table({ caption, columns, rows, empty }: PictureTable, name: string, said = ''): Content {
    if (rows.length === 0) return empty === said ? undefined : html('p', { class: 'hint' }, empty);
    const { strings, isLive } = this;
    const key = `${name}.table.0`;
    const body = rows.map(({ cells: [first = '', ...others], target }, line) => {
      const at = String(line);
      return html(
        'tr',
        {},
        html('th', { scope: 'row' }, this.words(first, `${name}.row.${at}`, target, `${key}.${at}.0`)),
        others.map((cell) => html('td', {}, cell)),
      );
    });
    return disclosure(
      key,
      strings.table,
      html(
        'div',
        { class: 'scroll', role: 'group', 'aria-label': caption, tabindex: 0, id: idOf(`${key}.region`) },
        html(
          'table',
          {},
          html('caption', {}, caption),
          html(
            'thead',
            {},
            html(
              'tr',
              {},
              columns.map((column) => html('th', { scope: 'col' }, column)),
            ),
          ),
          html('tbody', {}, body),
        ),
      ),
      isLive
        ? html('button', { 'data-act': 'copy', 'data-said': strings.copied, id: idOf(`${key}.copy`) }, strings.copy)
        : undefined,
    );
  }
}

/** What a risk is called in messages; its words are in it, so that a message never means another one than was seen. */
function riskKey({ source, number, text }: RiskMark): string {
  return `risk.${source}.${String(number)}.${text.slice(0, 200)}`;
}

function factsPart(facts: readonly (readonly [label: string, value: Content])[]): Markup {
  const pairs = facts.map(([label, value]) => html('div', {}, html('dt', {}, label), html('dd', {}, value)));
  return html('dl', { class: 'facts' }, pairs);
}

/** What is asked for; what nobody can insist on going without stands out. */
function unmetLines(unmet: readonly Unmet[], name: string): Line[] {
  return unmet.map(({ message, target, binding }, index) => ({
    text: message,
    tone: binding ? 'bad' : 'open',
    name: `${name}.${String(index)}`,
    target,
  }));
}
