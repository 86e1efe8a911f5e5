import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryWorkspace } from './process';

const requests = 'docs/processes/change-requests';
const draft = '# Change Request: CR-2026-02-09-001\n\n**Status**: DRAFT\n';

describe('changegate renumber, archive and mentions', () => {
  let workspace: TemporaryWorkspace;
  const text = (path: string): string => readFileSync(join(workspace.folder, path), 'utf8');
  const isThere = (path: string): boolean => existsSync(join(workspace.folder, path));

  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    workspace.write('.changegate/policy.yml', 'version: 1\n');
    workspace.request(draft);
    workspace.write('src/limits.ts', '// See CR-2026-02-09-001.\r\n');
  });

  afterEach(() => {
    workspace.dispose();
  });

  it('renumbers to the next free number of the day, or to the one that is named', () => {
    const { code, out, err } = workspace.run('renumber', 'cr-2026-02-09-001');
    assert.deepEqual([code, out, err], [0, 'Renumber CR-2026-02-09-001 to CR-2026-02-09-002\n', '']);
    assert.equal(text(`${requests}/CR-2026-02-09-002.md`), draft.replace('001', '002'));
    assert.equal(text('src/limits.ts'), '// See CR-2026-02-09-002.\r\n');
    const named = workspace.run('renumber', `${requests}/CR-2026-02-09-002.md`, 'CR-2026-03-01-005');
    assert.equal(named.code, 0, named.err);
    assert.equal(text('src/limits.ts'), '// See CR-2026-03-01-005.\r\n');
  });

  it('knows a record by the end of its path, and says what it cannot follow without sending to the help', () => {
    const named = workspace.run('renumber', 'change-requests/CR-2026-02-09-001', 'CR-2026-02-09-002', '--dry-run');
    assert.equal(named.code, 0, named.err);
    workspace.write(`${requests}/2026/CR-2026-03-01-001.md`, draft);
    workspace.write(`${requests}/2027/CR-2026-03-01-001.md`, draft);
    assert.equal(workspace.run('history', '2027/CR-2026-03-01-001', 'DRAFT', 'Found').code, 0);
    assert.match(text(`${requests}/2027/CR-2026-03-01-001.md`), /Found/);
    const refused = workspace.run('renumber', 'CR-2026-02-09-009');
    assert.deepEqual([refused.code, refused.out], [2, '']);
    assert.match(refused.err, /^changegate: There is no record "CR-2026-02-09-009"\..*\n$/);
    assert.match(workspace.run('renumber').err, /--help says more\.\n$/);
  });

  it('shows what it would do, and does nothing', () => {
    const { code, out } = workspace.run('renumber', 'CR-2026-02-09-001', 'CR-2026-02-09-007', '--dry-run');
    assert.equal(code, 0);
    assert.match(out, /-\/\/ See CR-2026-02-09-001\.\r?\n\+\/\/ See CR-2026-02-09-007\./);
    assert.match(out, /rename to docs\/processes\/change-requests\/CR-2026-02-09-007\.md/);
    assert.equal(text(`${requests}/CR-2026-02-09-001.md`), draft);
  });

  it('says why a record keeps its number', () => {
    workspace.write('.changegate/approvals/CR-2026-02-09-001/a.json', '{}');
    const { code, out, err } = workspace.run('renumber', 'CR-2026-02-09-001');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /an approval is bound to its ID, so that the record keeps it\./);
  });

  it('renumbers to no ID that another branch has, and leaves what git ignores', () => {
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
        cwd: workspace.folder,
        stdio: 'pipe',
      });
    };
    workspace.write('.gitignore', 'dist/\n');
    workspace.write('dist/bundle.js', '// CR-2026-02-09-001\n');
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'start');
    git('switch', '-q', '-c', 'other');
    workspace.request('# Change Request: CR-2026-02-09-002\n', 'CR-2026-02-09-002');
    git('add', '.');
    git('commit', '-q', '-m', 'other');
    git('switch', '-q', 'main');
    assert.match(workspace.run('renumber', 'CR-2026-02-09-001', 'CR-2026-02-09-002').err, /is taken: a branch/);
    assert.equal(
      workspace.run('renumber', 'CR-2026-02-09-001').out,
      'Renumber CR-2026-02-09-001 to CR-2026-02-09-003\n',
    );
    assert.equal(text('dist/bundle.js'), '// CR-2026-02-09-001\n');
    assert.equal(text('src/limits.ts'), '// See CR-2026-02-09-003.\r\n');
  });

  it('archives records that are done with', () => {
    assert.match(workspace.run('archive', 'CR-2026-02-09-001').err, /is DRAFT; COMPLETED, REJECTED or CANCELLED/);
    workspace.request(
      '# CR-2026-02-09-002\n\n**Status**: CANCELLED\n\n[x](CR-2026-02-09-001.md)\n',
      'CR-2026-02-09-002',
    );
    const both = workspace.run('archive', 'CR-2026-02-09-001', 'CR-2026-02-09-002');
    assert.equal(both.code, 2);
    assert.ok(isThere(`${requests}/CR-2026-02-09-002.md`));
    const dry = workspace.run('archive', 'CR-2026-02-09-002', '--dry-run');
    assert.match(dry.out, /\+\[x\]\(\.\.\/CR-2026-02-09-001\.md\)/);
    assert.ok(isThere(`${requests}/CR-2026-02-09-002.md`));
    assert.equal(workspace.run('archive', 'CR-2026-02-09-002').out, 'Archive CR-2026-02-09-002\n');
    assert.match(text(`${requests}/_archive/CR-2026-02-09-002.md`), /\[x\]\(\.\.\/CR-2026-02-09-001\.md\)/);
    assert.equal(workspace.run('archive', 'CR-2026-02-09-001', '--force').code, 0);
  });

  it('lists mentions', () => {
    const { code, out } = workspace.run('mentions', 'cr-2026-02-09-001');
    assert.equal(code, 0);
    assert.equal(
      out,
      `${requests}/CR-2026-02-09-001.md:1:19  # Change Request: CR-2026-02-09-001\n` +
        'src/limits.ts:1:8  // See CR-2026-02-09-001.\n',
    );
    assert.equal(workspace.run('mentions', 'REQ-1').out, '');
    assert.match(workspace.run('mentions', 'nothing').err, /is the ID of no record and no requirement/);
  });
});
