import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { blockAt, blocksWithin } from '../../../src/core/markdown/blocksWithin';
import { scan } from '../../../src/core/markdown/scan';

describe('pieces of a text by their place', () => {
  const text = readFileSync('examples/docs/processes/change-requests/CR-2026-02-09-001.md', 'utf8').slice(0, 6000);
  const scanned = scan(text);

  it('are found at every offset, the innermost one', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const around = scanned.blocks.filter(({ span }) => span.start <= offset && offset < span.end);
      assert.equal(blockAt(scanned, offset), around.at(-1), `at ${String(offset)}`);
    }
  });

  it('are found within every span', () => {
    for (let start = 0; start < text.length; start += 97) {
      for (let end = start; end <= text.length; end += 391) {
        const inside = scanned.blocks.filter(({ span }) => start <= span.start && span.end <= end);
        assert.deepEqual(blocksWithin(scanned, { start, end }), inside);
      }
    }
  });
});
