import { strict as assert } from 'node:assert';
import { standardWindow } from '../../../../src/core/lifecycle/windows';
import { defaultPolicy } from '../../../../src/core/workspace/policy/policy';
import { printPolicy } from '../../../../src/core/workspace/policy/printPolicy';
import { readPolicy } from '../../../../src/core/workspace/policy/readPolicy';

/** The one problem of a policy with the words that it is about. */
function problem(lines: string): string {
  const text = `version: 1\n${lines}\n`;
  const [first, second] = readPolicy(text).findings;
  assert.equal(second, undefined);
  return first ? `${text.slice(first.span.start, first.span.end)}: ${first.message}` : 'none';
}

const evening = `windows:
  - name: Evenings
    on: every Tuesday
    from: "22:00"
    to: 01:00
    use: Normal changes
freezes:
  - { name: Year end, from: 2026-12-18, to: 2027-01-03, reason: Holidays }`;

describe('windows and freezes of a policy', () => {
  it('48: are the window of the process where nothing else is said', () => {
    assert.deepEqual(readPolicy('version: 1\n').policy.windows, [standardWindow]);
    assert.deepEqual(defaultPolicy.freezes, []);
    assert.deepEqual(readPolicy('version: 1\nwindows: []\n').policy.windows, []);
  });

  it('are read as they are written, with and without quotes', () => {
    const { policy, isReadable } = readPolicy(`version: 1\n${evening}\n`);
    assert.ok(isReadable);
    assert.deepEqual(policy.windows, [
      { name: 'Evenings', on: { kind: 'weekly', weekday: 'Tue' }, from: 1320, to: 60, use: 'Normal changes' },
    ]);
    assert.deepEqual(policy.freezes, [{ name: 'Year end', from: '2026-12-18', to: '2027-01-03', reason: 'Holidays' }]);
  });

  it('are printed as they are read', () => {
    const { policy } = readPolicy(`version: 1\n${evening}\n`);
    const again = readPolicy(printPolicy(policy, [])).policy;
    assert.deepEqual([again.windows, again.freezes], [policy.windows, policy.freezes]);
  });

  it('are reported where they are wrong', () => {
    const window = (part: string): string =>
      problem(`windows:\n  - { name: A, on: every day, from: "02:00", to: "04:00", ${part} }`);
    assert.equal(window('use: x'), 'none');
    assert.equal(
      problem('windows:\n  - { name: A, on: Sundays, from: "02:00", to: "04:00" }'),
      'Sundays: "first Sunday of the month", "last Friday", "every Tuesday", "every day" or "2026-03-01" is expected.',
    );
    assert.equal(
      problem('windows:\n  - { name: A, on: every day, from: 2, to: "04:00" }'),
      '2: A time of day is written as 02:00.',
    );
    assert.match(
      problem('windows:\n  - { name: A, on: every day, from: "02:00", to: "02:00" }'),
      /: A window does not end when it begins\.$/,
    );
    assert.match(
      problem('freezes:\n  - { name: A, from: 2026-03-02, to: 2026-03-01 }'),
      /: A freeze does not end before it begins\.$/,
    );
    assert.equal(
      problem('freezes:\n  - { name: A, from: 2026-02-30, to: 2026-03-01 }'),
      '2026-02-30: A day is written as 2026-12-18.',
    );
    assert.match(
      problem('freezes:\n  - { name: A, form: 2026-03-01, from: 2026-03-01, to: 2026-03-01 }'),
      /^form: .*Did you mean "from"\?$/,
    );
    assert.match(problem('freezes:\n  - { name: A, from: 2026-03-01 }'), /"to" is missing/);
  });
});
