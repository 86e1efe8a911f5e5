import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { GitIdentity } from '../../../src/node/gitIdentity';
import { NodeGit } from '../../../src/node/nodeGit';

const folder = 'docs/processes/change-requests';

/** A real repository with nobody's configuration but its own. */
class Repository {
  constructor(readonly path: string) {}

  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.path,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: this.path,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
      },
    }).trim();
  }

  commit(path: string, text = 'x\n'): void {
    mkdirSync(join(this.path, dirname(path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
    this.git('add', '--', path);
    this.git('commit', '-q', '-m', path);
  }
}

describe('git, as the core asks it', () => {
  let base: string;
  let repository: Repository;

  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'changegate-git-')));
    repository = new Repository(join(base, 'main'));
    mkdirSync(repository.path);
    repository.git('init', '-q', '-b', 'main');
    repository.commit(`${folder}/CR-2026-02-09-001.md`);
  });

  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  const paths = async (path = repository.path, folders: readonly string[] = [folder]): Promise<string[]> =>
    [...(await new NodeGit(path).pathsOnAllBranches(folders))].sort();

  it('sees the files of every local branch, and only below the folders that are named', async () => {
    repository.git('switch', '-q', '-c', 'feature');
    repository.commit(`${folder}/2026/CR-2026-02-09-002.md`);
    repository.commit('src/CR-2026-02-09-003.md');
    repository.commit(`${folder}-old/CR-2026-02-09-004.md`);
    repository.git('switch', '-q', 'main');
    assert.deepEqual(await paths(), [`${folder}/2026/CR-2026-02-09-002.md`, `${folder}/CR-2026-02-09-001.md`]);
  });

  it('sees what a clone only knows of its remote', async () => {
    repository.git('switch', '-q', '-c', 'feature');
    repository.commit(`${folder}/CR-2026-02-09-002.md`);
    repository.git('switch', '-q', 'main');
    repository.git('clone', '-q', repository.path, join(base, 'clone'));
    const clone = new Repository(join(base, 'clone'));
    assert.deepEqual(clone.git('branch', '--format=%(refname:short)'), 'main');
    assert.deepEqual(await paths(clone.path), [`${folder}/CR-2026-02-09-001.md`, `${folder}/CR-2026-02-09-002.md`]);
  });

  it('sees the commit that another worktree stands on, on no branch at all', async () => {
    const tree = new Repository(join(base, 'tree'));
    repository.git('worktree', 'add', '-q', '--detach', tree.path);
    tree.commit(`${folder}/CR-2026-02-09-007.md`);
    assert.ok((await paths()).includes(`${folder}/CR-2026-02-09-007.md`));
    assert.ok((await paths(tree.path)).includes(`${folder}/CR-2026-02-09-001.md`));
    assert.equal(await new NodeGit(tree.path).currentBranch(), undefined);
    assert.equal(await new NodeGit(repository.path).currentBranch(), 'main');
  });

  it('reads what another worktree has made or changed and nobody has committed yet', async () => {
    const tree = new Repository(join(base, 'tree'));
    repository.git('worktree', 'add', '-q', '-b', 'feature', tree.path);
    const [made, changed] = [`${folder}/CR-2026-02-09-008.md`, `${folder}/CR-2026-02-09-001.md`];
    writeFileSync(join(tree.path, made), 'made\n');
    writeFileSync(join(tree.path, changed), 'changed\n');
    writeFileSync(join(tree.path, 'elsewhere.md'), 'x\n');
    const seen = async (path: string): Promise<string[]> =>
      (await new NodeGit(path).filesOnOtherBranches([folder])).map(
        ({ branch, path: file, bytes }) => `${branch} ${file} ${new TextDecoder().decode(bytes).trim()}`,
      );
    assert.deepEqual((await seen(repository.path)).sort(), [`feature ${changed} changed`, `feature ${made} made`]);
    // Nor what is only to be committed; nor what a pattern would find.
    tree.git('add', '--all');
    assert.deepEqual((await seen(repository.path)).sort(), [`feature ${changed} changed`, `feature ${made} made`]);
    assert.deepEqual(await new NodeGit(repository.path).filesOnOtherBranches(['docs/*', ':/']), []);
    // One's own are no other branch's.
    assert.deepEqual(await seen(tree.path), []);
    rmSync(tree.path, { recursive: true });
    assert.deepEqual(await seen(repository.path), []);
  });

  it('counts paths from the workspace where that is a folder of the repository', async () => {
    repository.commit(`team/${folder}/CR-2026-02-09-005.md`);
    assert.deepEqual(await paths(join(repository.path, 'team')), [`${folder}/CR-2026-02-09-005.md`]);
    assert.deepEqual(await paths(join(repository.path, 'team'), ['']), [`${folder}/CR-2026-02-09-005.md`]);
  });

  it('takes the empty folder for the whole workspace', async () => {
    assert.deepEqual(await paths(repository.path, ['']), [`${folder}/CR-2026-02-09-001.md`]);
  });

  it('gives names back that have blanks, quotes and letters of all languages', async () => {
    const name = `${folder}/CR-2026-02-09-006-"Ünï" "x" y.md`;
    repository.commit(name);
    assert.ok((await paths()).includes(name));
  });

  it('takes no pattern and no option out of the name of a folder', async () => {
    repository.commit('other/CR-2026-02-09-009.md');
    assert.deepEqual(await paths(repository.path, ['o*']), []);
    assert.deepEqual(await paths(repository.path, ['--help', ':(top)other']), []);
  });

  it('reads a bare repository', async () => {
    repository.git('clone', '-q', '--bare', repository.path, join(base, 'bare.git'));
    assert.deepEqual(await paths(join(base, 'bare.git')), [`${folder}/CR-2026-02-09-001.md`]);
  });

  it('answers nothing where there is no repository, no commit and no folder', async () => {
    const plain = join(base, 'plain');
    mkdirSync(plain);
    assert.deepEqual(await paths(plain), []);
    assert.equal(await new NodeGit(plain).currentBranch(), undefined);
    assert.deepEqual(await paths(join(base, 'nowhere')), []);
    const unborn = new Repository(join(base, 'unborn'));
    mkdirSync(unborn.path);
    unborn.git('init', '-q', '-b', 'trunk');
    assert.deepEqual(await paths(unborn.path), []);
    assert.equal(await new NodeGit(unborn.path).currentBranch(), 'trunk');
  });

  it('lists tracked files and those that are not ignored, relative to the workspace', async () => {
    mkdirSync(join(repository.path, 'src'));
    writeFileSync(join(repository.path, '.gitignore'), 'dist\n');
    writeFileSync(join(repository.path, 'src', 'größe.ts'), '');
    mkdirSync(join(repository.path, 'dist'));
    writeFileSync(join(repository.path, 'dist', 'a.js'), '');
    const inner = new Repository(join(repository.path, 'inner'));
    mkdirSync(inner.path);
    inner.git('init', '-q', '-b', 'main');
    inner.commit('a.md');
    const files = async (path: string): Promise<string[]> => [...((await new NodeGit(path).listFiles()) ?? [])].sort();
    assert.deepEqual(await files(repository.path), ['.gitignore', `${folder}/CR-2026-02-09-001.md`, 'src/größe.ts']);
    assert.deepEqual(await files(join(repository.path, 'src')), ['größe.ts']);
  });

  it('lists nothing where there is no repository, so that every file counts', async () => {
    const plain = join(base, 'plain');
    mkdirSync(plain);
    assert.equal(await new NodeGit(plain).listFiles(), undefined);
  });

  it('runs nothing that lies in the workspace, nor what the configuration of its repository names', async () => {
    const ran = join(base, 'ran');
    const program = (path: string): string => {
      writeFileSync(path, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
      return path;
    };
    program(join(repository.path, 'git'));
    repository.git('config', 'core.fsmonitor', program(join(base, 'monitor')));
    repository.git('switch', '-q', '-c', 'feature');
    repository.commit(`${folder}/CR-2026-02-09-002.md`);
    const tree = join(base, 'tree');
    repository.git('worktree', 'add', '-q', '-b', 'elsewhere', tree, 'main');
    rmSync(ran, { force: true });
    const path = process.env['PATH'];
    // As Windows does it by itself: first where git is started, then on the PATH.
    process.env['PATH'] = `.${delimiter}${path ?? ''}`;
    try {
      const git = new NodeGit(repository.path);
      assert.equal(await git.currentBranch(), 'feature');
      assert.ok((await git.listFiles())?.includes('git'));
      assert.equal((await git.changedFiles('feature')).length, 1);
      assert.equal((await git.pathsOnAllBranches([folder])).size, 2);
      assert.deepEqual(await git.filesOnOtherBranches([folder]), []);
      await new GitIdentity(repository.path).current();
    } finally {
      process.env['PATH'] = path;
    }
    assert.equal(existsSync(ran), false);
  });

  it('stops when it is asked to', async () => {
    const found = await new NodeGit(repository.path).pathsOnAllBranches([folder], { aborted: true });
    assert.equal(found.size, 0);
  });

  it('knows the person of the configuration, with and without an address', async () => {
    repository.git('config', 'user.name', 'Grace Hopper');
    repository.git('config', 'user.email', '');
    assert.deepEqual(await new GitIdentity(repository.path).current(), { name: 'Grace Hopper', email: undefined });
    repository.git('config', 'user.email', 'grace@example.com');
    assert.deepEqual(await new GitIdentity(repository.path).current(), {
      name: 'Grace Hopper',
      email: 'grace@example.com',
    });
    repository.git('config', 'user.name', '');
    assert.equal(await new GitIdentity(repository.path).current(), undefined);
  });
});
