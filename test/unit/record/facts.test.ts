import assert from 'node:assert/strict';
import { once, type FactKeeper } from '../../../src/core/record/facts';

describe('facts of a record', () => {
  const keeper = (): FactKeeper => ({ facts: new Map() });

  it('are worked out once for each record, whatever comes out', () => {
    for (const answer of [{ any: 'thing' }, 0, undefined]) {
      let times = 0;
      const fact = once(() => {
        times++;
        return answer;
      });
      const record = keeper();
      assert.equal(fact(record), answer);
      assert.equal(fact(record), answer);
      assert.equal(times, 1);
    }
  });

  it('are not those of another record, nor those of another question', () => {
    const [one, other] = [keeper(), keeper()];
    const name = once((record: FactKeeper) => (record === one ? 'one' : 'other'));
    const size = once((record: FactKeeper) => record.facts.size);
    assert.deepEqual([name(one), name(other), size(one), name(one)], ['one', 'other', 1, 'one']);
  });

  it('are asked again after a failure', () => {
    let times = 0;
    const fact = once(() => {
      if (times++ === 0) throw new Error('the first time');
      return times;
    });
    const record = keeper();
    assert.throws(() => fact(record), /the first time/);
    assert.equal(fact(record), 2);
  });
});
