import { dayNumber, readDate } from '../../text/calendarDate';
import { element, fragment, type Markup } from '../svg/markup';
import { part, picture, sign, standalone, words, type PictureTheme } from '../svg/picture';
import { clipText, textWidth } from '../svg/textWidth';
import { stateWords } from './panelParts';
import type { PlanGantt, PlanPhase } from './recordPanel';

const margin = 14;
const rowHeight = 42;

/** Where a day lies; undefined where the plan has no days. */
type Axis = ((day: string, end?: boolean) => number) | undefined;

/** The phases of a plan one below the other: how far each is, and when it was meant to be done. */
export function planGanttSvg(model: PlanGantt, theme: PictureTheme = standalone): string {
  const drawing = theme.width === 'wide' ? 692 : 292;
  const axis = axisOf(model, drawing);
  const top = margin + (axis ? 22 : 0);
  const rows = model.phases.map((phase, index) => rowOf(phase, top + index * rowHeight, drawing, axis, theme));
  const bottom = top + model.phases.length * rowHeight;
  const empty =
    model.phases.length === 0 ? words(margin, margin + 12, model.table.empty, 'cg-small cg-muted') : undefined;
  const days = axis ? milestonesOf(model, bottom + 8, drawing, axis) : undefined;
  const height = (days?.bottom ?? Math.max(bottom, margin + 20)) + margin;
  return picture(
    { name: 'plan', title: 'The plan', description: model.summary, width: drawing + 2 * margin, height },
    theme,
    empty,
    axis ? frame(model, axis, drawing) : undefined,
    axis ? todayLine(model, axis, top, drawing) : undefined,
    rows,
    days?.markup,
  );
}

function axisOf({ from, to }: PlanGantt, drawing: number): Axis {
  const first = from === undefined ? undefined : dayOf(from);
  const last = to === undefined ? undefined : dayOf(to);
  if (first === undefined || last === undefined) return undefined;
  const days = last - first + 1;
  return (day, end = false) => margin + (((dayOf(day) ?? first) - first + (end ? 1 : 0)) / days) * drawing;
}

function dayOf(day: string): number | undefined {
  const read = readDate(day);
  return read.kind === 'date' ? dayNumber(read.date) : undefined;
}

/** First and last day, and the word for today. */
function frame({ from = '', to = '', today }: PlanGantt, axis: NonNullable<Axis>, drawing: number): Markup {
  const y = margin + 9;
  const now = today === undefined ? undefined : middleOf(axis, today);
  const isFree = now !== undefined && now - margin > 96 && margin + drawing - now > 96;
  return fragment(
    words(margin, y, from, 'cg-small cg-muted'),
    to === from ? undefined : words(margin + drawing, y, to, 'cg-small cg-muted cg-end'),
    isFree ? words(now, y, 'today', 'cg-small cg-middle') : undefined,
  );
}

function middleOf(axis: NonNullable<Axis>, day: string): number {
  return (axis(day) + axis(day, true)) / 2;
}

/** A line for today, through the bars and never through words: it is open where a phase has its name or its count. */
function todayLine(
  { phases, today }: PlanGantt,
  axis: NonNullable<Axis>,
  top: number,
  drawing: number,
): Markup | undefined {
  if (today === undefined) return undefined;
  const x = middleOf(axis, today);
  let from = top - 6;
  let path = '';
  const to = (y: number, next = y): void => {
    path += `M${String(x)} ${String(from)}V${String(y)}`;
    from = next;
  };
  for (const [index, phase] of phases.entries()) {
    const { name, told } = wordsOf(phase, drawing);
    const y = top + index * rowHeight;
    const isOverWords =
      x < margin + 24 + textWidth(name, 13, phase.state === 'here') + 4 ||
      x > margin + drawing - textWidth(told, 11.5) - 4;
    if (isOverWords) to(y + 1, y + 21);
  }
  to(top + phases.length * rowHeight - 4);
  return element('path', { d: path, class: 'cg-today' });
}

/** What stands at the left and at the right of the row of a phase. */
function wordsOf(
  { name, done, total, late, state }: PlanPhase,
  drawing: number,
): { readonly name: string; readonly told: string } {
  const count = total > 0 ? `${String(done)}/${String(total)}` : '';
  const told = late ? `late · ${count}` : count;
  return { name: shown(name, drawing - 26 - textWidth(told, 11.5) - 8, state === 'here'), told };
}

function rowOf(phase: PlanPhase, y: number, drawing: number, axis: Axis, theme: PictureTheme): Markup {
  const { name, done, total, state, start, end, late } = phase;
  const { name: label, told } = wordsOf(phase, drawing);
  const first = start ?? end;
  const last = end ?? start;
  const isDated = axis !== undefined && first !== undefined && last !== undefined && first <= last;
  const x = isDated ? axis(first) : margin;
  const width = isDated ? Math.max(4, axis(last, true) - x) : drawing;
  const bar = y + 26;
  const filled = state === 'done' ? 'cg-bar cg-done' : state === 'here' ? 'cg-bar cg-here' : 'cg-bar';
  return part(
    theme,
    `cg-phase${late ? ' cg-concern' : state === 'done' ? ' cg-done' : state === 'here' ? ' cg-next' : ''}`,
    { id: name, label: describe(phase) },
    late || state !== 'ahead'
      ? sign(late ? 'concern' : state, margin + 9, y + 11)
      : element('circle', { cx: margin + 9, cy: y + 11, r: 7, class: 'cg-shape' }),
    words(margin + 24, y + 15.5, label, state === 'here' ? 'cg-strong' : ''),
    words(margin + drawing, y + 15.5, told, `cg-small cg-end ${late ? 'cg-warning-text' : 'cg-muted'}`),
    axis && !isDated ? undefined : element('rect', { x, y: bar, width, height: 7, rx: 2, class: 'cg-track' }),
    total > 0 && done > 0 && (!axis || isDated)
      ? element('rect', { x, y: bar, width: (width * done) / total, height: 7, rx: 2, class: filled })
      : undefined,
  );
}

/** The name of a phase; its remarks in brackets only where there is room for them. */
function shown(name: string, room: number, bold: boolean): string {
  const short = name.replace(/\s*\([^()]*\)\s*$/, '');
  return textWidth(name, 13, bold) <= room || short === ''
    ? clipText(name, 13, room, bold)
    : clipText(short, 13, room, bold);
}

function describe({ name, done, total, state, late, start, end }: PlanPhase): string {
  const count = total > 0 ? `${String(done)} of ${String(total)} steps` : 'no steps';
  const when = start === undefined && end === undefined ? '' : `, ${start ?? ''} to ${end ?? ''}`;
  return `${name}, ${late ? 'late' : stateWords[state]}: ${count}${when}`;
}

/** The days of the record as marks on a line, and their names below. */
function milestonesOf(
  { milestones }: PlanGantt,
  top: number,
  drawing: number,
  axis: NonNullable<Axis>,
): { readonly markup: Markup; readonly bottom: number } | undefined {
  if (milestones.length === 0) return undefined;
  const line = top + 6;
  const columns = drawing > 400 ? 3 : 1;
  const marks = milestones.map(({ date }, index) => mark(middleOf(axis, date), line, index + 1));
  const names = milestones.map(({ label, date }, index) => {
    const x = margin + (index % columns) * (drawing / columns);
    const y = line + 30 + Math.floor(index / columns) * 20;
    return fragment(mark(x + 8, y - 4, index + 1), words(x + 24, y, `${label} ${date}`, 'cg-small'));
  });
  const rows = Math.ceil(milestones.length / columns);
  return {
    markup: fragment(
      element('line', { x1: margin, x2: margin + drawing, y1: line, y2: line, class: 'cg-edge' }),
      marks,
      names,
    ),
    bottom: line + 14 + rows * 20,
  };
}

function mark(x: number, y: number, number: number): Markup {
  return fragment(
    element('circle', { cx: x, cy: y, r: 8, class: 'cg-mark' }),
    words(x, y + 4, String(number), 'cg-on-mark'),
  );
}
