import assert from 'node:assert/strict';
import { detached, detachedData } from '../../../src/core/text/detached';
import { remembered } from '../../../src/core/text/remembered';

describe('a function that remembers its answers', () => {
  it('works an answer out once, as long as the text is short', () => {
    const asked: string[] = [];
    const size = remembered(
      (text) => {
        asked.push(text);
        return text.length;
      },
      { most: 8, longest: 5 },
    );
    assert.deepEqual(['short', 'short', 'longer', 'longer'].map(size), [5, 5, 6, 6]);
    assert.deepEqual(asked, ['short', 'longer', 'longer']);
  });

  it('forgets all of them when there are too many', () => {
    const asked: string[] = [];
    const echo = remembered(
      (text) => {
        asked.push(text);
        return text;
      },
      { most: 2, longest: 5 },
    );
    for (const text of ['a', 'b', 'c', 'c', 'a']) assert.equal(echo(text), text);
    assert.deepEqual(asked, ['a', 'b', 'c', 'a']);
  });
});

describe('texts by themselves', () => {
  it('say the same as those that they were a part of', () => {
    const whole = 'The queue fills up – and nobody sees it 🙂';
    for (let end = 0; end <= whole.length; end++) assert.equal(detached(whole.slice(3, end)), whole.slice(3, end));
    const data = { title: whole.slice(4, 30), none: null, list: [whole.slice(0, 9), 7] };
    assert.deepEqual(detachedData(data), data);
  });
});
