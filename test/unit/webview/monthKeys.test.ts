import { strict as assert } from 'node:assert';
import { dayAfterKey } from '../../../src/webview/monthKeys';

describe('the keys in a month', () => {
  const keys: readonly (readonly [key: string, from: string, to: string | undefined])[] = [
    ['ArrowRight', '2026-02-28', '2026-03-01'],
    ['ArrowLeft', '2026-03-01', '2026-02-28'],
    ['ArrowUp', '2026-01-05', '2025-12-29'],
    ['ArrowDown', '2028-02-27', '2028-03-05'],
    ['Home', '2026-03-01', '2026-02-23'],
    ['End', '2026-03-02', '2026-03-08'],
    ['PageUp', '2026-03-31', '2026-02-28'],
    ['PageDown', '2026-12-31', '2027-01-31'],
    ['a', '2026-03-02', undefined],
  ];
  for (const [key, from, to] of keys)
    it(`${key} on ${from} leads to ${to ?? 'nothing'}`, () => {
      assert.equal(dayAfterKey(from, key), to);
    });
});
