import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { measureWorld, readFields, worldTable, type WorldMeasurement } from './measureWorld';

/** Ratchets: what was reached. They may only get better; the aims stand in {@link worldTable}. */
const reached = {
  read: { id: 72, title: 71, status: 67, type: 16, priority: 43 },
  planted: 14,
  unlisted: 0,
  disputed: 26,
  falselyMissing: 12,
  median: 2,
};

describe('records of other shapes', () => {
  let measured: WorldMeasurement;

  before(async function () {
    this.timeout(60_000);
    measured = await measureWorld(join('test', 'corpus', 'world'));
    console.log([worldTable(measured), ...measured.differences].join('\n'));
  });

  it('are at least sixty', () => {
    assert.ok(measured.files >= 60, String(measured.files));
  });

  it('are all labeled', () => {
    assert.deepEqual(measured.unlabeled, []);
  });

  it('are all checked', () => {
    assert.ok(measured.unlisted.length <= reached.unlisted, measured.unlisted.join(' '));
  });

  for (const field of readFields)
    it(`are read as a person reads them: ${field}`, () => {
      const { right, all } = measured.read[field];
      assert.ok(right >= reached.read[field], `${String(right)} of ${String(all)}`);
    });

  it('have their contradictions found', () => {
    assert.ok(measured.planted.right >= reached.planted, String(measured.planted.right));
  });

  it('have no more errors and warnings that a reviewer would dispute', () => {
    assert.ok(measured.disputed <= reached.disputed, String(measured.disputed));
  });

  it('are not told that something is missing that stands there under another name', () => {
    assert.ok(measured.falselyMissing <= reached.falselyMissing, String(measured.falselyMissing));
  });

  it('have few errors and warnings in the median', () => {
    assert.ok(measured.median <= reached.median, String(measured.median));
  });
});
