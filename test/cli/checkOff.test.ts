import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { TemporaryWorkspace } from './process';

const text =
  '# CR-2026-02-09-001: Raise the limit\r\n\r\n**Status**: IN_PROGRESS\r\n\r\n## Implementation Plan\r\n\r\n' +
  '- [x] Make a branch\r\n- [ ] Raise the limit\r\n- [ ] Raise the test\r\n';

describe('changegate check-off', () => {
  let workspace: TemporaryWorkspace;
  let path: string;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    path = workspace.request(text);
  });
  afterEach(() => {
    workspace.dispose();
  });
  const now = (): string => readFileSync(path, 'utf8');
  const checkOff = (...args: string[]) => workspace.run('check-off', 'cr-2026-02-09-001', ...args);

  it('lists the steps with their numbers', () => {
    assert.deepEqual(checkOff(), {
      code: 0,
      out: '  1 [x] Make a branch\n  2 [ ] Raise the limit\n  3 [ ] Raise the test\n',
      err: '',
    });
    assert.equal(now(), text);
  });

  it('ticks a step off by its words, by a part of them and by its number, and keeps all else', () => {
    assert.deepEqual(checkOff('raise the limit'), { code: 0, out: 'Tick off "Raise the limit"\n', err: '' });
    assert.equal(now(), text.replace('[ ] Raise the limit', '[x] Raise the limit'));
    assert.equal(checkOff('test').code, 0);
    assert.equal(now(), text.replaceAll('[ ]', '[x]'));
    assert.deepEqual(checkOff('2', '3', '--open').out, 'Open again 2 steps\n');
    assert.equal(now(), text);
  });

  it('says that a step was ticked off already', () => {
    assert.deepEqual(checkOff('1'), { code: 0, out: 'It is ticked off already.\n', err: '' });
  });

  it('shows with --dry-run what would change, and writes nothing', () => {
    const { code, out } = checkOff('2', '--dry-run');
    assert.equal(code, 0);
    assert.match(out, /^-- \[ \] Raise the limit\r?$/m);
    assert.match(out, /^\+- \[x\] Raise the limit\r?$/m);
    assert.equal(now(), text);
  });

  it('asks which one is meant, and never guesses', () => {
    const { code, err } = checkOff('raise');
    assert.equal(code, 2);
    assert.match(err, /"raise" is in several steps; name one by its number:\n {2}2 \[ \] Raise the limit\n {2}3 /);
    assert.match(checkOff('Rais the limit').err, /Did you mean "Raise the limit"\?/);
    assert.match(checkOff('9').err, /There is no step 9; there are 3\./);
    assert.match(checkOff('').err, /There is no step ""/);
    assert.equal(now(), text);
  });

  it('says that there is no such record, or no step in it', () => {
    assert.match(workspace.run('check-off', 'CR-2026-02-09-002').err, /Did you mean CR-2026-02-09-001\?/);
    workspace.request('# CR-2026-02-10-001: x\n\n**Status**: DRAFT\n', 'CR-2026-02-10-001');
    assert.match(workspace.run('check-off', 'CR-2026-02-10-001').err, /has no steps/);
    assert.equal(workspace.run('check-off').code, 2);
  });
});
