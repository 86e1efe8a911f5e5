import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { readRecord } from '../../../src/core/record/readRecord';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';

const runs = Number(process.env['CG_RUNS'] ?? 15);
const path = 'docs/processes/change-requests/CR-2026-02-09-001.md';
const sample = readFileSync(`examples/${path}`, 'utf8');
const today = { year: 2026, month: 3, day: 1, minutes: undefined };

/** Everything that is reported for a text. */
function told(text: string): string {
  const [process] = builtInProcesses();
  assert.ok(process);
  const record = readRecord({ process, path, text });
  const answers = record.answers.map(({ field, span, filled, chosen, date }) => [
    field.key,
    span,
    filled,
    chosen.map(({ option, span: place }) => [option?.value, place]),
    date,
  ]);
  return JSON.stringify([answers, lintRecord(record, { today })]);
}

const keystroke = fc.record({
  at: fc.nat({ max: sample.length }),
  takeAway: fc.nat({ max: 12 }),
  write: fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom('\n', '**', '[', '- [x] ', 'TBD', '[Name]', 'PROPOSED', '2026-02-30', '```\n', '<!-- ', '## '),
  ),
});

describe('typing in a record', () => {
  it('comes to the same findings as a text that is read by itself, whatever was read before', () => {
    fc.assert(
      fc.property(fc.array(keystroke, { minLength: 2, maxLength: 12 }), (keystrokes) => {
        const texts = [sample];
        for (const { at, takeAway, write } of keystrokes) {
          const before = texts.at(-1) ?? '';
          texts.push(before.slice(0, at) + write + before.slice(at + takeAway));
        }
        const forth = texts.map(told);
        // The other way round, out of texts of their own: what is remembered of one must not show in another.
        const back = texts.toReversed().map((text) => told(Buffer.from(text, 'utf16le').toString('utf16le')));
        assert.deepEqual(back.toReversed(), forth);
      }),
      { numRuns: runs },
    );
  });
});
