import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { distributionOf, quantile } from '../../../src/core/present/metrics/distribution';

const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 });

describe('quantiles', () => {
  it('lie between the least and the greatest value, in their order', () => {
    fc.assert(
      fc.property(values, (some) => {
        const { min, lowerQuartile, median, upperQuartile, p90, max } = distributionOf(some);
        const all = [min, lowerQuartile, median, upperQuartile, p90, max] as number[];
        assert.deepEqual(
          all,
          [...all].sort((a, b) => a - b),
        );
        assert.deepEqual([min, max], [Math.min(...some), Math.max(...some)]);
      }),
    );
  });

  it('have at least their share of the values at or below them', () => {
    fc.assert(
      fc.property(values, fc.double({ noNaN: true, min: 0, max: 1 }), (some, share) => {
        const sorted = [...some].sort((a, b) => a - b);
        const found = quantile(sorted, share);
        const below = sorted.filter((value) => value <= found).length;
        assert.ok(below >= Math.floor((sorted.length - 1) * share) + 1);
      }),
    );
  });

  it('do not depend on the order, and move with the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }),
        fc.integer({ min: -50, max: 50 }),
        (some, by) => {
          assert.deepEqual(distributionOf([...some].reverse()), distributionOf(some));
          const moved = distributionOf(some.map((value) => value + by)).median ?? 0;
          assert.ok(Math.abs(moved - ((distributionOf(some).median ?? 0) + by)) < 1e-9);
        },
      ),
    );
  });
});
