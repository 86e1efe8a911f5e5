import { strict as assert } from 'node:assert';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { readRecord } from '../../../src/core/record/readRecord';
import { checkRecord } from '../../../src/core/rules/engine/lintRecord';
import { RecordIndex } from '../../../src/core/workspace/index/recordIndex';
import { RecordStore } from '../../../src/core/workspace/recordStore';
import { defaultPolicy } from '../../../src/core/workspace/policy/policy';
import { MemoryWorkspace, type MemoryFile } from '../../rules/memoryWorkspace';

const folder = 'docs/processes/change-requests';
const path = `${folder}/CR-2026-02-09-001.md`;
const text = '# CR-2026-02-09-001: Raise the limit\n\n**Status**: PROPOSED\n';

/** An index that says what it reads and checks. */
async function watched(count = 3) {
  const work: string[] = [];
  let now = Date.UTC(2026, 2, 13, 10);
  const store = new RecordStore(2, {
    read: (source) => {
      work.push(`read ${source.path.slice(-6, -3)}`);
      return readRecord(source);
    },
    check: (record, options) => {
      work.push(`check ${record.path.slice(-6, -3)}`);
      return checkRecord(record, options);
    },
  });
  const files = Array.from({ length: count }, (_, index): [string, { bytes: Uint8Array }] => {
    const id = `CR-2026-02-09-00${String(index + 1)}`;
    return [`${folder}/${id}.md`, { bytes: new TextEncoder().encode(text.replace('CR-2026-02-09-001', id)) }];
  });
  const workspace = new MemoryWorkspace(new Map(files));
  const index = new RecordIndex({ workspace, processes: builtInProcesses(), clock: { now: () => now }, store });
  await index.open(defaultPolicy);
  work.length = 0;
  /** What a face does that needs the record: asks for it, and for what is found in it. */
  const ask = async (): Promise<number> => {
    const record = (await index.record(path)) ?? assert.fail(path);
    return index.check(record).findings.length;
  };
  return { index, work, ask, nextDay: () => (now += 24 * 3_600_000) };
}

describe('the record store', () => {
  it('reads and checks a record once a keystroke, whatever else asks for it', async () => {
    const { index, work, ask } = await watched();
    for (const letter of ['a', 'b', 'c']) {
      work.length = 0;
      await index.setOverlay(path, `${text}\n${letter}\n`);
      // Diagnostics, lenses, hints, tree, panel, code actions, hovers.
      for (let face = 0; face < 7; face++) await ask();
      assert.deepEqual(work, ['read 001', 'check 001'], letter);
    }
  });

  it('finds the same as the index shows', async () => {
    const { index, ask } = await watched();
    await index.setOverlay(path, `${text}\n**Status**: APPROVED\n`);
    assert.equal(await ask(), index.at(path)?.findings.length);
  });

  it('reads a companion that changes as a part of its record', async () => {
    const { index, work, ask } = await watched();
    const companion = `${folder}/CR-2026-02-09-001-IMPACT-ASSESSMENT.md`;
    await index.setOverlay(companion, '# Impact Assessment\n');
    await index.update([companion]);
    await ask();
    assert.ok(work.filter((each) => each === 'read 001').length <= 2, work.join());
  });

  it('checks again what the policy, the day or another record changes, without reading it again', async () => {
    const { index, work, ask, nextDay } = await watched();
    await ask();
    work.length = 0;
    nextDay();
    await ask();
    assert.deepEqual(work, ['check 001']);
    index.setBaseline(undefined);
    await ask();
    assert.deepEqual(work, ['check 001', 'check 001']);
  });

  it('does not keep what was checked while the requirements were still being read', async () => {
    const matrix = defaultPolicy.requirements;
    const encoded = (words: string): MemoryFile => ({ bytes: new TextEncoder().encode(words) });
    const files = new Map([[path, encoded(`${text}\nServes REQ-002.\n`)]]);
    const workspace = new MemoryWorkspace(files);
    const index = new RecordIndex({
      workspace,
      processes: builtInProcesses(),
      clock: { now: () => Date.UTC(2026, 2, 13) },
    });
    await index.open(defaultPolicy);
    const record = (await index.record(path)) ?? assert.fail(path);
    files.set(matrix, encoded('- REQ-001\n'));
    const opening = index.open(defaultPolicy);
    // A face that was about to check when the refresh began.
    index.check(record);
    await opening;
    const isUnknown = ({ code }: { readonly code: string }): boolean => code === 'CG710';
    assert.ok(index.at(path)?.findings.some(isUnknown), 'the index');
    assert.ok(index.check(record).findings.some(isUnknown), 'the store');
  });

  it('keeps only the records that were asked for last', async () => {
    const { index, work } = await watched();
    for (const number of [1, 2, 3, 1]) await index.record(`${folder}/CR-2026-02-09-00${String(number)}.md`);
    assert.deepEqual(
      work.filter((each) => each === 'read 001'),
      ['read 001', 'read 001'],
    );
  });

  it('keeps none where a report is made', () => {
    const reads: string[] = [];
    const store = new RecordStore(0, {
      read: (source) => {
        reads.push(source.path);
        return readRecord(source);
      },
      check: checkRecord,
    });
    const [process] = builtInProcesses();
    const source = { process: process ?? assert.fail(), path, text };
    assert.notEqual(store.read(source), store.read(source));
    assert.equal(reads.length, 2);
  });
});
