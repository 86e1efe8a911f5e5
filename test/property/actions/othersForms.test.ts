import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { normalize } from '../../../src/core/actions/normalize';
import { tickSteps } from '../../../src/core/actions/tickStep';
import { textAfter } from '../../../src/core/change/change';
import { stepsOf } from '../../../src/core/change/documentEdits';
import { moveStatus } from '../../../src/core/change/moveStatus';
import { planSteps } from '../../../src/core/lifecycle/planSteps';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { readRecord } from '../../../src/core/record/readRecord';
import type { ChangeRecord } from '../../../src/core/record/record';

const runs = Number(process.env['CG_RUNS'] ?? 300);
const day = { year: 2026, month: 6, day: 30, minutes: 540 };
const [changeRequests] = builtInProcesses();
const path = 'docs/processes/change-requests/CR-2026-02-09-001.md';

function read(text: string): ChangeRecord {
  assert.ok(changeRequests);
  return readRecord({ process: changeRequests, path, text });
}

/** Where a status stands, in the manners of many teams; `%` is its word. */
const places = [
  '**Status**: %',
  '**Status:** %  ',
  'Status: %',
  '- Status: %',
  '* **status:** %',
  '- 🚦 **Status:** %',
  '> **Status:** %',
  '> Status: % | Owner: Kim',
  '**Team**: Docks · **Status:** % · **Phone**: 12',
  '**Status**：%',
  '状态：%',
  'Statut : %',
  '| Field | Value |\n|---|---|\n| **Status** | % |\n| Priority | P1 |',
  '| Field | Value | Notes |\n|---|---|---|\n| Status | % | by phone |',
  '| Status | Owner |\n|---|---|\n| % | Kim |',
  '| Status | % | Priority | P1 |\n|---|---|---|---|\n| Owner | Kim | Title | x |',
  '## Status\n\n%',
  '## Status: %',
  '## Status\n\n**Current Status:** %\n**Release:** v1',
  '## Metadata\n\n- Status: %\n- Type: architecture',
  '## Basic Information\n\n- **Status**: %',
];
const words = [
  'Draft',
  'PROPOSED',
  'Under review',
  '✅ Approved',
  '`approved`',
  '**Implemented**',
  'Genehmigt',
  '進行中',
];
const boxes = ['[ ]', '[x]', '[~]', '[]', '[X]', '☐', '☑', '⬜', '✅', '[/]'];

interface Written {
  readonly text: string;
  readonly words: readonly string[];
}

/** A record of another team: its status somewhere, plain prose, a plan with boxes of any kind. */
const written: fc.Arbitrary<Written> = fc
  .record({
    title: fc.constantFrom(
      '# CR-2026-02-09-001: Raise it\n\n',
      '# Change Request\n\n**CR Number:** CR-2026-02-09-001\n\n',
    ),
    place: fc.constantFrom(...places),
    word: fc.constantFrom(...words),
    prose: fc.constantFrom(
      '## Why\n\nUploads fail; cost: 12 hours.\n',
      'It is slow.\n',
      '## Background\n\nNote: slow.\n',
    ),
    plan: fc.array(fc.tuple(fc.constantFrom(...boxes), fc.constantFrom('alpha', 'beta', 'gamma')), { maxLength: 4 }),
    numbered: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ title, place, word, prose, plan, numbered, eol }) => {
    const steps = plan.map(([box, name], index) => `${numbered ? `${String(index + 1)}.` : '-'} ${box} ${name}\n`);
    const section = steps.length > 0 ? `\n## Plan\n\n${steps.join('')}` : '';
    const text = `${title}${place.replace('%', () => word)}\n\n${prose}${section}\n## Rollback\n\nRevert it.\n`;
    return {
      text: text.replaceAll('\n', eol),
      words: [...text.replace(word, '').matchAll(/[\p{L}\p{N}]{2,}/gu)].map(String),
    };
  });

/** That every word of a writer is still there, as often as before. */
function keepsWords(before: readonly string[], text: string): void {
  const left = new Map<string, number>();
  for (const word of text.match(/[\p{L}\p{N}]{2,}/gu) ?? []) left.set(word, (left.get(word) ?? 0) + 1);
  for (const word of before) {
    const count = left.get(word) ?? 0;
    assert.ok(count > 0, `lost "${word}" in ${text}`);
    left.set(word, count - 1);
  }
}

describe('records in the forms of other teams', function () {
  this.timeout(120_000);

  it('are moved where their status stands, with every other word kept, and twice is once', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('PROPOSED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'), (source, id) => {
        const move = (text: string): string => {
          const record = read(text);
          const target = record.process.status(id);
          assert.ok(target && record.status?.value, text);
          const edits = moveStatus(record, target, { now: day, today: day, note: 'moved' });
          assert.ok(typeof edits !== 'string', text);
          return textAfter({ title: '', steps: stepsOf(edits) }, path, text);
        };
        const moved = move(source.text);
        assert.equal(read(moved).status?.value?.id, id, moved);
        keepsWords(source.words, moved);
        assert.equal(read(moved).repeated.length, 0, moved);
        assert.equal(move(moved), moved);
      }),
      { numRuns: runs },
    );
  });

  it('have their steps ticked and opened again, each in its manner', () => {
    fc.assert(
      fc.property(written, fc.boolean(), (source, checked) => {
        const record = read(source.text);
        const steps = planSteps(record);
        const change = tickSteps(steps, checked);
        const after = change ? textAfter(change, path, source.text) : source.text;
        const ticked = planSteps(read(after));
        assert.equal(ticked.length, steps.length, after);
        assert.ok(
          ticked.every((step) => step.checked === checked),
          after,
        );
        keepsWords(source.words, after);
      }),
      { numRuns: runs },
    );
  });

  it('are normalized without a change of what they say, and twice is once', () => {
    fc.assert(
      fc.property(written, (source) => {
        const normal = (text: string): string => {
          const result = normalize(read(text), { today: day });
          return result.kind === 'change' ? textAfter(result.change, path, text) : text;
        };
        const once = normal(source.text);
        const [before, after] = [read(source.text), read(once)];
        assert.equal(after.status?.value?.id, before.status?.value?.id, once);
        assert.equal(after.priority, before.priority, once);
        assert.equal(after.title?.text, before.title?.text, once);
        assert.deepEqual(after.progress, before.progress, once);
        assert.equal(normal(once), once);
      }),
      { numRuns: runs },
    );
  });
});
