import type { LifecyclePicture, PictureTable, RecordPanel } from '../panel/recordPanel';
import { printable } from '../../text/printable';

/** What the panel of a record shows, as text for a terminal: nothing in it can steer one. */
export function recordText(panel: RecordPanel): string {
  const { heading, lifecycle, risk, approvals, plan, dependencies } = panel;
  const { primary } = heading;
  const unmet = primary?.unmet.map(({ message }) => `  - ${message}`) ?? [];
  const next =
    primary === undefined
      ? []
      : [
          `Next: ${primary.toLabel}${unmet.length === 0 ? ', and nothing is missing for it' : ', which still needs'}`,
          ...unmet,
        ];
  const lines = [
    `${heading.id}  ${heading.title}`,
    [heading.statusLabel, ...heading.facts.map(({ label, value }) => `${label}: ${value}`)].join(' · '),
    '',
    ...next,
    ...(next.length > 0 ? [''] : []),
    ...(lifecycle ? part('Lifecycle', lifecycle.summary, loopLines(lifecycle)) : []),
    ...part('Risk', risk.summary, rows(risk.table, [0, 3, 4])),
    ...part('Approvals', approvals.summary, [
      ...rows(approvals.table, [0, 2, 1, 3]),
      ...approvals.contradictions.map(({ message }) => `  ! ${message}`),
    ]),
    ...part('Plan', plan.summary, rows(plan.table, [0, 1, 2])),
    ...part('Dependencies', dependencies.summary, rows(dependencies.table, [0, 1, 3, 4])),
  ];
  return `${lines.map(printable).join('\n').trimEnd()}\n`;
}

function part(title: string, summary: string, lines: readonly string[]): readonly string[] {
  return [`${title}: ${summary}`, ...lines, ''];
}

const signs = { done: '✓', here: '▶', next: '→', ahead: '·', skipped: '–' } as const;

/** The straight way and, of the loops, what was taken or may be. */
function loopLines({ nodes }: LifecyclePicture): readonly string[] {
  return nodes
    .filter(({ kind, state }) => kind !== 'loop' || (state !== 'skipped' && state !== 'ahead'))
    .map(({ label, state, date, note, concern }) => {
      const sign = concern === undefined ? signs[state] : '!';
      return `  ${sign} ${[label, date, note, concern].filter((each) => each !== undefined).join(' · ')}`;
    });
}

/** Some columns of a table, set below each other. */
function rows({ rows: all }: PictureTable, columns: readonly number[]): readonly string[] {
  const cells = all.map((row) => columns.map((column) => row.cells[column] ?? ''));
  const widths = columns.map((_, at) => Math.min(48, Math.max(0, ...cells.map((row) => [...(row[at] ?? '')].length))));
  return cells.map((row) => `  ${row.map((cell, at) => padded(cell, widths[at] ?? 0)).join('  ')}`.trimEnd());
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - [...cell].length));
}
