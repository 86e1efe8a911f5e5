import { strict as assert } from 'node:assert';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { readRecord } from '../../../src/core/record/readRecord';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import type { Finding } from '../../../src/core/findings/finding';
import { applyFix } from '../../rules/fixes';

const path = 'docs/CR-2026-02-09-001.md';
const [changeRequest] = builtInProcesses();

function errors(text: string): Finding[] {
  assert.ok(changeRequest);
  const record = readRecord({ process: changeRequest, path, text });
  const today = { year: 2026, month: 3, day: 1, minutes: undefined };
  return lintRecord(record, { today }).filter(({ code }) =>
    ['CG301', 'CG305', 'CG313', 'CG317', 'CG404'].includes(code),
  );
}

function movingFix(text: string, code: string) {
  return errors(text)
    .find((finding) => finding.code === code)
    ?.fixes.find(({ title }) => /^(?:Set the status|Move back) to /.test(title));
}

const head = (status: string, rest = ''): string => `# CR-2026-02-09-001: Title

**Status**: ${status}
${rest}
## Approval Status

**Approval Token Received**: PENDING
`;

const plan = `
## Implementation Plan

### Prerequisites

**Before Starting Implementation**:
- [x] CR approved and ATP token received
- [ ] Branch created
`;

const history = (status: string): string => `
## Change History

| Date | Status | Notes |
|------|--------|-------|
| 2026-02-09 | ${status} | As it was |
`;

describe('a fix that moves the status of a record without an approval', () => {
  it('opens the step again that says that the approval was received', () => {
    for (const [text, code] of [
      [head('APPROVED') + plan, 'CG301'],
      [head('APPROVED') + plan + history('PROPOSED'), 'CG301'],
      [head('APPROVED') + plan + history('PROPOSED'), 'CG305'],
    ] as const) {
      const fix = movingFix(text, code);
      assert.ok(fix);
      const after = applyFix(path, text, fix);
      assert.match(after, /\*\*Status\*\*: PROPOSED/);
      assert.match(after, /- \[ \] CR approved/);
      assert.deepEqual(errors(after), []);
    }
  });

  it('is none where the work has begun, which would then be reported instead', () => {
    const begun = `${plan}\n### Phase 2: Implementation (TDD Green)\n\n- [x] Write the code\n`;
    assert.equal(movingFix(head('IN_PROGRESS') + begun, 'CG301'), undefined);
    assert.equal(movingFix(head('IN_PROGRESS') + begun + history('PROPOSED'), 'CG305'), undefined);
  });

  it('never claims the approval', () => {
    const text = head('PROPOSED') + history('APPROVED');
    assert.equal(
      errors(text)
        .map(({ code }) => code)
        .join(' '),
      'CG305',
    );
    assert.equal(movingFix(text, 'CG305'), undefined);
  });

  it('adds an item behind the lines that go on with the newest one', () => {
    const list = (notes: string): string =>
      `\n## Change History\n\n- 2026-02-09: DRAFT\n- 2026-02-10: APPROVED${notes}\n`;
    for (const notes of ['', '\n  by Dana']) {
      const text = head('APPROVED') + list(notes);
      const fix = movingFix(text, 'CG301');
      assert.ok(fix);
      const end = `- 2026-02-10: APPROVED${notes}\n- 2026-03-01: PROPOSED – Back to wait for approval\n`;
      assert.ok(applyFix(path, text, fix).endsWith(end));
    }
  });
});
