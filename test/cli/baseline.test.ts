import { strict as assert } from 'node:assert';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateReport } from '../../src/core/actions/validateReport';
import { TemporaryWorkspace } from './process';

const approved = (id: string): string => `# Change Request: ${id}\n\n**Status**: APPROVED\n`;
const file = '.changegate/baseline.json';

describe('the baseline', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    workspace.request(approved('CR-2026-02-09-001'));
  });
  afterEach(() => {
    workspace.dispose();
  });

  const text = (): string => readFileSync(join(workspace.folder, file), 'utf8');

  it('that is written keeps what was there silent, wherever it moves, and what is new is loud', () => {
    assert.equal(workspace.run('validate').code, 1);
    const { code, out } = workspace.run('baseline', 'write');
    assert.equal(code, 0);
    assert.match(out, /^\.changegate\/baseline\.json: \d+ findings\.\n$/);
    const after = workspace.run('validate', '--baseline');
    assert.match(after.out, /^1 record checked: 0 errors, 0 warnings, \d+ in the baseline\.\n$/);
    assert.equal(after.code, 0);
    // A line above everything, and another record.
    workspace.request(approved('CR-2026-02-09-001').replace('\n\n', '\n\n\nA remark.\n\n'));
    assert.equal(workspace.run('validate', '--baseline').code, 0);
    workspace.request(approved('CR-2026-02-09-002'), 'CR-2026-02-09-002');
    const loud = workspace.run('validate', '--baseline');
    assert.equal(loud.code, 1);
    assert.match(loud.out, /CR-2026-02-09-002\.md/);
    assert.doesNotMatch(loud.out, /CR-2026-02-09-001\.md/);
    // Without the baseline nothing is kept quiet.
    assert.match(workspace.run('validate').out, /CR-2026-02-09-001\.md/);
  });

  it('has drift in it, which only the editor looks for, and is not stale because of that', () => {
    workspace.request(approved('CR-2026-02-09-001').replace('**Status**:', '**Status:**'));
    assert.equal(workspace.run('baseline', 'write').code, 0);
    assert.match(text(), /CG116/);
    assert.doesNotMatch(workspace.run('validate', '--baseline').out, /CG909/);
  });

  it('keeps the whole sample workspace silent, with what its records say of each other', () => {
    cpSync('examples', workspace.folder, { recursive: true });
    assert.equal(workspace.run('validate').code, 1);
    assert.equal(workspace.run('baseline', 'write').code, 0);
    const report = JSON.parse(workspace.run('validate', '--baseline', '--format', 'json').out) as ValidateReport;
    assert.deepEqual(
      report.files.flatMap(({ findings }) => findings.map(({ message }) => message)),
      [],
    );
  });

  it('is used everywhere once the policy names it', () => {
    workspace.write('.changegate/policy.yml', `version: 1\nbaseline: ${file}\n`);
    const missing = workspace.run('validate');
    assert.deepEqual([missing.code, missing.out], [2, '']);
    assert.match(missing.err, /"\.changegate\/baseline\.json" cannot be read: there is no such file/);
    assert.equal(workspace.run('baseline', 'write').code, 0);
    assert.equal(workspace.run('validate').code, 0);
    const report = JSON.parse(workspace.run('validate', '--format', 'json').out) as ValidateReport;
    assert.ok(report.summary.baselined > 0);
  });

  it('tells of entries that apply no more, and prune takes them out, once and for all', () => {
    workspace.request(approved('CR-2026-02-09-002'), 'CR-2026-02-09-002');
    workspace.run('baseline', 'write');
    workspace.request('# Change Request: CR-2026-02-09-001\n\n**Status**: CANCELLED\n');
    const { out } = workspace.run('validate', '--baseline');
    assert.match(out, /^\.changegate\/baseline\.json$/m);
    assert.match(out, /information {2}The baseline has an entry for CG301 in .* that applies no more\. {2}CG909/);
    const before = text();
    const shown = workspace.run('baseline', 'prune', '--dry-run');
    assert.match(shown.out, /^-.*"CG301"/m);
    assert.equal(text(), before);
    assert.match(workspace.run('baseline', 'prune').out, /: \d+ findings, \d+ fewer than before\.\n$/);
    const pruned = text();
    assert.doesNotMatch(pruned, /CR-2026-02-09-001.*CG301/);
    assert.match(pruned, /CR-2026-02-09-002.*CG301/);
    workspace.run('baseline', 'prune');
    assert.equal(text(), pruned);
    assert.doesNotMatch(workspace.run('validate', '--baseline').out, /CG909/);
  });

  it('prune adds nothing that is new', () => {
    workspace.run('baseline', 'write');
    const before = text();
    workspace.request(approved('CR-2026-02-09-002'), 'CR-2026-02-09-002');
    workspace.run('baseline', 'prune');
    assert.equal(text(), before);
  });

  it('has an entry a line in a fixed order, so that branches merge', () => {
    workspace.request(approved('CR-2026-02-09-002'), 'CR-2026-02-09-002');
    workspace.run('baseline', 'write');
    const entries = text()
      .split('\n')
      .filter((line) => line.includes('"path"'));
    assert.deepEqual(
      entries.map((line) => line.replace(/,$/, '')),
      [...entries.map((line) => line.replace(/,$/, ''))].sort(),
    );
    // Two branches added the same line: no harm done.
    workspace.write(file, text().replace(entries[0] ?? '', `${entries[0] ?? ''}\n${entries[0] ?? ''}`));
    assert.equal(workspace.run('validate', '--baseline').code, 0);
  });

  it('is taken from the file that is named, and from nowhere outside', () => {
    assert.equal(workspace.run('baseline', 'write', '--file', 'legacy/known.json').code, 0);
    assert.ok(existsSync(join(workspace.folder, 'legacy/known.json')));
    assert.equal(workspace.run('validate', '--baseline', 'legacy/known.json').code, 0);
    assert.equal(workspace.run('validate', '--baseline=legacy/known.json').code, 0);
    assert.equal(workspace.run('validate', '--baseline', 'docs').code, 2);
    for (const args of [
      ['baseline', 'write', '--file', '../known.json'],
      ['validate', '--baseline', '../known.json'],
    ]) {
      const { code, err } = workspace.run(...args);
      assert.equal(code, 2);
      assert.match(err, /lies outside of the workspace/);
    }
  });

  it('that cannot be followed fails with a sentence, and is never overwritten', () => {
    const hostile: readonly [string, RegExp][] = [
      ['', /not valid JSON/],
      ['null', /is not what "changegate baseline write" writes/],
      ['{"version":2,"findings":[]}', /a newer Changegate/],
      ['{"version":1,"findings":[{"path":"x"}]}', /"findings\.0/],
      ['{"version":1,"findings":[],"__proto__":{"a":1},"more":1}', /is not what/],
      [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, /cannot be read/],
      ['<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', /marks of a merge/],
      [
        '{"version":1,"findings":[{"path":"a","code":"CG301","hash":"0123456789abcd","count":-1}]}',
        /findings\.0\.count/,
      ],
    ];
    for (const [content, words] of hostile) {
      workspace.write(file, content);
      for (const args of [
        ['validate', '--baseline'],
        ['baseline', 'write'],
        ['baseline', 'prune'],
      ]) {
        const { code, err, out } = workspace.run(...args);
        assert.equal(code, 2, content.slice(0, 60));
        assert.match(err, words);
        assert.equal(out, '');
      }
      assert.equal(text(), content);
    }
  });

  it('is never read through a link', () => {
    workspace.write('elsewhere.json', '{"version":1,"findings":[]}');
    mkdirSync(join(workspace.folder, '.changegate'), { recursive: true });
    symlinkSync(join(workspace.folder, 'elsewhere.json'), join(workspace.folder, file));
    assert.equal(workspace.run('validate', '--baseline').code, 2);
  });
});
