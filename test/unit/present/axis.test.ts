import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { axisOf } from '../../../src/core/present/dashboard/axis';

describe('the scale of a chart', () => {
  it('has round numbers from zero on', () => {
    assert.deepEqual(axisOf([3, 11]).ticks, [0, 5, 10, 15]);
    assert.deepEqual(axisOf([0.3]).ticks, [0, 0.1, 0.2, 0.3]);
    assert.deepEqual(axisOf([-2, 1], 1).ticks, [-2, -1, 0, 1]);
    assert.deepEqual(axisOf([0]).ticks, [0, 1]);
    assert.deepEqual(axisOf([]).ticks, [0, 1]);
    assert.deepEqual(axisOf([1], 1).ticks, [0, 1]);
  });

  it('holds all values on a handful of steps', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e7, max: 1e7 }), { minLength: 1 }), (values) => {
        const { from, to, ticks } = axisOf(values);
        const slack = Math.max(1e-6, (to - from) * 1e-9);
        assert.ok(values.every((value) => value >= from - slack && value <= to + slack));
        assert.ok(ticks.length >= 2 && ticks.length <= 7 && ticks.includes(0));
      }),
    );
  });
});
