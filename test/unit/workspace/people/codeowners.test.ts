import { strict as assert } from 'node:assert';
import { ownersIn, ownersOf, readCodeowners } from '../../../../src/core/workspace/people/codeowners';

const rules = readCodeowners(
  [
    '# Who owns what',
    '*                @parcel/platform',
    '*.sql            @dana  dana@example.com # the database',
    '/docs/           @parcel/writers',
    'infra/*          @ops',
    'src/**/links     @links',
    '/docs/generated',
    '[Section] @default',
    'vendor/ not-an-owner @vendors',
  ].join('\r\n'),
);

describe('CODEOWNERS', () => {
  it('names owners, each once', () => {
    assert.deepEqual(ownersIn(rules), [
      '@parcel/platform',
      '@dana',
      'dana@example.com',
      '@parcel/writers',
      '@ops',
      '@links',
      '@vendors',
    ]);
  });

  it('gives a path to the last rule that fits', () => {
    assert.deepEqual(ownersOf(rules, 'src/upload.ts'), ['@parcel/platform']);
    assert.deepEqual(ownersOf(rules, 'src/db/001.sql'), ['@dana', 'dana@example.com']);
    assert.deepEqual(ownersOf(rules, 'docs/processes/x.md'), ['@parcel/writers']);
    assert.deepEqual(ownersOf(rules, 'api/docs/x.md'), ['@parcel/platform']);
    assert.deepEqual(ownersOf(rules, 'infra/main.tf'), ['@ops']);
    assert.deepEqual(ownersOf(rules, 'infra/eu/main.tf'), ['@parcel/platform']);
    assert.deepEqual(ownersOf(rules, 'src/a/b/links/sign.ts'), ['@links']);
    assert.deepEqual(ownersOf(rules, 'docs/generated/x.md'), []);
    assert.deepEqual(ownersOf(rules, 'third/vendor/x.c'), ['@vendors']);
  });

  it('is not slow on patterns that are made to be', () => {
    const slow = readCodeowners(`${'*a'.repeat(200)} @x\n${'**/'.repeat(150)}x @y\n`);
    assert.deepEqual(ownersOf(slow, `${'a'.repeat(5000)}b`), []);
    assert.deepEqual(ownersOf(slow, `${'a/'.repeat(200)}b`), []);
  });
});
