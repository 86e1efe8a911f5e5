import { strict as assert } from 'node:assert';
import { mock } from 'node:test';
import { DayWatch } from '../../../src/vscode/dayWatch';

const hour = 3_600_000;

describe('a window that stays open over midnight', () => {
  let now = 0;
  let zones: [place: string, zone: string][] = [];
  let told: string[] = [];
  let watch: DayWatch<string>;
  /** Time goes by, and timers with it. */
  const pass = (time: number): void => {
    for (let left = time; left > 0; left -= hour) {
      const step = Math.min(left, hour);
      now += step;
      mock.timers.tick(step);
    }
  };
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    now = Date.UTC(2026, 2, 12, 20);
    zones = [
      ['here', 'UTC'],
      ['there', 'Europe/Berlin'],
    ];
    told = [];
    watch = new DayWatch(
      { now: () => now },
      () => zones,
      (place) => told.push(place),
    );
    watch.look();
  });
  afterEach(() => {
    watch.dispose();
    mock.timers.reset();
  });

  it('reports the new day of each place, once, by the clocks of the place', () => {
    pass(3 * hour - 1);
    assert.deepEqual(told, []);
    pass(1);
    assert.deepEqual(told, ['there']);
    pass(hour);
    assert.deepEqual(told, ['there', 'here']);
    watch.look();
    pass(20 * hour);
    assert.deepEqual(told, ['there', 'here']);
    pass(4 * hour);
    assert.deepEqual(told, ['there', 'here', 'there', 'here']);
  });

  it('fires when the machine wakes, however late its timers are', () => {
    now += 50 * hour;
    watch.look();
    assert.deepEqual(told, ['here', 'there']);
    pass(hour);
    assert.deepEqual(told, ['here', 'there', 'there']);
  });

  it('reports nothing for a place that came, went or has other clocks', () => {
    pass(2.5 * hour);
    zones = [
      ['here', 'Asia/Tokyo'],
      ['new', 'UTC'],
    ];
    watch.look();
    pass(hour);
    assert.deepEqual(told, []);
    pass(0.5 * hour);
    assert.deepEqual(told, ['new']);
  });

  it('waits for nothing once it is over', () => {
    watch.dispose();
    pass(48 * hour);
    assert.deepEqual(told, []);
  });
});
