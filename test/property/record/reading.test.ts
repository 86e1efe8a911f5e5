import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { cr, chg, isApproved } from '../../unit/record/reading';
import type { ChangeRecord } from '../../../src/core/record/record';

const runs = Number(process.env['CG_RUNS'] ?? 200);

/** Lines that records are made of, whole and broken. */
const line = fc.oneof(
  fc.constantFrom(
    '# Change Request: CR-2026-02-09-001',
    '## Basic Information',
    '## Impact Assessment',
    '### 7. Risk Assessment',
    '## Approval Status',
    '## Change History',
    '**Status**: APPROVED',
    '**Status**:',
    '**Approval Token Received**: ATP',
    '**Priority**:',
    '- [x] P1 - HIGH',
    '- [ ] Technical Lead: ____ (Date: ____)',
    '1. **Risk**: It breaks',
    '   - **Probability**: Low',
    '| Date | Status | Notes |',
    '|---|---|---|',
    '| 2026-02-09 | DRAFT | x |',
    '```',
    '<!--',
    '-->',
    '---',
    '',
    '    code',
    '> **Status**: APPROVED',
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const text = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, ending]) => lines.join(ending));

/** Every span that a record names, with the text that it is said to cover. */
function spans(record: ChangeRecord): { start: number; end: number; text?: string }[] {
  return [
    ...record.answers.map(({ span, text }) => ({ ...span, text })),
    ...record.answers.map(({ label }) => label),
    ...record.answers.flatMap(({ choices }) => choices.map((choice) => ({ ...choice.span, text: choice.text }))),
    ...record.history.flatMap(({ date, status }) => [date.span, { ...status.span, text: status.text }]),
    ...[...record.risks, ...record.riskTable].map(({ description }) => ({
      ...description.span,
      text: description.text,
    })),
    ...record.document.sections.map(({ span }) => span),
    ...record.document.sections.map(({ body }) => body),
  ];
}

describe('reading a record', () => {
  it('never throws, and every span lies in the text and covers what it says', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const record of [cr(source), chg(source)]) {
          for (const { start, end, text: said } of spans(record)) {
            assert.ok(0 <= start && start <= end && end <= source.length);
            if (said !== undefined) assert.equal(source.slice(start, end), said);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('gives no approval that has no token', () => {
    fc.assert(
      fc.property(text, (source) => {
        assert.equal(isApproved(cr(source.replaceAll('ATP', 'TBD'))), false);
      }),
      { numRuns: runs },
    );
  });
});
