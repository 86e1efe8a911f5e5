import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryWorkspace } from './process';

const folder = 'docs/processes/change-requests';
const draft =
  '# CR-2026-02-09-001: Raise the limit\n\n**Status**: DRAFT\n\n## Basic Information\n\n**Requestor**: Ana Ruiz\n';

describe('changegate add', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    workspace.request(draft);
  });
  afterEach(() => {
    workspace.dispose();
  });

  const text = (name = 'CR-2026-02-09-001'): string =>
    readFileSync(join(workspace.folder, folder, `${name}.md`), 'utf8');

  it('adds the impact assessment as a section', () => {
    const { code, out, err } = workspace.run('add', 'impact-assessment', 'CR-2026-02-09-001');
    assert.deepEqual([code, out, err], [0, 'Add Impact Assessment to CR-2026-02-09-001\n', '']);
    assert.ok(text().startsWith(draft));
    assert.match(text(), /\n## Impact Assessment\n\n\*\*Assessment Date\*\*: \d{4}-\d{2}-\d{2}\n/);
    assert.match(text(), /\n### 8\. Blast Radius Summary\n/);
  });

  it('adds the plan as a companion that the record links, by the path of the record as well', () => {
    const { code } = workspace.run('add', 'plan', `${folder}/CR-2026-02-09-001.md`, '--as', 'companion');
    assert.equal(code, 0);
    assert.match(text(), /\[CR-2026-02-09-001-IMPLEMENTATION-PLAN\]\(CR-2026-02-09-001-IMPLEMENTATION-PLAN\.md\)/);
    assert.match(text('CR-2026-02-09-001-IMPLEMENTATION-PLAN'), /^# Implementation Plan: CR-2026-02-09-001\n/);
    assert.equal(workspace.run('validate').code, 0);
  });

  it('says where it is instead of adding a second one', () => {
    workspace.run('add', 'impact-assessment', 'cr-2026-02-09-001', '--as', 'companion');
    const before = text();
    const { code, out } = workspace.run('add', 'impact-assessment', 'CR-2026-02-09-001');
    assert.deepEqual([code, out], [0, `${folder}/CR-2026-02-09-001-IMPACT-ASSESSMENT.md:1 has it already.\n`]);
    assert.equal(text(), before);
  });

  it('shows with --dry-run what it would write, and writes nothing', () => {
    const { code, out } = workspace.run('add', 'plan', 'CR-2026-02-09-001', '--as', 'companion', '--dry-run');
    assert.equal(code, 0);
    assert.match(out, /^\+## Implementation Plan$/m);
    assert.match(out, /^\+# Implementation Plan: CR-2026-02-09-001$/m);
    assert.equal(text(), draft);
    assert.deepEqual(readdirSync(join(workspace.folder, folder)), ['CR-2026-02-09-001.md']);
  });

  it('fills in the files that the branch of the record changes', () => {
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
        cwd: workspace.folder,
        stdio: 'ignore',
      });
    };
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'record');
    git('switch', '-q', '-c', 'feat/CR-2026-02-09-001-limit');
    workspace.write('src/limits.ts', 'one\ntwo\n');
    git('add', '-A');
    git('commit', '-q', '-m', 'work');
    assert.equal(workspace.run('add', 'plan', 'CR-2026-02-09-001').code, 0);
    assert.match(text(), /- \[ \] Branch created: feat\/CR-2026-02-09-001-limit\n/);
    assert.match(text(), /\| \/src\/limits\.ts \| Create \| \[Description\] \| \+2 \|\n/);
  });

  it('stops at a call that it does not understand, with what was meant', () => {
    assert.match(workspace.run('add', 'impact-asessment', 'CR-2026-02-09-001').err, /Did you mean impact-assessment\?/);
    assert.match(workspace.run('add', 'plan').err, /and a record/);
    assert.match(workspace.run('add', 'plan', 'CR-2026-02-09-002').err, /Did you mean CR-2026-02-09-001\?/);
    assert.match(workspace.run('add', 'plan', 'CR-2026-02-09-001', '--as', 'file').err, /one of section, companion/);
    assert.equal(workspace.run('add', 'plan').code, 2);
  });

  it('never writes over a companion that the policy leaves out', () => {
    const path = workspace.write(`${folder}/CR-2026-02-09-001-IMPLEMENTATION-PLAN.md`, 'mine\n');
    workspace.write('.changegate/policy.yml', 'version: 1\nexclude: ["**/*-PLAN.md"]\n');
    const { code, err } = workspace.run('add', 'plan', 'CR-2026-02-09-001', '--as', 'companion');
    assert.equal(code, 2);
    assert.match(err, /exists already/);
    assert.equal(readFileSync(path, 'utf8'), 'mine\n');
    assert.equal(text(), draft);
  });
});
