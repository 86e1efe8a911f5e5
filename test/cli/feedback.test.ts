import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryWorkspace } from './process';

const proposed =
  '# Change Request: CR-2026-02-09-001\n\n**Status**: PROPOSED\n\n## Change History\n\n| Date | Status | Notes |\n|------|--------|-------|\n| 2026-02-09 | PROPOSED | submitted |\n';

describe('changegate feedback', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    workspace.request(proposed);
  });
  afterEach(() => {
    workspace.dispose();
  });

  const text = (): string =>
    readFileSync(join(workspace.folder, 'docs/processes/change-requests/CR-2026-02-09-001.md'), 'utf8');

  it('adds what was said to the record', () => {
    const { code, out, err } = workspace.run(
      ...['feedback', 'cr-2026-02-09-001', 'Scan', 'the uploads.', '--by', 'Dana Field', '--role', 'Security Team'],
    );
    assert.deepEqual([code, out, err], [0, 'Record the feedback of Dana Field on CR-2026-02-09-001\n', '']);
    assert.match(
      text(),
      /\n## Review Feedback\n\n- \d{4}-\d\d-\d\d – Dana Field \(Security Team\): Scan the uploads\.\n?$/,
    );
  });

  it('shows it first with --dry-run, and writes nothing', () => {
    const { code, out } = workspace.run('feedback', 'CR-2026-02-09-001', 'No.', '--by', 'Dana', '--dry-run');
    assert.equal(code, 0);
    assert.match(out, /^\+- \d{4}-\d\d-\d\d – Dana: No\.$/m);
    assert.equal(text(), proposed);
  });

  it('moves the record back to DRAFT only when it is asked to', () => {
    workspace.run('feedback', 'CR-2026-02-09-001', 'Scan them.', '--by', 'Dana');
    assert.match(text(), /\*\*Status\*\*: PROPOSED/);
    const { code } = workspace.run('feedback', 'CR-2026-02-09-001', 'Still not.', '--by', 'Dana', '--back-to-draft');
    assert.equal(code, 0);
    assert.match(text(), /\*\*Status\*\*: DRAFT/);
    assert.match(text(), /\| DRAFT \| Revision 1: Still not\. \|/);
  });

  it('says what is wrong with a call', () => {
    const err = (...args: string[]): string => {
      const run = workspace.run('feedback', ...args);
      assert.equal(run.code, 2);
      return run.err;
    };
    assert.match(err(), /Expected are a record and what was said/);
    assert.match(err('CR-2026-02-09-002', 'x', '--by', 'D'), /There is no record "CR-2026-02-09-002"\. Did you mean/);
    assert.match(err('CR-2026-02-09-001', ' ', '--by', 'D'), /There are no words to record/);
    assert.equal(text(), proposed);
  });
});
