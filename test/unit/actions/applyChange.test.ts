import { strict as assert } from 'node:assert';
import { applyChange } from '../../../src/core/change/applyChange';
import { ChangedMeanwhileError, offsetAfter, textAfter, type Change } from '../../../src/core/change/change';
import { FileAccessError, FileExistsError } from '../../../src/core/ports';
import { applyEdits } from '../../../src/core/text/textEdit';
import { changeDiff } from '../../../src/core/present/report/changeDiff';
import { MemoryWorkspace, type MemoryFile } from '../../rules/memoryWorkspace';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Files by path, and what they are afterwards. */
function workspaceOf(texts: Readonly<Record<string, string>>) {
  const files = new Map<string, MemoryFile>(
    Object.entries(texts).map(([path, text]) => [path, { bytes: bytes(text) }]),
  );
  const texts_ = () => Object.fromEntries([...files].map(([path, file]) => [path, Buffer.from(file.bytes).toString()]));
  return { workspace: new MemoryWorkspace(files), texts: texts_, files };
}

const edit = { span: { start: 0, end: 1 }, newText: 'A' };
const change = (...steps: Change['steps']): Change => ({ title: 'Try', steps });

describe('applying a change', () => {
  it('edits, makes and moves files, edits first and under the old name', async () => {
    const { workspace, texts } = workspaceOf({ 'a.md': 'a\r\nb\r\n', 'c.md': 'c' });
    await applyChange(
      change(
        { kind: 'edit', path: 'a.md', before: 'a\r\nb\r\n', edits: [{ span: { start: 0, end: 1 }, newText: 'A\nA' }] },
        { kind: 'create', path: 'n/new.md', text: 'new' },
        { kind: 'move', from: 'a.md', to: 'z/a.md' },
      ),
      workspace,
    );
    assert.deepEqual(texts(), { 'z/a.md': 'A\r\nA\r\nb\r\n', 'c.md': 'c', 'n/new.md': 'new' });
  });

  it('keeps a byte order mark', async () => {
    const { workspace, texts } = workspaceOf({ 'a.md': '\ufeffa' });
    await applyChange(change({ kind: 'edit', path: 'a.md', before: 'a', edits: [edit] }), workspace);
    assert.deepEqual(texts(), { 'a.md': '\ufeffA' });
  });

  it('writes nothing where one of the files was changed in the meantime', async () => {
    const before = { 'a.md': 'a', 'b.md': 'typed by somebody' };
    const { workspace, texts } = workspaceOf(before);
    await assert.rejects(
      applyChange(
        change(
          { kind: 'edit', path: 'a.md', before: 'a', edits: [edit] },
          { kind: 'edit', path: 'b.md', before: 'b', edits: [edit] },
        ),
        workspace,
      ),
      new ChangedMeanwhileError('b.md'),
    );
    assert.deepEqual(texts(), before);
  });

  it('writes nothing where a name is taken, and over nothing that is too large to be read', async () => {
    const before = { 'a.md': 'a', 'b.md': 'b', 'large.md': 'x\n'.repeat(300_000) };
    const { workspace, texts } = workspaceOf(before);
    const first = { kind: 'edit', path: 'a.md', before: 'a', edits: [edit] } as const;
    await assert.rejects(
      applyChange(change(first, { kind: 'create', path: 'b.md', text: '' }), workspace),
      FileExistsError,
    );
    await assert.rejects(
      applyChange(change(first, { kind: 'move', from: 'a.md', to: 'b.md' }), workspace),
      FileExistsError,
    );
    await assert.rejects(
      applyChange(change({ kind: 'edit', path: 'large.md', before: 'x', edits: [edit] }), workspace),
      FileAccessError,
    );
    assert.deepEqual(texts(), before);
  });

  it('takes back what was written when a later step fails', async () => {
    const before = { 'a.md': 'a', 'b.md': 'b' };
    const { files, texts } = workspaceOf(before);
    class Full extends MemoryWorkspace {
      override move(): Promise<void> {
        return Promise.reject(new FileAccessError('c.md', 'There is no space left on the disk.'));
      }
    }
    const steps = [
      { kind: 'edit', path: 'a.md', before: 'a', edits: [edit] },
      { kind: 'create', path: 'new.md', text: 'new' },
      { kind: 'move', from: 'b.md', to: 'c.md' },
    ] as const;
    await assert.rejects(applyChange(change(...steps), new Full(files)), /no space/);
    assert.deepEqual(texts(), before);
  });

  it('can be shown first, as a diff', () => {
    const diff = changeDiff(
      change(
        { kind: 'edit', path: 'a.md', before: 'a\n', edits: [edit] },
        { kind: 'create', path: 'new.md', text: 'new\n' },
        { kind: 'move', from: 'a.md', to: 'b.md' },
      ),
    );
    assert.equal(
      diff,
      '--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-a\n+A\n--- /dev/null\n+++ b/new.md\n@@ -0,0 +1 @@\n+new\nrename from a.md\nrename to b.md\n',
    );
  });
});

describe('a change as data', () => {
  it('tells the text of a file after it', () => {
    const edits = [{ span: { start: 2, end: 3 }, newText: 'BBB' }];
    assert.equal(textAfter(change({ kind: 'edit', path: 'a.md', before: 'a b c', edits }), 'a.md', 'a b c'), 'a BBB c');
    assert.equal(textAfter(change(), 'a.md', 'a'), 'a');
  });

  it('tells where an offset comes to lie', () => {
    const text = 'one two three';
    const edits = [
      { span: { start: 0, end: 3 }, newText: '1' },
      { span: { start: 8, end: 8 }, newText: 'and ' },
    ];
    const after = applyEdits(text, edits);
    assert.equal(after.slice(offsetAfter(4, edits), offsetAfter(7, edits)), 'two');
    assert.equal(after.slice(offsetAfter(8, edits)), 'three');
    assert.equal(offsetAfter(2, edits), 0);
  });
});
