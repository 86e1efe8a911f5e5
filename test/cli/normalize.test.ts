import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { TemporaryWorkspace } from './process';

const drifted = `# CR-2026-02-09-001

**Status:** ✅ Draft

## Basic Information

- **Title**: Raise the limit
- **Priority**: P2
`;

const normal = `# Change Request: CR-2026-02-09-001

**Status**: DRAFT

## Basic Information

**Title**: Raise the limit

**Priority**:
- [ ] P0 - CRITICAL (System down, security breach)
- [ ] P1 - HIGH (Major feature, significant bug)
- [x] P2 - MEDIUM (Minor feature, moderate bug)
- [ ] P3 - LOW (Enhancement, minor issue)
`;

describe('changegate normalize', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('brings a record to the form of the template', () => {
    const path = workspace.request(drifted);
    assert.deepEqual(workspace.run('normalize', 'CR-2026-02-09-001'), {
      code: 0,
      out: 'Normalize CR-2026-02-09-001\n',
      err: '',
    });
    assert.equal(readFileSync(path, 'utf8'), normal);
  });

  it('keeps a byte order mark and CRLF', () => {
    const path = workspace.request(`\ufeff${drifted.replaceAll('\n', '\r\n')}`);
    assert.equal(workspace.run('normalize', 'cr-2026-02-09-001').code, 0);
    assert.equal(readFileSync(path, 'utf8'), `\ufeff${normal.replaceAll('\n', '\r\n')}`);
  });

  it('shows a diff that git takes, and writes nothing', () => {
    const path = workspace.request(drifted);
    const { code, out } = workspace.run('normalize', '--dry-run', 'CR-2026-02-09-001');
    assert.equal(code, 0);
    assert.match(out, /^--- a\/docs\/processes\/change-requests\/CR-2026-02-09-001\.md\n\+\+\+ b\/docs/);
    assert.equal(readFileSync(path, 'utf8'), drifted);
    execFileSync('git', ['apply', '-'], { cwd: workspace.folder, input: out });
    assert.equal(readFileSync(path, 'utf8'), normal);
  });

  it('says that a record has the form already', () => {
    workspace.request(normal);
    assert.deepEqual(workspace.run('normalize', 'CR-2026-02-09-001'), {
      code: 0,
      out: '',
      err: 'docs/processes/change-requests/CR-2026-02-09-001.md has the form of the template.\n',
    });
  });

  it('leaves a record alone that ends its lines in several ways', () => {
    const text = drifted.replace('\n', '\r\n');
    const path = workspace.request(text);
    const { code, err } = workspace.run('normalize', 'CR-2026-02-09-001');
    assert.equal(code, 2);
    assert.match(err, /ends its lines in several ways; it was left as it is\.\n$/);
    assert.equal(readFileSync(path, 'utf8'), text);
  });

  it('asks for a record, and helps with one that is not there', () => {
    workspace.request(normal);
    assert.match(workspace.run('normalize').err, /Expected a record\./);
    assert.match(workspace.run('normalize', 'CR-2026-02-09-002').err, /Did you mean CR-2026-02-09-001\?/);
  });
});
