import { strict as assert } from 'node:assert';
import { RecordIndex, type IndexServices } from '../../../../src/core/workspace/index/recordIndex';
import { defaultPolicy } from '../../../../src/core/workspace/policy/policy';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import { MemoryWorkspace, type MemoryFile } from '../../../rules/memoryWorkspace';

const folder = 'docs/processes/change-requests';
const pathOf = (number: number): string => `${folder}/CR-2026-02-09-${String(number).padStart(3, '0')}.md`;

/** An index over some drafts, whose clock goes on by some milliseconds whenever it is read. */
function indexOver(count: number, step: number, more: Partial<IndexServices> = {}): RecordIndex {
  const bytes = new TextEncoder().encode('# Change Request\n\n**Status**: DRAFT\n');
  const files = new Map<string, MemoryFile>(
    Array.from({ length: count }, (_, index) => [pathOf(index + 1), { bytes }]),
  );
  let now = Date.UTC(2026, 2, 13);
  return new RecordIndex({
    workspace: new MemoryWorkspace(files),
    processes: builtInProcesses(),
    clock: { now: () => (now += step) },
    ...more,
  });
}

describe('a long pass of the index', () => {
  it('lets others work every few milliseconds, and not between all records', async () => {
    let pauses = 0;
    const pause = () => {
      pauses++;
      return Promise.resolve();
    };
    await indexOver(100, 1, { pause }).open(defaultPolicy);
    assert.ok(pauses > 5 && pauses < 60, String(pauses));
  });

  it('ends in a pause in which it is asked to, with what it has read by then', async () => {
    const signal = { aborted: false };
    let pauses = 0;
    const pause = () => {
      signal.aborted = ++pauses === 3;
      return Promise.resolve();
    };
    const index = indexOver(1000, 10, { pause });
    let told = 0;
    index.onDidChange((changed) => (told += changed.size));
    await index.open(defaultPolicy, signal);
    assert.ok(index.all().length > 0 && index.all().length < 10);
    assert.equal(told, index.all().length);
  });

  it('tells of records while it goes on', async () => {
    const index = indexOver(200, 0);
    const sizes: number[] = [];
    index.onDidChange((changed) => sizes.push(changed.size));
    await index.open(defaultPolicy);
    assert.ok(sizes.length > 1);
    assert.equal(
      sizes.reduce((sum, size) => sum + size, 0),
      200,
    );
  });

  it('reads only what it is asked to, and knows the names of all', async () => {
    const index = indexOver(3, 0);
    assert.equal((await index.list(defaultPolicy)).length, 3);
    assert.deepEqual(index.all(), []);
    await index.load([pathOf(2)]);
    assert.deepEqual(
      index.all().map(({ summary }) => summary.path),
      [pathOf(2)],
    );
  });

  it('goes on behind a record that brings the reader down, and calls that an error', async () => {
    const errors: string[] = [];
    const processes = builtInProcesses().map((process) =>
      process.kind === 'change-request' ? { ...process, status: failing } : process,
    );
    const nothing = (): void => undefined;
    const logger = {
      debug: nothing,
      info: nothing,
      warn: nothing,
      error: (message: string) => {
        errors.push(message);
      },
    };
    const index = indexOver(2, 0, { processes, logger });
    await index.open(defaultPolicy);
    assert.deepEqual(
      index.all().map(({ findings }) => findings.map(({ code, severity }) => `${code} ${severity}`)),
      [['CG901 error'], ['CG901 error']],
    );
    assert.equal(errors.length, 2);
  });
});

function failing(text: string): undefined {
  if (text !== '') throw new Error('a fault');
  return undefined;
}
