import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryWorkspace } from './process';

describe('changegate init', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  const text = (path: string): string => readFileSync(join(workspace.folder, path), 'utf8');

  it('shows every file first, and writes nothing unless it is asked to', () => {
    for (const args of [['--dry-run'], [], ['--dry-run', '--yes']]) {
      const { code, out } = workspace.run('init', ...args);
      assert.equal(code, 0);
      assert.match(out, /^new {6}docs\/processes\/templates\/cr-template\.md {2}\(template of the change request\)$/m);
      assert.match(out, /^\+# Change Request: CR-YYYY-MM-DD-XXX$/m);
      assert.deepEqual(readdirSync(workspace.folder), []);
    }
    assert.match(workspace.run('init').out, /\nNothing was written; --yes writes it\.\n$/);
  });

  it('writes them, keeps what is there, and has nothing to do the second time', () => {
    workspace.write('.vscode/extensions.json', '{\n  // ours\n  "recommendations": [\n    "a.b"\n  ]\n}\n');
    workspace.write('docs/processes/templates/ia-checklist.md', '## Impact Assessment\n\n### Energy\n\n[kW]\n');
    const { code, out } = workspace.run('init', '--yes');
    assert.equal(code, 0);
    assert.match(out, /^kept {5}docs\/processes\/templates\/ia-checklist\.md/m);
    assert.match(out, /\n7 files written\.\n$/);
    assert.equal(text('docs/processes/templates/ia-checklist.md'), '## Impact Assessment\n\n### Energy\n\n[kW]\n');
    assert.match(text('.vscode/extensions.json'), /"a\.b",\n {4}"changegate\.changegate"\n/);
    assert.match(workspace.run('init', '--yes').out, /\nEverything is there already\.\n$/);
  });

  it('makes a workspace in which records are made and checked', () => {
    workspace.run('init', '--yes');
    const { code, out } = workspace.run('new', 'change-request', '--title', 'Raise the limit');
    assert.equal(code, 0);
    assert.match(text(out.trim()), /\*\*Title\*\*: Raise the limit\n/);
    assert.equal(workspace.run('validate').code, 0);
  });

  it('takes nothing else', () => {
    assert.equal(workspace.run('init', 'here').code, 2);
    assert.match(workspace.run('init', '--force').err, /There is no option --force/);
  });
});

describe('the templates of a team, at the command line', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    workspace.run('init', '--yes');
  });
  afterEach(() => {
    workspace.dispose();
  });

  const template = 'docs/processes/templates/cr-template.md';
  const change = (from: string, to: string): void => {
    const path = join(workspace.folder, template);
    workspace.write(template, readFileSync(path, 'utf8').replace(from, to));
  };

  it('are what "new" writes and what "validate" asks for', () => {
    change('## Dependencies\n', '## Data Protection\n\n**Data Owner**: [Name]\n\n---\n\n## Dependencies\n');
    change('REFACTOR | ', 'TOOLING | ');
    const { out, code } = workspace.run('new', 'change-request', '--title', 'x', '--category', 'TOOLING');
    assert.equal(code, 0);
    const record = readFileSync(join(workspace.folder, out.trim()), 'utf8');
    assert.match(record, /## Data Protection\n\n\*\*Data Owner\*\*: \[Name\]\n/);
    assert.match(record, /\*\*Category\*\*: TOOLING\n/);
    workspace.request('# CR-2026-02-09-001: x\n\n**Status**: PROPOSED\n');
    assert.match(workspace.run('validate').out, /required answers are missing: .*Data Protection/);
    workspace.request('# CR-2026-02-09-001: x\n\n**Status**: CANCELLED\n');
    assert.equal(workspace.run('validate').code, 0);
  });

  it('are reported where they cannot be used, and the built-in ones hold', () => {
    workspace.request('# CR-2026-02-09-001: x\n\n**Status**: CANCELLED\n');
    change('## Basic Information', '```\n\n## Basic Information');
    const { code, out } = workspace.run('validate');
    assert.equal(code, 1);
    assert.match(
      out,
      /cr-template\.md\n\s+10:1\s+error\s+The code block that begins here is not closed.*CG910 unusable-template/,
    );
    assert.equal(workspace.run('validate', template).code, 1);
    assert.equal(workspace.run('validate', 'docs/processes/change-requests').code, 0);
    const made = workspace.run('new', 'change-request', '--title', 'x');
    assert.equal(made.code, 0);
    assert.match(made.err, /cr-template\.md: The code block/);
  });
});
