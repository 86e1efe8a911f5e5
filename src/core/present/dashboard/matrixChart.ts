import { element, type Markup } from '../svg/markup';
import { part, picture, words, type PictureTheme } from '../svg/picture';
import { clipText } from '../svg/textWidth';
import type { MatrixCell, PortfolioMatrix } from '../portfolioMatrix';
import type { ChartName } from './barChart';

const width = 300;
const side = 74;
const foot = 44;
const head = 4;

/** Probability × impact with the number of open records in each cell, and its score beside it in small. */
export function matrixChart({ name, title }: ChartName, matrix: PortfolioMatrix, theme: PictureTheme): string {
  const { levels, rows, placed } = matrix;
  const cell = (width - side) / Math.max(1, levels.length);
  const height = Math.min(cell, 58);
  const bottom = head + rows.length * height;
  const told = rows
    .flatMap(({ cells }) => cells)
    .filter(({ records }) => records.length > 0)
    .map((each) => `${labelOf(each)}: ${String(each.records.length)}`);
  return picture(
    {
      name,
      title,
      description:
        `${String(placed)} open records by the probability and impact of their highest risk. ${told.join('; ')}`.trim(),
      width,
      height: bottom + foot,
    },
    theme,
    rows.map(({ probability, cells }, index) => {
      const y = head + index * height;
      return [
        words(side - 10, y + height / 2 + 4, clipText(probability, 12, side - 14), 'cg-end cg-small'),
        cells.map((each, column) => cellOf(theme, name, each, [side + column * cell, y, cell, height])),
      ];
    }),
    levels.map((level, column) =>
      words(side + (column + 0.5) * cell, bottom + 18, clipText(level.name, 12, cell - 4), 'cg-middle cg-small'),
    ),
    words(side + (width - side) / 2, bottom + 38, 'Impact', 'cg-middle cg-small cg-muted'),
    words(0, bottom + 38, 'Probability ↑', 'cg-small cg-muted'),
  );
}

function cellOf(
  theme: PictureTheme,
  name: string,
  each: MatrixCell,
  [x, y, width_, height]: readonly [number, number, number, number],
): Markup {
  const { records, score, band, tone } = each;
  const names = records.map(({ record }) => record.id ?? record.path).slice(0, 12);
  const label = `${labelOf(each)}: ${records.length === 0 ? 'no record' : names.join(', ')}`;
  return part(
    theme,
    'cg-field',
    { id: `${name}:${String(score)}:${each.probability}:${each.impact}`, label, choosable: records.length > 0 },
    element('rect', { x, y, width: width_, height, class: `cg-cell cg-tone${String(tone)}` }),
    words(x + 7, y + 15, `${String(score)} ${band.toLowerCase()}`, 'cg-small'),
    records.length === 0
      ? undefined
      : [
          element('circle', { cx: x + width_ / 2, cy: y + height / 2 + 8, r: 11, class: 'cg-mark' }),
          words(x + width_ / 2, y + height / 2 + 12, String(records.length), 'cg-on-mark'),
        ],
  );
}

function labelOf({ probability, impact, score, band }: MatrixCell): string {
  return `probability ${probability}, impact ${impact}, score ${String(score)} ${band}`;
}
