import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileAccessError, FileChangedError, FileExistsError } from '../../../src/core/ports';
import { NodeWorkspace } from '../../../src/node/nodeWorkspace';

/** The user of nobody. */
const nobody = 65534;

describe('a workspace on disk', () => {
  let root: string;
  let workspace: NodeWorkspace;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'changegate-disk-'));
    workspace = new NodeWorkspace(root);
    mkdirSync(join(root, 'docs', 'b'), { recursive: true });
    writeFileSync(join(root, 'docs', 'b', 'one.md'), 'one');
    writeFileSync(join(root, 'docs', 'a.md'), 'a');
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const text = async (path: string, limit = 100): Promise<string | undefined> => {
    const content = await workspace.read(path, limit);
    return content && new TextDecoder().decode(content.bytes);
  };
  const refused = (path: string, reason: RegExp): Promise<void> =>
    assert.rejects(
      () => workspace.read(path, 100),
      (error) => error instanceof FileAccessError && error.path === path && reason.test(error.reason),
    );

  it('lists files with their subfolders, by path, and nothing of a folder that is not there', async () => {
    assert.deepEqual(await workspace.list('docs'), [
      { path: 'docs/a.md', type: 'file' },
      { path: 'docs/b/one.md', type: 'file' },
    ]);
    assert.deepEqual(
      (await workspace.list('')).map(({ path }) => path),
      ['docs/a.md', 'docs/b/one.md'],
    );
    assert.deepEqual(await workspace.list('nowhere'), []);
    assert.deepEqual(await workspace.list('docs/a.md'), []);
  });

  it('reports links and never follows them, not even in a circle', async () => {
    symlinkSync('..', join(root, 'docs', 'circle'));
    symlinkSync('a.md', join(root, 'docs', 'link.md'));
    assert.deepEqual(await workspace.list('docs'), [
      { path: 'docs/a.md', type: 'file' },
      { path: 'docs/b/one.md', type: 'file' },
      { path: 'docs/circle', type: 'symlink' },
      { path: 'docs/link.md', type: 'symlink' },
    ]);
    await refused('docs/link.md', /symbolic link/);
  });

  it('reads no more than it is asked to, and tells the whole size', async () => {
    assert.deepEqual(await workspace.read('docs/b/one.md', 2), { bytes: new Uint8Array(Buffer.from('on')), size: 3 });
    assert.equal(await text('docs/b/one.md'), 'one');
    assert.equal((await workspace.read('docs/b/one.md', 0))?.size, 3);
  });

  it('says undefined of what is not there, and refuses folders and pipes without waiting', async () => {
    assert.equal(await workspace.read('docs/none.md', 10), undefined);
    assert.equal(await workspace.read('docs/a.md/none.md', 10), undefined);
    await refused('docs', /not a regular file|folder/);
    if (spawnSync('mkfifo', [join(root, 'docs', 'pipe.md')]).status === 0) {
      await refused('docs/pipe.md', /not a regular file/);
      assert.ok((await workspace.list('docs')).some(({ path, type }) => path === 'docs/pipe.md' && type === 'other'));
    }
  });

  it('says so when permission is denied', async () => {
    chmodSync(root, 0o755);
    chmodSync(join(root, 'docs', 'a.md'), 0);
    // Root may read everything, so for a moment somebody else looks.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(nobody);
    try {
      await refused('docs/a.md', /Permission was denied/);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  it('makes a file with the folders above it, once', async () => {
    await workspace.create('new/er/x.md', 'Ü\n');
    assert.equal(readFileSync(join(root, 'new/er/x.md'), 'utf8'), 'Ü\n');
    await assert.rejects(() => workspace.create('new/er/x.md', 'other'), FileExistsError);
    assert.equal(readFileSync(join(root, 'new/er/x.md'), 'utf8'), 'Ü\n');
  });

  it('writes through no link, whether it leads somewhere or nowhere', async () => {
    symlinkSync(join(root, 'outside.md'), join(root, 'docs', 'link.md'));
    await assert.rejects(() => workspace.create('docs/link.md', 'x'), FileExistsError);
    assert.deepEqual(readdirSync(root), ['docs']);
  });

  it('follows a linked folder inside the workspace, and none that leads out of it', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'changegate-outside-'));
    try {
      writeFileSync(join(outside, 'x.md'), 'secret');
      symlinkSync(outside, join(root, 'out'));
      symlinkSync('docs', join(root, 'in'));
      await assert.rejects(() => workspace.list('out'), /leads out of the workspace/);
      await assert.rejects(() => workspace.read('out/x.md', 10), /leads out of the workspace/);
      await assert.rejects(() => workspace.create('out/new/y.md', 'x'), /leads out of the workspace/);
      assert.deepEqual(readdirSync(outside), ['x.md']);
      assert.equal(await text('in/a.md'), 'a');
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('leaves nothing beside the file that it makes, or does not make', async () => {
    await workspace.create('docs/c.md', 'c');
    await assert.rejects(() => workspace.create('docs/c.md', 'other'), FileExistsError);
    assert.deepEqual(readdirSync(join(root, 'docs')), ['a.md', 'b', 'c.md']);
  });

  it('lists a folder that is named like a record, and enters neither .git nor node_modules', async () => {
    for (const path of ['docs/x.md/y.md', 'docs/.git/z.md', 'docs/node_modules/z.md'])
      await workspace.create(path, 'x');
    assert.deepEqual(await workspace.list('docs'), [
      { path: 'docs/a.md', type: 'file' },
      { path: 'docs/b/one.md', type: 'file' },
      { path: 'docs/x.md', type: 'other' },
      { path: 'docs/x.md/y.md', type: 'file' },
    ]);
  });

  it('says why a file cannot be made, in a sentence', async () => {
    await assert.rejects(() => workspace.create('docs/a.md/x.md', 'x'), /A file is where a folder is expected/);
  });

  it('writes over a file that is what it was taken for, and keeps its mode and its byte order mark', async () => {
    writeFileSync(join(root, 'docs', 'mark.md'), '\ufeffone', { mode: 0o640 });
    await workspace.replace('docs/mark.md', 'one', 'two\n');
    assert.equal(readFileSync(join(root, 'docs', 'mark.md'), 'utf8'), '\ufefftwo\n');
    assert.equal(statSync(join(root, 'docs', 'mark.md')).mode & 0o777, 0o640);
    await assert.rejects(() => workspace.replace('docs/mark.md', 'one', 'three'), FileChangedError);
    await assert.rejects(() => workspace.replace('docs/none.md', '', 'x'), FileChangedError);
    assert.deepEqual(readdirSync(join(root, 'docs')), ['a.md', 'b', 'mark.md']);
  });

  it('gives a file a name that is free, and no other', async () => {
    await workspace.move('docs/a.md', 'docs/archive/a.md');
    assert.equal(await text('docs/archive/a.md'), 'a');
    assert.equal(await text('docs/a.md'), undefined);
    await assert.rejects(() => workspace.move('docs/archive/a.md', 'docs/b/one.md'), FileExistsError);
    assert.equal(await text('docs/b/one.md'), 'one');
    await assert.rejects(() => workspace.move('docs/none.md', 'docs/x.md'), FileAccessError);
  });

  it('moves and writes over no link, whether it leads somewhere or nowhere', async () => {
    symlinkSync('a.md', join(root, 'docs', 'link.md'));
    await assert.rejects(() => workspace.move('docs/link.md', 'docs/x.md'), FileAccessError);
    await assert.rejects(() => workspace.replace('docs/link.md', 'a', 'x'), FileAccessError);
    await assert.rejects(() => workspace.move('docs/a.md', 'docs/link.md'), FileExistsError);
    assert.equal(await text('docs/a.md'), 'a');
  });

  it('takes a file away that is what it was taken for', async () => {
    await assert.rejects(() => workspace.remove('docs/a.md', 'b'), FileChangedError);
    await workspace.remove('docs/a.md', 'a');
    assert.deepEqual(readdirSync(join(root, 'docs')), ['b']);
  });
});
