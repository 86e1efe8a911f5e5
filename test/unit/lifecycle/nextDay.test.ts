import { strict as assert } from 'node:assert';
import { nextDay } from '../../../src/core/lifecycle/nextDay';

describe('the next day', () => {
  const begins = (zone: string, now: string): string => new Date(nextDay(zone, Date.parse(now))).toISOString();

  it('begins at midnight by the clocks of the zone', () => {
    assert.equal(begins('UTC', '2026-03-12T23:59:59.999Z'), '2026-03-13T00:00:00.000Z');
    assert.equal(begins('UTC', '2026-03-12T00:00:00Z'), '2026-03-13T00:00:00.000Z');
    assert.equal(begins('Asia/Kolkata', '2026-03-12T12:00:00Z'), '2026-03-12T18:30:00.000Z');
  });

  it('is an hour nearer or farther where clocks are changed', () => {
    assert.equal(begins('Europe/Berlin', '2026-03-28T23:00:00Z'), '2026-03-29T22:00:00.000Z');
    assert.equal(begins('Europe/Berlin', '2026-10-24T22:00:00Z'), '2026-10-25T23:00:00.000Z');
  });
});
