import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitObjects, treeEntries } from '../../../src/node/gitObjects';
import { NodeGit } from '../../../src/node/nodeGit';

const folder = 'docs/processes/change-requests';

describe('many branches', () => {
  let base: string;
  let main: string;
  const git = (args: readonly string[], input?: string): string =>
    execFileSync('git', args, {
      cwd: main,
      encoding: 'utf8',
      input,
      env: { PATH: process.env['PATH'], HOME: base, GIT_CONFIG_NOSYSTEM: '1' },
    }).trim();

  /** Commits made by git's own import: hundreds of branches in one process. */
  function branches(count: number): void {
    const path = (number: number): string => `${folder}/2026/CR-2026-02-09-${String(number).padStart(3, '0')}.md`;
    const who = 'committer Ada <ada@example.com> 1770595200 +0000\ndata 1\nx\n';
    const commits = Array.from(
      { length: count },
      (_, index) =>
        `commit refs/heads/b${String(index + 1)}\n${who}${index > 0 ? `from refs/heads/b${String(index)}\n` : ''}M 100644 inline ${path(index + 1)}\ndata 1\nx\n`,
    );
    git(['fast-import', '--quiet'], `${commits.join('\n')}\n`);
  }

  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'changegate-branches-')));
    main = join(base, 'main');
    mkdirSync(main);
    git(['init', '-q', '-b', 'main']);
  });
  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  it('are all looked at', async () => {
    branches(300);
    assert.equal((await new NodeGit(main).pathsOnAllBranches([folder, 'docs/none'])).size, 300);
  });

  it('give what two folders of the policy have in common once', async () => {
    branches(2);
    assert.deepEqual([...(await new NodeGit(main).pathsOnAllBranches(['docs', folder]))].sort(), [
      `${folder}/2026/CR-2026-02-09-001.md`,
      `${folder}/2026/CR-2026-02-09-002.md`,
    ]);
  });

  it('are not all: another worktree may hold records that nobody has committed', async () => {
    branches(1);
    const tree = join(base, 'a tree');
    git(['worktree', 'add', '-q', tree, 'b1']);
    const path = `${folder}/CR-2026-02-09-050.md`;
    writeFileSync(join(tree, path), 'x');
    assert.ok((await new NodeGit(main).pathsOnAllBranches([folder])).has(path));
    rmSync(tree, { recursive: true });
    assert.equal((await new NodeGit(main).pathsOnAllBranches([folder])).has(path), false);
  });

  it('are those of the folder, whatever repository a hook of git names', async () => {
    branches(1);
    const { GIT_DIR: before } = process.env;
    process.env['GIT_DIR'] = join(base, 'elsewhere');
    try {
      assert.equal((await new NodeGit(main).pathsOnAllBranches([folder])).size, 1);
    } finally {
      if (before === undefined) delete process.env['GIT_DIR'];
      else process.env['GIT_DIR'] = before;
    }
  });

  it('are read as objects: trees, files, and undefined for what is not there', async () => {
    branches(1);
    const objects = new GitObjects(main);
    const [tree, file, none, broken] = await Promise.all([
      objects.read(`b1:${folder}`),
      objects.read(`b1:${folder}/2026/CR-2026-02-09-001.md`),
      objects.read('b1:no such thing'),
      objects.read('b1\nb1'),
    ]);
    objects.close();
    assert.deepEqual(tree && treeEntries(tree).map(({ name, isTree }) => [name, isTree]), [['2026', true]]);
    assert.deepEqual([file?.type, file?.bytes.toString()], ['blob', 'x']);
    assert.deepEqual([none, broken], [undefined, undefined]);
    const nowhere = new GitObjects(join(base, 'nowhere'));
    assert.equal(await nowhere.read('b1'), undefined);
  });
});
