import { strict as assert } from 'node:assert';
import { formatDuration, readDuration } from '../../../src/core/lifecycle/duration';
import { leastElapsed, mostElapsed } from '../../../src/core/lifecycle/elapsed';
import { readDate, type CalendarDate } from '../../../src/core/text/calendarDate';
import { isSamePerson, readPerson } from '../../../src/core/rules/approval/person';

function moment(text: string): CalendarDate {
  const read = readDate(text);
  assert.ok(read.kind === 'date');
  return read.date;
}

describe('a duration', () => {
  it('is one number and one unit, in the words that people use', () => {
    assert.deepEqual(readDuration('3 days'), { value: 3, unit: 'day' });
    assert.deepEqual(readDuration('**1 day**'), { value: 1, unit: 'day' });
    assert.deepEqual(readDuration('0.5d (at most)'), { value: 0.5, unit: 'day' });
    assert.deepEqual(readDuration('~4 hrs'), { value: 4, unit: 'hour' });
    assert.deepEqual(readDuration('2 Weeks'), { value: 2, unit: 'week' });
  });

  it('is not read where it cannot be added up', () => {
    for (const text of ['1-2 days', '1 day 4 hours', '[X hours/days]', 'a day', '3', '3 sprints', '']) {
      assert.equal(readDuration(text), undefined, text);
    }
  });

  it('is written with its unit in the right number', () => {
    assert.equal(formatDuration({ value: 1, unit: 'day' }), '1 day');
    assert.equal(formatDuration({ value: 2.5, unit: 'hour' }), '2.5 hours');
  });
});

describe('the time between two moments', () => {
  it('is exact where both have a time', () => {
    const [from, to] = [moment('2026-02-10 22:00 UTC'), moment('2026-02-11 01:30 UTC')];
    assert.equal(mostElapsed(from, to), 210);
    assert.equal(leastElapsed(from, to), 210);
  });

  it('is between two bounds where a day stands for all of its minutes', () => {
    const [from, to] = [moment('2026-02-10'), moment('2026-02-11')];
    assert.equal(leastElapsed(from, to), 0);
    assert.equal(mostElapsed(from, to), 2 * 24 * 60);
  });
});

describe('a person', () => {
  const same = (a: string, b: string): boolean => {
    const [one, other] = [readPerson(a), readPerson(b)];
    assert.ok(one && other);
    return isSamePerson(one, other);
  };

  it('is recognized by name or address, whatever stands around them', () => {
    assert.ok(same('Ana Ruiz <ana@example.com>', 'ana ruiz - Backend Engineer'));
    assert.ok(same('Ana Ruiz (CTO)', '**Ana Ruiz**'));
    assert.ok(same('ana@example.com', 'Ana Ruiz <ANA@example.com>'));
    assert.ok(same('@ana', '@ana'));
  });

  it('is another one where the address differs, and nobody is known by a first name alone', () => {
    assert.ok(!same('Ana Ruiz <ana@example.com>', 'Ana Ruiz <ana.r@example.com>'));
    assert.ok(!same('Ana', 'Ana'));
    assert.ok(!same('Ana Ruiz', 'Ana Ruiz-Lopez'));
    assert.equal(readPerson('____ (Date: ____)'), undefined);
  });
});
