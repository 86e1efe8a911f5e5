import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { measureWorld, readFields, worldTable, type WorldMeasurement } from './measureWorld';

describe('precision and recall on records of other shapes', () => {
  let measured: WorldMeasurement;

  before(async function () {
    this.timeout(60_000);
    measured = await measureWorld(join('test', 'corpus', 'world'));
    console.log([worldTable(measured), ...measured.differences].join('\n'));
  });

  it('are at least sixty', () => {
    assert.ok(measured.files >= 60, String(measured.files));
  });

  it('are all checked and labeled', () => {
    assert.deepEqual(measured.unlisted, []);
    assert.deepEqual(measured.unlabeled, []);
  });

  for (const field of readFields)
    it(`are read as a person reads them: ${field}`, () => {
      const { right, all } = measured.read[field];
      assert.equal(right, all);
    });

  it('have every contradiction found', () => {
    assert.equal(measured.planted.right, measured.planted.all);
  });

  it('have no error or warning that a reviewer would dispute', () => {
    assert.equal(measured.disputed, 0);
  });

  it('are not told that something is missing that stands there under another name', () => {
    assert.equal(measured.falselyMissing, 0);
  });

  it('have at most two errors and warnings in the median', () => {
    assert.ok(measured.median <= 2, String(measured.median));
  });
});
