import { keys } from '../../process/fieldKeys';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';
import { plannedFiles } from '../../record/plannedFiles';

export const changeTotalDiffers = defineRule({
  code: 'CG610',
  name: 'change-total-differs',
  severity: { draft: 'off', proposed: 'information' },
  summary: 'The total of estimated changes is that of the table above it.',
  source: 'Implementation Plan, Total Estimated Changes',
  fix: { what: 'Writes the number that comes out.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const total = record.answer(keys.totalEstimatedChanges);
    const files = plannedFiles(record);
    if (total?.filled !== true || files.length === 0) return;
    const added = sumOf(files.map(({ lines }) => /\+\s?(\d{1,7})/.exec(lines?.text ?? '')?.[1]));
    const removed = files.some(({ lines }) => /[-−–]\s?\d/.test(lines?.text ?? ''))
      ? sumOf(files.map(({ lines }) => /[-−–]\s?(\d{1,7})/.exec(lines?.text ?? '')?.[1] ?? (lines ? '0' : undefined)))
      : undefined;
    for (const [pattern, expected, words] of [
      [/(\+\s?)(\d{1,7})/, added, 'added lines'],
      [/([-−–]\s?)(\d{1,7})/, removed, 'removed lines'],
      [/(across\s)(\d{1,7})/i, files.length, 'files'],
    ] as const) {
      const match = pattern.exec(total.text);
      if (match?.[2] === undefined || expected === undefined || Number(match[2]) === expected) continue;
      const start = total.span.start + match.index + (match[1] ?? '').length;
      const place = at(total.document, { start, end: start + match[2].length });
      yield finding(place, `The total has ${match[2]} ${words}, but the table has ${String(expected)}.`)
        .related(files[0], 'the table')
        .fix(`Write ${String(expected)}`, () => [replace(place, String(expected))]);
    }
  },
});

/** Undefined where one of them is not known. */
function sumOf(numbers: readonly (string | undefined)[]): number | undefined {
  let sum = 0;
  for (const each of numbers) {
    if (each === undefined) return undefined;
    sum += Number(each);
  }
  return sum;
}
