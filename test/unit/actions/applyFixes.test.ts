import { strict as assert } from 'node:assert';
import { fixToFixpoint, safeEdits } from '../../../src/core/actions/applyFixes';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { readRecord } from '../../../src/core/record/readRecord';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import type { ChangeStep } from '../../../src/core/change/change';
import type { ChangingFix, Finding } from '../../../src/core/findings/finding';
import { applyFix } from '../../rules/fixes';

const path = 'docs/processes/change-requests/CR-2026-02-09-001.md';
const options = { today: { year: 2026, month: 3, day: 13, minutes: undefined } };

const read = (text: string) => readRecord({ process: builtInProcesses()[0] ?? assert.fail(), path, text });

/** A finding with a fix that writes `newText` over a span. */
function finding(
  start: number,
  end: number,
  newText: string,
  more: { safe?: boolean; steps?: ChangeStep[] } = {},
): Finding {
  const edit: ChangeStep = { kind: 'edit', path, before: '', edits: [{ span: { start, end }, newText }] };
  const { safe = true, steps = [edit] } = more;
  const fix: ChangingFix = { title: 'Mend', safe, change: () => ({ title: 'Mend', steps }) };
  return {
    code: 'CG312',
    name: 'x',
    severity: 'hint',
    message: 'x',
    path,
    span: { start, end },
    related: [],
    fixes: [fix],
  };
}

describe('fixes', () => {
  it('are applied to the file that they are for, in the line ending of their place', () => {
    const steps: ChangeStep[] = [
      { kind: 'edit', path, before: 'a\r\nc\r\n', edits: [{ span: { start: 3, end: 3 }, newText: 'b\n' }] },
      { kind: 'edit', path: 'other.md', before: 'xy', edits: [{ span: { start: 0, end: 1 }, newText: '' }] },
    ];
    const fix: ChangingFix = { title: 'x', safe: true, change: () => ({ title: 'x', steps }) };
    assert.equal(applyFix(path, 'a\r\nc\r\n', fix), 'a\r\nb\r\nc\r\n');
    assert.equal(applyFix('other.md', 'xy', fix), 'y');
  });

  it('that are not safe, or rename, are not chosen for fix-all', () => {
    assert.deepEqual(safeEdits([finding(0, 1, 'x', { safe: false })], path), []);
    assert.deepEqual(safeEdits([finding(0, 1, 'x', { steps: [{ kind: 'move', from: path, to: 'b.md' }] })], path), []);
    assert.deepEqual(safeEdits([finding(0, 1, 'x')], 'other.md'), []);
    assert.equal(safeEdits([finding(0, 1, 'x')], path).length, 1);
  });

  it('that get in the way of one before them wait for the next round', () => {
    const edits = safeEdits([finding(0, 4, 'a'), finding(2, 6, 'b'), finding(4, 4, 'c'), finding(7, 8, 'd')], path);
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['a', 'd'],
    );
  });

  for (const ending of ['\n', '\r\n', '\r']) {
    it(`that are safe are applied until none is left, with lines that end in ${JSON.stringify(ending)}`, () => {
      const text = ['# Change Request: CR-2026-02-09-001', '', '**Status**: ✅ cancelled', '', '**Created**: 2026-02-09', '']
        .join(ending); // prettier-ignore
      const fixed = fixToFixpoint(read(text), options);
      assert.match(fixed, /\*\*Status\*\*: CANCELLED[\r\n]/);
      assert.equal(fixed.replaceAll(ending, '').search(/[\r\n]/), -1);
      assert.deepEqual(safeEdits(lintRecord(read(fixed), options), path), []);
      assert.equal(fixToFixpoint(read(fixed), options), fixed);
    });
  }

  it('leave a record alone that has nothing to mend', () => {
    const text = '# CR-2026-02-09-001: x\n\n**Status**: CANCELLED\n';
    assert.equal(fixToFixpoint(read(text), options), text);
  });
});
