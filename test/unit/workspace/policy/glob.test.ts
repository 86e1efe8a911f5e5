import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { matchesGlob } from '../../../../src/core/workspace/policy/glob';

describe('patterns of a policy', () => {
  for (const [pattern, path, matches] of [
    ['docs/a.md', 'docs/a.md', true],
    ['docs/a.md', 'docs/a.mdx', false],
    ['a.md', 'docs/a.md', false],
    ['*.md', 'a.md', true],
    ['*.md', 'docs/a.md', false],
    ['docs/*', 'docs/', true],
    ['docs/*', 'docs/x/a.md', false],
    ['**', 'docs/x/a.md', true],
    ['**/a.md', 'a.md', true],
    ['**/a.md', 'docs/x/a.md', true],
    ['**/a.md', 'docs/ba.md', false],
    ['**/a.md', 'ba.md', false],
    ['docs/**', 'docs/x/a.md', true],
    ['docs/**', 'docsx/a.md', false],
    ['docs/**/a.md', 'docs/a.md', true],
    ['docs/**/a.md', 'docs/x/y/a.md', true],
    ['docs/**/a.md', 'docs/x/b.md', false],
    ['**/_archive/**', 'docs/_archive/2025/CR-2025-01-01-001.md', true],
    ['docs/?.md', 'docs/a.md', true],
    ['docs?a.md', 'docs/a.md', false],
    ['docs/?.md', 'docs/ü.md', true],
    ['docs/?.md', 'docs/😀.md', true],
    ['docs/(a+)+$.[md]', 'docs/(a+)+$.[md]', true],
    ['docs/[ab].md', 'docs/a.md', false],
    ['', '', true],
    ['', 'a', false],
  ] as const) {
    it(`"${pattern}" ${matches ? 'fits' : 'does not fit'} "${path}"`, () => {
      assert.equal(matchesGlob(path, pattern), matches);
    });
  }

  it('answers a pattern that a backtracking engine would never finish', () => {
    assert.equal(matchesGlob('a'.repeat(5000), `${'*a'.repeat(100)}b`), false);
    assert.equal(matchesGlob('a'.repeat(5000), `${'**/'.repeat(60)}b`), false);
  });

  it('fits every path that is written without a pattern', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (path) => {
        fc.pre(!/[*?]/.test(path));
        assert.equal(matchesGlob(path, path), true);
      }),
    );
  });
});
