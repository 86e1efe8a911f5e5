import { tellValue, type MetricUnit } from '../metrics/metric';
import type { MetricReport } from '../metrics/metricsReport';
import { element, fragment, type Markup } from '../svg/markup';
import { part, picture, words, type PictureTheme } from '../svg/picture';
import { axisOf, type Axis } from './axis';

const width = 300;
const left = 84;
const right = 16;
const row = 40;
const foot = 24;

/** From so many values on a box tells more than the values themselves. */
const enoughForBox = 4;

/**
 * A metric over time: a line for each quarter with its values as dots, the middle half as a box, the median as a bar and
 * the value that nine of ten do not pass as a dashed one; counts as bubbles.
 */
export function metricChart(metric: MetricReport, theme: PictureTheme): string {
  const { key, label, unit, quarters, points } = metric;
  const frame = { name: key, title: label, width };
  if (points.length === 0)
    return picture(
      { ...frame, description: 'There is no value yet.', height: row },
      theme,
      words(0, 24, 'No value yet', 'cg-muted'),
    );
  const axis = axisOf(
    points.map(({ value }) => value),
    unit === 'count' || unit === 'steps' ? 1 : 0,
  );
  const at = (value: number): number => left + ((value - axis.from) / (axis.to - axis.from)) * (width - left - right);
  const bottom = quarters.length * row;
  const told = quarters.map(
    ({ quarter, values }) =>
      `${quarter}: ${values.median === null ? '' : `median ${tellValue(values.median, unit)}, `}${countOf(values.count)}`,
  );
  return picture(
    { ...frame, description: `${told.join('; ')}.`, height: bottom + foot },
    theme,
    gridOf(axis, at, bottom, unit),
    quarters.map((each, index) => quarterOf(each, index * row, unit, at, theme, key)),
  );
}

function gridOf({ ticks }: Axis, at: (value: number) => number, bottom: number, unit: MetricUnit): Markup[] {
  return ticks.map((tick, index) => {
    const isLast = index === ticks.length - 1;
    const text = isLast ? `${tellTick(tick)}${unitOf(unit, tick)}` : tellTick(tick);
    return element(
      'g',
      {},
      element('line', { x1: at(tick), x2: at(tick), y1: 0, y2: bottom, class: 'cg-grid' }),
      isLast
        ? words(width, bottom + 17, text, 'cg-end cg-small cg-muted')
        : words(at(tick), bottom + 17, text, 'cg-middle cg-small cg-muted'),
    );
  });
}

function quarterOf(
  { quarter, values, points }: MetricReport['quarters'][number],
  y: number,
  unit: MetricUnit,
  at: (value: number) => number,
  theme: PictureTheme,
  name: string,
): Markup {
  const middle = y + row / 2 + 2;
  const { min, max, lowerQuartile, upperQuartile, median, p90, count } = values;
  const isCount = unit === 'count' || unit === 'steps';
  const label = `${quarter}: ${countOf(count)}${median === null ? '' : `, median ${tellValue(median, unit)}`}${p90 === null ? '' : `, 90 % up to ${tellValue(p90, unit)}`}`;
  const upright = (value: number, half: number, style: string, dashes?: string): Markup =>
    element('line', {
      x1: at(value),
      x2: at(value),
      y1: middle - half,
      y2: middle + half,
      class: style,
      'stroke-dasharray': dashes,
      'stroke-width': style === 'cg-today' ? 3 : undefined,
    });
  const hasBox = !isCount && count >= enoughForBox && lowerQuartile !== null && upperQuartile !== null;
  const marks = marksOf(points, middle, at, isCount);
  // What is reached by keys one by one is no part of what is reached as a whole.
  const isEach = theme.acts !== undefined && marks.length <= mostMarks;
  const whole = part(
    theme,
    'cg-quarter',
    { id: `${name}:${quarter}`, label, choosable: true },
    words(0, middle + 1, quarter, 'cg-small'),
    words(0, middle + 14, countOf(count), 'cg-small cg-muted'),
    isCount && !isEach ? marks.map(({ drawn }) => drawn) : undefined,
    !isCount && min !== null && max !== null && min !== max
      ? element('line', { x1: at(min), x2: at(max), y1: middle, y2: middle, class: 'cg-edge' })
      : undefined,
    hasBox
      ? element('rect', {
          x: at(lowerQuartile),
          y: middle - 9,
          width: Math.max(2, at(upperQuartile) - at(lowerQuartile)),
          height: 18,
          rx: 3,
          class: 'cg-shape',
        })
      : undefined,
    isCount || isEach ? undefined : marks.map(({ drawn }) => drawn),
    p90 === null || !hasBox ? undefined : upright(p90, 11, 'cg-late', '3 2'),
    median === null || isCount ? undefined : upright(median, 11, 'cg-today'),
  );
  if (!isEach) return whole;
  const each = marks.map(({ value, names, drawn }) =>
    part(
      theme,
      'cg-point',
      { id: pointPart(name, quarter, value), label: `${tellValue(value, unit)}: ${names}` },
      drawn,
    ),
  );
  return fragment(whole, each);
}

/** What a value of a quarter is called in an interactive chart; the quarter itself is `KEY:QUARTER`. */
export function pointPart(key: string, quarter: string, value: number): string {
  return `${key}:${quarter}:${String(value)}`;
}

/** More values of one quarter lie so close that nobody could choose one of them. */
const mostMarks = 24;

/** A value with the records that have it. */
interface Mark {
  readonly value: number;
  readonly names: string;
  readonly drawn: Markup;
}

/** A dot for each value; for whole numbers a bubble with the number of records, larger where there are more. */
function marksOf(
  points: MetricReport['points'],
  middle: number,
  at: (value: number) => number,
  isCount: boolean,
): Mark[] {
  const values = new Map<number, string[]>();
  for (const { value, record } of points) {
    const name = record.id ?? record.path;
    const same = values.get(value);
    if (same) same.push(name);
    else values.set(value, [name]);
  }
  return [...values].map(([value, all]) => ({
    value,
    names: [...all.slice(0, 6), ...(all.length > 6 ? [`and ${String(all.length - 6)} more`] : [])].join(', '),
    drawn: isCount
      ? element(
          'g',
          {},
          element('circle', {
            cx: at(value),
            cy: middle,
            r: Math.min(14, 8 + Math.sqrt(all.length)),
            class: 'cg-mark',
          }),
          words(at(value), middle + 4, String(all.length), 'cg-on-mark'),
        )
      : element('circle', { cx: at(value), cy: middle, r: 3.5, class: 'cg-mark' }),
  }));
}

function countOf(count: number): string {
  return `${String(count)} ${count === 1 ? 'record' : 'records'}`;
}

function tellTick(value: number): string {
  return value < 0 ? `−${String(-value)}` : String(value);
}

function unitOf(unit: MetricUnit, value: number): string {
  const one = Math.abs(value) === 1;
  return { days: one ? ' day' : ' days', count: '', steps: one ? ' size' : ' sizes', percent: ' %' }[unit];
}
