import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { TemporaryWorkspace } from './process';

const text = `# Change Request: CR-2026-02-09-001

**Status**: ✅ Draft
**Created**: 2026-2-9
`;
const fixed = text.replace('✅ Draft', 'DRAFT').replace('2026-2-9', '2026-02-09');
const companion = '# Implementation Plan\n\n**Created**: 2026-2-9\n';

describe('changegate fix', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('applies all safe fixes, in companions too', () => {
    const path = workspace.request(text);
    const plan = workspace.request(companion, 'CR-2026-02-09-001-IMPLEMENTATION-PLAN');
    const { code, out } = workspace.run('fix');
    assert.equal(code, 0);
    assert.equal(out, 'Fix what can be mended safely in CR-2026-02-09-001\n');
    assert.equal(readFileSync(path, 'utf8'), fixed);
    assert.equal(readFileSync(plan, 'utf8'), companion.replace('2026-2-9', '2026-02-09'));
    assert.deepEqual(workspace.run('fix'), { code: 0, out: 'Nothing can be mended safely.\n', err: '' });
  });

  it('keeps every line ending, also where they differ, and the byte order mark', () => {
    const mixed = `\ufeff${text.replace('\n', '\r\n')}`;
    const path = workspace.request(mixed);
    workspace.run('fix');
    assert.equal(readFileSync(path, 'utf8'), `\ufeff${fixed.replace('\n', '\r\n')}`);
  });

  it('shows a diff and writes nothing with --dry-run', () => {
    const path = workspace.request(text);
    const { code, out } = workspace.run('fix', '--dry-run');
    assert.equal(code, 0);
    assert.match(out, /^-\*\*Created\*\*: 2026-2-9\n\+\*\*Status\*\*: DRAFT\n\+\*\*Created\*\*: 2026-02-09$/m);
    assert.equal(readFileSync(path, 'utf8'), text);
  });

  it('mends only what is named', () => {
    const one = workspace.request(text);
    const other = workspace.request(text.replaceAll('-001', '-002'), 'CR-2026-02-09-002');
    assert.equal(workspace.run('fix', 'docs/processes/change-requests/CR-2026-02-09-002.md').code, 0);
    assert.equal(readFileSync(one, 'utf8'), text);
    assert.equal(readFileSync(other, 'utf8'), fixed.replaceAll('-001', '-002'));
    assert.equal(workspace.run('fix', '.').code, 0);
    assert.equal(readFileSync(one, 'utf8'), fixed);
  });

  it('says what is not there, what holds no record and what lies outside', () => {
    workspace.request(text);
    workspace.write('notes/a.md', '# Notes\n');
    assert.match(workspace.run('fix', 'nowhere').err, /There is no nowhere\./);
    assert.match(workspace.run('fix', 'notes').err, /^notes holds no change record\.$/m);
    assert.match(workspace.run('fix', '--root', workspace.folder, '/').err, /lies outside of the workspace/);
  });
});
