import type { PortfolioView } from '../portfolio';
import type { PortfolioMatrix } from '../portfolioMatrix';
import { statusLabel } from '../../process/statusLook';
import { element, fragment, type Content, type Markup } from '../svg/markup';
import { card, disclosure, longTable, recordName, table } from './htmlParts';

/** The risks of open records: a matrix for each way to score them, and the highest. */
export function riskPart({ matrices, open }: PortfolioView): Markup {
  if (matrices.length === 0)
    return element('p', { class: 'empty' }, open === 0 ? 'No record is open.' : 'No risk is recorded.');
  return element(
    'div',
    { class: 'cards pair loose' },
    matrices.map((matrix) => matrixCards(matrix, matrices.length)),
  );
}

function matrixCards(matrix: PortfolioMatrix, count: number): Markup {
  const { processes, rows, unplaced, placed } = matrix;
  const of = count > 1 ? ` (${processes.join(', ')})` : '';
  const cells = rows.flatMap((row) => row.cells).filter(({ records }) => records.length > 0);
  return fragment(
    card(
      `Probability × impact${of}`,
      element(
        'p',
        { class: 'muted small' },
        `Each open record in the cell of its highest risk; ${String(placed)} of ${String(placed + unplaced.length)} have one.`,
      ),
      matrixTable(matrix),
    ),
    card(
      `Highest risks${of}`,
      longTable(
        'From the highest score',
        [{ head: 'Score', kind: 'nowrap' }, { head: 'Record and risk' }],
        [...cells]
          .sort((a, b) => b.score - a.score)
          .flatMap(({ score, band, records }) =>
            records.map(({ record, risk }): Content[] => [
              `${String(score)} ${band.toLowerCase()}`,
              [recordName(record), element('div', { class: 'muted small' }, risk)],
            ]),
          ),
        'No open record has a risk with probability and impact.',
        8,
      ),
      unplaced.length === 0
        ? undefined
        : disclosure(
            `${String(unplaced.length)} without a scored risk`,
            table(
              'Open records without a risk that has probability and impact',
              [{ head: 'Record' }, { head: 'Declared', kind: 'nowrap' }],
              unplaced.map(({ record, risk }) => [
                recordName(record),
                risk === null ? 'not assessed' : statusLabel(risk).toLowerCase(),
              ]),
              '',
            ),
          ),
    ),
  );
}

/** The matrix as a table with the tones of the bands; the words stand in the cells as well. */
function matrixTable({ levels, rows }: PortfolioMatrix): Markup {
  return element(
    'table',
    { class: 'matrix', 'aria-label': 'Open records by probability (rows) and impact (columns)' },
    element(
      'tbody',
      {},
      rows.map(({ probability, cells }, index) =>
        element(
          'tr',
          {},
          element(
            'th',
            { scope: 'row' },
            index === 0 ? element('span', { class: 'axis' }, 'Probability') : undefined,
            probability,
          ),
          cells.map(({ tone, score, band, records }) =>
            element(
              'td',
              { class: `tone${String(tone)}` },
              element('span', { class: 'band' }, `${String(score)} ${band.toLowerCase()}`),
              element(
                'span',
                { class: records.length === 0 ? 'count none' : 'count' },
                records.length === 0 ? '–' : String(records.length),
              ),
            ),
          ),
        ),
      ),
    ),
    element(
      'tfoot',
      {},
      element(
        'tr',
        {},
        element('td', {}),
        levels.map(({ name }) => element('th', { scope: 'col' }, name)),
      ),
      element('tr', {}, element('td', {}), element('td', { class: 'axis', colspan: levels.length }, 'Impact')),
    ),
  );
}
