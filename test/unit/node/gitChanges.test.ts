import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NodeGit } from '../../../src/node/nodeGit';

describe('the files that a branch changes', () => {
  let folder: string;

  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
      },
    });

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  const commit = (): void => {
    git('add', '-A');
    git('commit', '-q', '-m', 'work');
  };

  const changed = async (branch: string, inside = ''): Promise<string[]> =>
    (await new NodeGit(join(folder, inside)).changedFiles(branch)).map(
      ({ path, kind, added, removed }) => `${kind} ${path} +${String(added)} -${String(removed)}`,
    );

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'changegate-changes-')));
    git('init', '-q', '-b', 'main');
    write('src/a.ts', '1\n2\n3\n');
    write('src/old.ts', 'x\n');
    commit();
    git('switch', '-q', '-c', 'feat/REQ-1-uploads');
    write('src/a.ts', '1\n2\nthree\nfour\n');
    write('src/new \u{1f600} file.ts', 'n\n');
    write('logo.png', '\0\u0001');
    rmSync(join(folder, 'src/old.ts'));
    commit();
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const all = [
    'added logo.png +undefined -undefined',
    'modified src/a.ts +2 -1',
    'added src/new \u{1f600} file.ts +1 -0',
    'deleted src/old.ts +0 -1',
  ];

  it('are those since it left the default branch, whatever happened there since', async () => {
    git('switch', '-q', 'main');
    write('src/other.ts', 'o\n');
    commit();
    assert.deepEqual(await changed('feat/REQ-1-uploads'), all);
  });

  it('are with those that are not committed yet where it is checked out', async () => {
    write('src/a.ts', '1\n');
    assert.deepEqual((await changed('feat/REQ-1-uploads'))[1], 'modified src/a.ts +0 -2');
  });

  it('are counted from the workspace, where that is a folder of the repository', async () => {
    assert.deepEqual(await changed('feat/REQ-1-uploads', 'src'), [
      'modified a.ts +2 -1',
      'added new \u{1f600} file.ts +1 -0',
      'deleted old.ts +0 -1',
    ]);
  });

  it('are none for the default branch, for a branch that is not there and without a repository', async () => {
    for (const branch of ['main', 'nowhere', '', '--output=x', 'HEAD~1', '*', '@{-1}', 'a..b', 'x\u0000y'])
      assert.deepEqual(await changed(branch), [], branch);
    rmSync(join(folder, '.git'), { recursive: true, force: true });
    assert.deepEqual(await changed('feat/REQ-1-uploads'), []);
  });

  it('are compared with the default branch of the remote, also where there is no local one', async () => {
    git('update-ref', 'refs/remotes/origin/production', 'main');
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/production');
    git('branch', '-q', '-D', 'main');
    assert.deepEqual(await changed('feat/REQ-1-uploads'), all);
  });
});
