import { strict as assert } from 'node:assert';
import { RecordIndex } from '../../../../src/core/workspace/index/recordIndex';
import type { IndexedRecord } from '../../../../src/core/workspace/recordSummary';
import { defaultPolicy } from '../../../../src/core/workspace/policy/policy';
import { FileAccessError, type FileContent, type FileEntry } from '../../../../src/core/ports';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import { MemoryWorkspace, type MemoryFile } from '../../../rules/memoryWorkspace';

const requests = 'docs/processes/change-requests';
const request = (id: string, status = 'CANCELLED', title = 'Raise the limit'): string =>
  `# ${id}: ${title}\n\n**Status**: ${status}\n`;

/** Files that can change, be refused, and be slow. */
class ChangingWorkspace extends MemoryWorkspace {
  readonly locked = new Set<string>();
  reads = 0;
  gate: Promise<void> | undefined;

  constructor(private readonly texts: Map<string, MemoryFile> = new Map()) {
    super(texts);
  }

  write(name: string, text: string | Uint8Array, type?: FileEntry['type']): string {
    const path = name.includes('/') ? name : `${requests}/${name}.md`;
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    this.texts.set(path, type ? { bytes, type } : { bytes });
    return path;
  }

  takeAway(path: string): void {
    this.texts.delete(path);
  }

  override async read(path: string, limit: number): Promise<FileContent | undefined> {
    if (limit > 0) this.reads++;
    const content = await super.read(path, limit);
    if (limit > 0) await this.gate;
    const type = this.texts.get(path)?.type;
    if (type !== undefined && type !== 'file') throw new FileAccessError(path, 'It is not a regular file.');
    if (limit > 0 && this.locked.has(path)) throw new FileAccessError(path, 'Permission was denied.');
    return content;
  }
}

describe('the record index', () => {
  let workspace: ChangingWorkspace;
  let index: RecordIndex;
  let told: [path: string, status: string | null | undefined][];

  beforeEach(() => {
    workspace = new ChangingWorkspace();
    const clock = { now: () => Date.UTC(2026, 2, 13) };
    index = new RecordIndex({ workspace, processes: builtInProcesses(), clock });
    told = [];
    index.onDidChange((changed) => {
      for (const [path, record] of changed) told.push([nameOf(path), record?.summary.status]);
    });
  });

  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  /** What is found in a record, besides what these short ones lack. */
  const codes = (record: IndexedRecord | undefined): string[] =>
    record?.findings
      .map(({ code }) => code)
      .filter((code) => code !== 'CG101')
      .sort() ?? [];
  const statuses = (): Record<string, string | null> =>
    Object.fromEntries(index.all().map(({ summary }) => [nameOf(summary.path), summary.status]));

  it('holds the records of the configured folders by path, and nothing else', async () => {
    workspace.write(`${requests}/2026/CR-2026-02-09-002.md`, request('CR-2026-02-09-002'));
    workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    workspace.write(`${requests}/README.md`, '# Read me\n');
    workspace.write('elsewhere/CR-2026-02-09-003.md', request('CR-2026-02-09-003'));
    await index.open(defaultPolicy);
    assert.deepEqual(
      index.all().map(({ summary }) => summary.path),
      [`${requests}/2026/CR-2026-02-09-002.md`, `${requests}/CR-2026-02-09-001.md`],
    );
    assert.equal(index.isRecordFile(`${requests}/CR-2026-02-09-009.md`), true);
    assert.equal(index.isRecordFile(`${requests}/README.md`), false);
    assert.equal(index.isRecordFile('elsewhere/CR-2026-02-09-003.md'), false);
  });

  it('keeps data alone of what it read: titles of fixes, but no edits, and nothing that holds a text', async () => {
    workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-002', '✅ Approved'));
    await index.open(defaultPolicy);
    const [record] = index.all();
    assert.deepEqual(record, JSON.parse(JSON.stringify(record)));
    const fixes = record?.findings.flatMap((finding) => finding.fixes) ?? [];
    assert.ok(fixes.length > 0);
    for (const fix of fixes) assert.deepEqual(Object.keys(fix), ['title']);
  });

  it('leaves out what the policy excludes, and forgets it when the policy changes', async () => {
    workspace.write(`${requests}/_old/CR-2026-02-09-002.md`, request('CR-2026-02-09-002'));
    await index.open(defaultPolicy);
    assert.equal(index.all().length, 1);
    await index.open({ ...defaultPolicy, exclude: ['**/_old/**'] });
    assert.deepEqual(index.all(), []);
    assert.deepEqual(told, [
      ['CR-2026-02-09-002.md', 'CANCELLED'],
      ['CR-2026-02-09-002.md', undefined],
    ]);
  });

  it('knows records with words behind their ID, their companions, and two that share an ID', async () => {
    const slugged = workspace.write('CR-2026-02-09-001-upload-limit', request('CR-2026-02-09-001'));
    const companion = workspace.write('CR-2026-02-09-001-IMPACT-ASSESSMENT', '# Impact Assessment\n');
    workspace.write('CR-2026-02-09-001-addendum-2', '# Addendum\n');
    const unnumbered = workspace.write('CR-2026-02-09-quick-fix', request('A quick fix'));
    await index.open(defaultPolicy);
    assert.deepEqual(
      index.all().map(({ summary }) => [nameOf(summary.path), summary.id, summary.name]),
      [
        ['CR-2026-02-09-001-upload-limit.md', 'CR-2026-02-09-001', 'CR-2026-02-09-001-upload-limit'],
        ['CR-2026-02-09-quick-fix.md', null, 'CR-2026-02-09-quick-fix'],
      ],
    );
    assert.equal(index.at(companion)?.summary.path, slugged);
    assert.ok(codes(index.at(unnumbered)).includes('CG201'));
    assert.ok(!codes(index.at(slugged)).includes('CG207'));
    const bare = workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    await index.update([bare]);
    for (const path of [slugged, bare]) assert.ok(codes(index.at(path)).includes('CG207'), path);
    workspace.takeAway(slugged);
    await index.update([slugged]);
    assert.ok(!codes(index.at(bare)).includes('CG207'));
  });

  it('stops when it is asked to', async () => {
    workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    await index.open(defaultPolicy, { aborted: true });
    assert.deepEqual(index.all(), []);
  });

  it('lays an unsaved text over its file and takes it away again', async () => {
    const path = workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    await index.open(defaultPolicy);
    await index.setOverlay(path, request('CR-2026-02-09-001', 'DRAFT'));
    assert.equal(index.at(path)?.summary.status, 'DRAFT');
    workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001', 'REJECTED'));
    await index.update([path]);
    assert.equal(index.at(path)?.summary.status, 'DRAFT');
    await index.setOverlay(path, undefined);
    assert.equal(index.at(path)?.summary.status, 'REJECTED');
    assert.deepEqual(
      told.map(([, status]) => status),
      ['CANCELLED', 'DRAFT', 'DRAFT', 'REJECTED'],
    );
  });

  it('reads a file behind a byte order mark, and an unsaved text, alike', async () => {
    const path = workspace.write('CR-2026-02-09-001', `\ufeff${request('CR-2026-02-09-001', 'COMPLETED')}`);
    await index.open(defaultPolicy);
    const [saved] = index.all();
    await index.setOverlay(path, request('CR-2026-02-09-001', 'COMPLETED'));
    assert.deepEqual(index.at(path), saved);
  });

  it('takes note of files that come, change and go, and reads nothing else', async () => {
    workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    await index.open(defaultPolicy);
    workspace.reads = 0;
    const path = workspace.write('CR-2026-02-09-002', request('CR-2026-02-09-002'));
    await index.update([path, `${requests}/README.md`, 'elsewhere/x.md']);
    workspace.write('CR-2026-02-09-002', request('CR-2026-02-09-002', 'REJECTED'));
    await index.update([path]);
    assert.deepEqual(statuses(), { 'CR-2026-02-09-001.md': 'CANCELLED', 'CR-2026-02-09-002.md': 'REJECTED' });
    assert.equal(workspace.reads, 2);
    workspace.takeAway(path);
    await index.update([path]);
    assert.equal(index.at(path), undefined);
    assert.deepEqual(told.at(-1), ['CR-2026-02-09-002.md', undefined]);
  });

  it('checks the other record with the same ID again when one comes and when it goes', async () => {
    const first = workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    await index.open(defaultPolicy);
    assert.deepEqual(codes(index.at(first)), []);
    const copy = workspace.write(`${requests}/copy/CR-2026-02-09-001.md`, request('CR-2026-02-09-001'));
    await index.update([copy]);
    assert.deepEqual([codes(index.at(first)), codes(index.at(copy))], [['CG207'], ['CG207']]);
    workspace.takeAway(copy);
    await index.update([copy]);
    assert.deepEqual([codes(index.at(first)), index.at(copy)], [[], undefined]);
  });

  it('follows a rename, which is one file that goes and one that comes', async () => {
    const before = workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    await index.open(defaultPolicy);
    workspace.takeAway(before);
    const after = workspace.write('CR-2026-02-09-005', request('CR-2026-02-09-001'));
    await index.update([after, before]);
    assert.deepEqual(
      index.all().map(({ summary }) => summary.id),
      ['CR-2026-02-09-005'],
    );
    assert.deepEqual(codes(index.at(after)), ['CG205']);
  });

  it('knows the companions of a record, and finds the record by them', async () => {
    const path = workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001', 'IN_PROGRESS'));
    const plan = `${requests}/CR-2026-02-09-001-IMPLEMENTATION-PLAN.md`;
    await index.open(defaultPolicy);
    assert.deepEqual(index.at(path)?.summary.companions, []);
    workspace.write(plan, '# Implementation Plan: CR-2026-02-09-001\n\n- [x] one\n- [ ] two\n');
    await index.update([plan]);
    assert.deepEqual(index.at(path)?.summary.companions, [plan]);
    assert.equal(index.at(plan), index.at(path));
    assert.deepEqual(index.all().length, 1);
    const before = index.at(path)?.summary.progress;
    await index.setOverlay(plan, '# Implementation Plan: CR-2026-02-09-001\n\n- [x] one\n- [x] two\n');
    assert.notDeepEqual(index.at(path)?.summary.progress, before);
    await index.setOverlay(plan, undefined);
    assert.deepEqual(index.at(path)?.summary.progress, before);
    workspace.takeAway(plan);
    await index.update([plan]);
    assert.deepEqual(index.at(path)?.summary.companions, []);
    assert.equal(index.at(plan), undefined);
  });

  it('gives a companion to the record beside it where two have the ID', async () => {
    const near = workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    const far = workspace.write(`${requests}/far/CR-2026-02-09-001.md`, request('CR-2026-02-09-001'));
    const plan = workspace.write(`${requests}/far/CR-2026-02-09-001-PLAN.md`, '# Implementation Plan\n');
    await index.open(defaultPolicy);
    assert.deepEqual(index.at(near)?.summary.companions, []);
    assert.deepEqual(index.at(far)?.summary.companions, [plan]);
    assert.equal(index.at(plan)?.summary.path, far);
    workspace.takeAway(far);
    await index.update([far]);
    assert.deepEqual(index.at(near)?.summary.companions, [plan]);
  });

  it('throws a reading away that a newer one has overtaken', async () => {
    const path = workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    await index.open(defaultPolicy);
    let open = (): void => undefined;
    workspace.gate = new Promise((resolve) => {
      open = resolve;
    });
    workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001', 'REJECTED'));
    const slow = index.update([path]);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    await index.setOverlay(path, request('CR-2026-02-09-001', 'DRAFT'));
    open();
    await slow;
    assert.equal(index.at(path)?.summary.status, 'DRAFT');
    assert.deepEqual(
      told.map(([, status]) => status),
      ['CANCELLED', 'DRAFT'],
    );
  });

  it('lets no late reading bring a file back that is gone', async () => {
    const path = workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    await index.open(defaultPolicy);
    let open = (): void => undefined;
    workspace.gate = new Promise((resolve) => {
      open = resolve;
    });
    const slow = index.update([path]);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    workspace.takeAway(path);
    await index.update([path]);
    open();
    await slow;
    assert.equal(index.at(path), undefined);
    assert.deepEqual(told.at(-1), ['CR-2026-02-09-001.md', undefined]);
  });

  it('keeps the records it has when a file cannot be read, and says so of that one', async () => {
    const path = workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    workspace.write('CR-2026-02-09-002', request('CR-2026-02-09-002'));
    workspace.locked.add(path);
    await index.open(defaultPolicy);
    assert.deepEqual(codes(index.at(path)), ['CG901']);
    assert.equal(index.at(path)?.findings[0]?.message, 'Permission was denied.');
    workspace.locked.clear();
    await index.update([path]);
    assert.deepEqual(codes(index.at(path)), []);
  });

  it('says the same of a link after a pass over all files as after a pass over one', async () => {
    const path = workspace.write('CR-2026-02-09-001', '', 'symlink');
    await index.open(defaultPolicy);
    const first = index.at(path);
    assert.deepEqual(codes(first), ['CG906']);
    await index.update([path]);
    assert.deepEqual(index.at(path), first);
  });

  it('tells nobody who does not listen any more', async () => {
    let calls = 0;
    const stop = index.onDidChange(() => calls++);
    stop();
    workspace.write('CR-2026-02-09-001', request('CR-2026-02-09-001'));
    await index.open(defaultPolicy);
    assert.equal(calls, 0);
  });

  it('gives records to its listeners as they are read', async () => {
    for (let number = 1; number <= 150; number++) {
      const id = `CR-2026-02-09-${String(number).padStart(3, '0')}`;
      workspace.write(id, request(id));
    }
    const sizes: number[] = [];
    index.onDidChange((changed) => sizes.push(changed.size));
    await index.open(defaultPolicy);
    assert.equal(index.all().length, 150);
    assert.ok(sizes.length > 1);
    assert.equal(
      sizes.reduce((sum, size) => sum + size, 0),
      150,
    );
  });

  it('shows a title in one line, however long and however many lines it is', async () => {
    const path = workspace.write(
      'CR-2026-02-09-001',
      request('CR-2026-02-09-001', 'CANCELLED', `a\u0007\u202e b ${'x'.repeat(10_000)}`),
    );
    await index.open(defaultPolicy);
    const title = index.at(path)?.summary.title ?? '';
    assert.equal(title.length, 200);
    assert.match(title, /^a b x+…$/);
  });
});
