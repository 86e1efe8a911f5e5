import type {
  PanelMove as CoreMove,
  PictureTable,
  RecordPanel,
  RiskMark,
  Target,
  Unmet,
} from '../../core/present/panel/recordPanel';
import { approvalsSvg } from '../../core/present/panel/approvalsSvg';
import { dependencyGraphSvg } from '../../core/present/panel/dependencyGraphSvg';
import { lifecycleSvg } from '../../core/present/panel/lifecycleSvg';
import { planGanttSvg } from '../../core/present/panel/planGanttSvg';
import { riskMatrixSvg } from '../../core/present/panel/riskMatrixSvg';
import { stateGraphSvg } from '../../core/present/panel/stateGraphSvg';
import type { PictureTheme } from '../../core/present/svg/picture';
import { lookOf } from '../../core/process/statusLook';
import type {
  PanelCell,
  PanelFact,
  PanelHead,
  PanelLine,
  PanelMove,
  PanelPicture,
  PanelRisks,
  PanelSection,
  PanelTable,
} from '../../webview/protocol/recordPanel';
import type { PanelStrings } from './panelStrings';

/** The panel of a record as its page shows it, and what the names in it stand for. */
export interface PanelView {
  readonly head: PanelHead;
  readonly sections: readonly PanelSection[];
  readonly places: ReadonlyMap<string, Target>;
  readonly risks: ReadonlyMap<string, RiskMark>;
  /** The statuses that a move may be begun to. */
  readonly moves: ReadonlySet<string>;
  /** What is read aloud when it changes. */
  readonly spoken: { readonly status: string; readonly risk: string };
}

/** Names for places: the same thing has the same name in the next view, so that keyboard and clicks stay with it. */
class Places {
  readonly all = new Map<string, Target>();

  /** The name of a place, as a field of a cell or line; nothing where there is no place. */
  at(name: string, target: Target | undefined): { place?: string } {
    if (!target) return {};
    this.all.set(name, target);
    return { place: name };
  }
}

/** How the core draws for the page: parts can be reached by keys, and the page has the style. */
const theme: PictureTheme = { kind: 'embedded', prefix: 'panel', width: 'narrow', interactive: true };

/** The view of a record. What the record says goes into it as text; drawings are the core's. */
export function panelView(panel: RecordPanel, strings: PanelStrings): PanelView {
  const places = new Places();
  const head = headOf(panel, places, strings);
  const sections = [
    ...lifecycleSection(panel, places, strings),
    riskSection(panel, places, strings),
    approvalsSection(panel, places, strings),
    planSection(panel, places, strings),
    dependenciesSection(panel, places, strings),
  ];
  return {
    head,
    sections,
    places: places.all,
    risks: new Map(panel.risk.risks.map((risk) => [riskKey(risk), risk])),
    moves: new Set([...(head.action ? [head.action.to] : []), ...head.others.map(({ to }) => to)]),
    spoken: { status: strings.statusNow(panel.heading.statusLabel), risk: panel.risk.summary },
  };
}

/** What a risk is called in messages; its words are in it, so that a message never means another one than was seen. */
function riskKey({ source, number, text }: RiskMark): string {
  return `risk.${source}.${String(number)}.${text.slice(0, 200)}`;
}

function headOf({ heading, states }: RecordPanel, places: Places, strings: PanelStrings): PanelHead {
  const { id, title, path, status, role, statusLabel, facts, primary } = heading;
  const now = states.nodes.find(({ state }) => state === 'here');
  const others = states.nodes.filter(({ state, id: to }) => state === 'next' && to !== primary?.to);
  const move = (to: string, label: string, unmet: readonly Unmet[]): PanelMove => ({
    to,
    label: strings.moveTo(label),
    open: unmetLines(unmet, `move.${to}`, places),
  });
  const moveOf = ({ to, toLabel, unmet }: CoreMove): PanelMove => move(to, toLabel, unmet);
  return {
    id,
    title: {
      text: title === '' ? strings.noTitle : title,
      ...places.at('title', { path, span: { start: 0, end: 0 } }),
    },
    status: { text: statusLabel, ...places.at('status', now?.target) },
    look: lookOf(status ?? null, role ?? null).color.replace(/^.*\./, ''),
    facts: facts.map(({ label, value }) => ({ label, value: { text: value } })),
    ...(primary ? { action: moveOf(primary) } : {}),
    others: others.map(({ id: to, label, unmet }) => move(to, label, unmet)),
  };
}

function lifecycleSection(panel: RecordPanel, places: Places, strings: PanelStrings): PanelSection[] {
  const { lifecycle, states } = panel;
  const graph: PanelSection = {
    id: 'states',
    title: strings.sections.states,
    column: 'first',
    ...(lifecycle ? { folded: strings.statusesAndMoves } : {}),
    lines: [],
    facts: [],
    pictures: [
      {
        svg: stateGraphSvg(states, theme),
        parts: states.nodes.map(({ id, state, target }) => ({
          part: id,
          ...(state === 'next' ? { move: id } : {}),
          ...places.at(`states.${id}`, target),
        })),
      },
    ],
    tables: tablesOf(states.table, 'states', places),
  };
  if (!lifecycle) return [graph];
  const here = lifecycle.nodes.find(({ id }) => id === lifecycle.here);
  const lines: PanelLine[] = [
    { text: lifecycle.summary, ...places.at('lifecycle.summary', here?.target) },
    ...lifecycle.nodes.flatMap(({ id, concern, target }): PanelLine[] =>
      concern === undefined ? [] : [{ text: concern, tone: 'bad', ...places.at(`lifecycle.concern.${id}`, target) }],
    ),
  ];
  const pictures: PanelPicture[] = [
    {
      svg: lifecycleSvg(lifecycle, theme),
      parts: lifecycle.nodes.map(({ id, move, target }) => ({
        part: id,
        ...(move === undefined ? {} : { move }),
        ...places.at(`lifecycle.${id}`, target),
      })),
    },
  ];
  const tables = tablesOf(lifecycle.table, 'lifecycle', places);
  const { lifecycle: title } = strings.sections;
  return [{ id: 'lifecycle', title, column: 'first', lines, facts: [], pictures, tables }, graph];
}

function riskSection({ risk }: RecordPanel, places: Places, strings: PanelStrings): PanelSection {
  const { levels, risks, accepted, declared, acceptance, blastRadius, summary, table } = risk;
  const marks: PanelRisks = {
    levels: levels.map(({ name, value }) => ({ name, value })),
    risks: risks.map((mark) => {
      const key = riskKey(mark);
      places.at(key, mark.target);
      return {
        key,
        number: mark.number,
        name: mark.text,
        place: key,
        probability: mark.probability?.value ?? 0,
        impact: mark.impact?.value ?? 0,
      };
    }),
  };
  const fact = (label: string, text: string, name: string, target: Target | undefined): PanelFact => ({
    label,
    value: { text, ...places.at(name, target) },
  });
  const facts: PanelFact[] = [
    ...(accepted ? [fact(strings.accepted, accepted.text, 'risk.accepted', accepted.target)] : []),
    ...(declared ? [fact(strings.declared, declared.band, 'risk.declared', declared.target)] : []),
    ...(acceptance ? [fact(strings.acceptance, acceptance.text, 'risk.acceptance', acceptance.target)] : []),
  ];
  return {
    id: 'risk',
    title: strings.sections.risk,
    column: 'second',
    lines: [{ text: summary }],
    facts,
    pictures: [
      {
        svg: riskMatrixSvg(risk, theme),
        parts: [
          ...risk.cells.map((cell) => ({
            part: `cell-${String(cell.probability)}-${String(cell.impact)}`,
            cell: { probability: cell.probability, impact: cell.impact },
          })),
          { part: 'blast-radius', ...places.at('risk.blast', blastRadius.target) },
          ...marks.risks.map(({ key, number, place }) => ({ part: `risk-${String(number)}`, risk: key, place })),
        ],
      },
    ],
    tables: tablesOf(table, 'risk', places, summary),
    ...(marks.risks.length > 0 ? { risks: marks } : {}),
  };
}

function approvalsSection({ heading, approvals }: RecordPanel, places: Places, strings: PanelStrings): PanelSection {
  const { state, summary, roles, missing, contradictions, table } = approvals;
  const tone = {
    given: 'good',
    'pre-approved': 'good',
    waiting: 'open',
    'not-yet': undefined,
    contradicted: 'bad',
  } as const;
  const mark = tone[state];
  // What keeps the next move stands at its button already.
  const told = new Set(heading.primary?.unmet.map(({ message }) => message));
  return {
    id: 'approvals',
    title: strings.sections.approvals,
    column: 'second',
    lines: [
      { text: summary, ...(mark === undefined ? {} : { tone: mark }) },
      ...contradictions.map(({ message, target }, index): PanelLine => ({
        text: message,
        tone: 'bad',
        ...places.at(`approvals.contradiction.${String(index)}`, target),
      })),
      ...unmetLines(
        missing.filter(({ message }) => !told.has(message)),
        'approvals.missing',
        places,
      ),
    ],
    facts: [],
    pictures:
      roles.length === 0
        ? []
        : [
            {
              svg: approvalsSvg(approvals, theme),
              parts: roles.map(({ role, target }, index) => ({
                part: role,
                ...places.at(`approvals.role.${String(index)}`, target),
              })),
            },
          ],
    tables: tablesOf(table, 'approvals', places, summary),
  };
}

function planSection({ plan }: RecordPanel, places: Places, strings: PanelStrings): PanelSection {
  const { summary, phases, next, table } = plan;
  return {
    id: 'plan',
    title: strings.sections.plan,
    column: 'second',
    lines: [
      // It ends with the next step.
      { text: summary, ...places.at('plan.next', next?.target) },
    ],
    facts: [],
    pictures:
      phases.length === 0
        ? []
        : [
            {
              svg: planGanttSvg(plan, theme),
              parts: phases.map(({ name, target }, index) => ({
                part: name,
                ...places.at(`plan.phase.${String(index)}`, target),
              })),
            },
          ],
    tables: tablesOf(table, 'plan', places, summary),
  };
}

function dependenciesSection({ dependencies }: RecordPanel, places: Places, strings: PanelStrings): PanelSection {
  const { summary, upstream, downstream, cycle, table } = dependencies;
  const others = [...upstream, ...downstream];
  const concerns = others.flatMap(({ id, concern, target }): PanelLine[] =>
    concern === undefined ? [] : [{ text: concern, tone: 'bad', ...places.at(`dependencies.concern.${id}`, target) }],
  );
  return {
    id: 'dependencies',
    title: strings.sections.dependencies,
    column: 'second',
    lines: [
      { text: summary },
      ...(cycle.length > 0 ? [{ text: strings.cycle(cycle), tone: 'bad' as const }] : []),
      ...concerns,
    ],
    facts: [],
    pictures:
      others.length === 0
        ? []
        : [
            {
              svg: dependencyGraphSvg(dependencies, theme),
              // Who is named by the other one only is found there.
              parts: others.map(({ id, path, target }, index) => ({
                part: id,
                ...places.at(
                  `dependencies.record.${String(index)}`,
                  target ?? (path === undefined ? undefined : { path, span: { start: 0, end: 0 } }),
                ),
              })),
            },
          ],
    tables: tablesOf(table, 'dependencies', places, summary),
  };
}

/** What is asked for; what nobody can insist on going without stands out. */
function unmetLines(unmet: readonly Unmet[], name: string, places: Places): PanelLine[] {
  return unmet.map(({ message, target, binding }, index) => ({
    text: message,
    tone: binding ? 'bad' : 'open',
    ...places.at(`${name}.${String(index)}`, target),
  }));
}

/** The table behind a picture; where it has no rows what to do, unless that was said already. */
function tablesOf(
  { caption, columns, rows, empty }: PictureTable,
  name: string,
  places: Places,
  said = '',
): readonly PanelTable[] {
  if (rows.length === 0) return empty === said ? [] : [{ caption: empty, columns: [], rows: [] }];
  const cells = rows.map((row, line) =>
    row.cells.map((text, column): PanelCell =>
      column === 0 ? { text, ...places.at(`${name}.row.${String(line)}`, row.target) } : { text },
    ),
  );
  return [{ caption, columns, rows: cells }];
}
