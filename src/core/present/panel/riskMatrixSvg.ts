import { element, fragment, type Markup } from '../svg/markup';
import { part, picture, standalone, words, type PictureTheme } from '../svg/picture';
import { clipText, textWidth, wrapText } from '../svg/textWidth';
import { blastRadiusPart } from './blastRadiusSvg';
import type { RiskCell, RiskMark, RiskMatrix } from './recordPanel';

const margin = 14;
const drawing = 292;
const axis = 54;
const cellGap = 3;

/** Probability × impact as a heat map with every risk in its cell, the scale below it, and the blast radius. */
export function riskMatrixSvg(model: RiskMatrix, theme: PictureTheme = standalone): string {
  const isWide = theme.width === 'wide';
  const matrix = matrixPart(model, margin, margin, theme);
  const scale = scalePart(model, margin, matrix.bottom + 26);
  const blast = isWide
    ? blastRadiusPart(model.blastRadius, margin + drawing + 44, margin, theme)
    : blastRadiusPart(model.blastRadius, margin, scale.bottom + 30, theme);
  const { size } = model.blastRadius;
  const reach = size === undefined ? '' : ` The blast radius is ${size}.`;
  const width = margin + drawing + (isWide ? 44 + drawing : 0) + margin;
  const height = Math.max(scale.bottom, blast.bottom) + margin;
  return picture(
    { name: 'risk', title: 'Risk matrix', description: `${model.summary}${reach}`, width, height },
    theme,
    matrix.markup,
    scale.markup,
    blast.markup,
  );
}

interface Part {
  readonly markup: Markup;
  readonly bottom: number;
}

function matrixPart(model: RiskMatrix, left: number, top: number, theme: PictureTheme): Part {
  const { levels, cells } = model;
  const count = Math.max(1, levels.length);
  const width = (drawing - axis) / count;
  const height = count > 3 ? Math.max(34, Math.min(width, 44)) : 54;
  const grid = top + 20;
  const x = (column: number): number => left + axis + column * width;
  const y = (row: number): number => grid + row * height;
  const rows = [...levels].reverse();
  const bottom = y(count);
  // Long names of levels take two lines.
  const below = count > 3 ? 34 : 22;
  const widest = Math.max(0, ...cells.map((cell) => textWidth(told(cell), 1)));
  const room = width - cellGap - 10;
  // All cells tell score and band, or all of them the score alone.
  const nameOf = (cell: RiskCell): Markup =>
    widest * 10.5 <= room
      ? words(6, 13, told(cell), widest * 11.5 <= room ? 'cg-small' : 'cg-tiny')
      : words(6, 13, String(cell.score), 'cg-small');
  const markup = fragment(
    words(left, top + 9, 'Probability', 'cg-small cg-muted'),
    words(left, bottom + 15, 'Impact', 'cg-small cg-muted'),
    rows.map(({ name }, row) => labelAt(left, y(row) + height / 2, name, axis - 6, '')),
    levels.map(({ name }, column) =>
      wrapText(name, 10.5, width, 2).map((line, at) =>
        words(
          x(column) + width / 2,
          bottom + 15 + at * 12,
          line,
          count > 3 ? 'cg-tiny cg-middle' : 'cg-small cg-middle',
        ),
      ),
    ),
    cells.map((cell, index) =>
      cellPart(cell, nameOf, x(index % count), y(Math.floor(index / count)), width, height, model.risks, theme),
    ),
    thresholdPath(cells, count, x, y),
  );
  return { markup, bottom: bottom + below };
}

function labelAt(x: number, middle: number, text: string, room: number, name: string): Markup {
  const lines = wrapText(text, 12, room, 2);
  const top = middle + 4 - ((lines.length - 1) * 14) / 2;
  return fragment(lines.map((line, index) => words(x, top + index * 14, line, `cg-small ${name}`.trim())));
}

function cellPart(
  cell: RiskCell,
  nameOf: (cell: RiskCell) => Markup,
  x: number,
  y: number,
  width: number,
  height: number,
  risks: readonly RiskMark[],
  theme: PictureTheme,
): Markup {
  const inside = { x: x + cellGap / 2, y: y + cellGap / 2, width: width - cellGap, height: height - cellGap };
  return fragment(
    element('rect', {
      ...inside,
      rx: 3,
      class: `cg-cell cg-tone${String(cell.tone)}`,
      // A risk may be dropped here.
      ...theme.acts?.(`cell-${String(cell.probability)}-${String(cell.impact)}`),
    }),
    element('g', { transform: `translate(${rounded(inside.x)} ${rounded(inside.y)})` }, nameOf(cell)),
    marksIn(cell, x + width / 2, y + height - (height > 48 ? 18 : 14), width, risks, theme),
  );
}

/** `6 HIGH`. */
function told({ score, band }: RiskCell): string {
  return `${String(score)} ${band}`;
}

/** The numbers of the risks of a cell; what has no room is counted. */
function marksIn(
  cell: RiskCell,
  middle: number,
  y: number,
  width: number,
  risks: readonly RiskMark[],
  theme: PictureTheme,
): readonly Markup[] {
  const room = Math.max(1, Math.floor((width - 6) / 21));
  const shown = cell.risks.length > room ? cell.risks.slice(0, room - 1) : cell.risks;
  const hidden = cell.risks.length - shown.length;
  const count = shown.length + (hidden > 0 ? 1 : 0);
  const at = (index: number): number => middle + (index - (count - 1) / 2) * 21;
  const marks = shown.map((number, index) => {
    const risk = risks.find((each) => each.number === number);
    return part(
      theme,
      'cg-risk',
      { id: `risk-${String(number)}`, label: describe(number, risk) },
      element('circle', { cx: at(index), cy: y, r: 9.5, class: 'cg-mark' }),
      words(at(index), y + 4, String(number), 'cg-on-mark'),
    );
  });
  return hidden > 0
    ? [...marks, words(at(count - 1), y + 4, `+${String(hidden)}`, 'cg-small cg-strong cg-middle')]
    : marks;
}

function describe(number: number, risk: RiskMark | undefined): string {
  if (!risk) return `Risk ${String(number)}`;
  const score = risk.score === undefined ? 'not rated' : `${String(risk.score)} ${risk.band ?? ''}`;
  return `Risk ${String(number)}, ${score}${risk.aboveThreshold ? ', above the threshold' : ''}: ${risk.text}`;
}

/** The border between the cells that the record accepts and those that it does not. */
function thresholdPath(
  cells: readonly RiskCell[],
  count: number,
  x: (column: number) => number,
  y: (row: number) => number,
): Markup | undefined {
  const isAbove = (row: number, column: number): boolean => cells[row * count + column]?.aboveThreshold === true;
  let path = '';
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (column + 1 < count && isAbove(row, column) !== isAbove(row, column + 1))
        path += `M${rounded(x(column + 1))} ${rounded(y(row))}V${rounded(y(row + 1))}`;
      if (row + 1 < count && isAbove(row, column) !== isAbove(row + 1, column))
        path += `M${rounded(x(column))} ${rounded(y(row + 1))}H${rounded(x(column + 1))}`;
    }
  }
  return path === '' ? undefined : element('path', { d: path, class: 'cg-threshold' });
}

/**
 * The bands side by side, with the highest risk above (where no single one is rated, the level that the record declares)
 * and what the record accepts below.
 */
function scalePart({ bands, inherent, declared, accepted }: RiskMatrix, left: number, top: number): Part {
  const width = drawing / Math.max(1, bands.length);
  const line = top + 12;
  const bar = bands.map(({ name, tone }, index) => [
    element('rect', {
      x: left + index * width + 1,
      y: line,
      width: width - 2,
      height: 20,
      rx: 3,
      class: `cg-cell cg-tone${String(tone)}`,
    }),
    words(left + (index + 0.5) * width, line + 14, clipText(name, 10.5, width - 2), 'cg-tiny cg-middle'),
  ]);
  const middleOf = (band: number): number => left + (Math.max(0, band) + 0.5) * width;
  const place = (score: number): number => middleOf(bands.findLastIndex(({ from }) => score >= from));
  const level = inherent ? -1 : bands.findIndex(({ name }) => name === declared?.band);
  const high = inherent
    ? pointer(place(inherent.score), line - 4, -1, `Highest ${String(inherent.score)}`, left)
    : level < 0
      ? undefined
      : pointer(middleOf(level), line - 4, -1, 'Declared', left);
  const limit =
    accepted?.score === undefined
      ? words(
          left,
          line + 38,
          accepted ? `Accepted: ${clipText(accepted.text, 11.5, 210)}` : 'No threshold is named',
          'cg-small cg-muted',
        )
      : pointer(place(accepted.score), line + 23, 1, `Accepted up to ${String(accepted.score)}`, left);
  return { markup: fragment(bar, high, limit), bottom: line + 42 };
}

/** A small triangle with words beside it, which stay within the drawing. */
function pointer(x: number, y: number, down: 1 | -1, text: string, left: number): Markup {
  const room = textWidth(text, 11.5);
  const isRight = x + 9 + room <= left + drawing;
  return fragment(
    element('path', {
      d: `M${String(Math.round(x))} ${String(y)}l5 ${String(7 * down)}h-10Z`,
      class: 'cg-head cg-pointer',
    }),
    words(isRight ? x + 9 : x - 9, y + (down === 1 ? 9 : -1), text, isRight ? 'cg-small' : 'cg-small cg-end'),
  );
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
