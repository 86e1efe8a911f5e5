import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { printableDiff } from '../../../../src/core/text/printable';
import { unifiedDiff } from '../../../../src/core/text/unifiedDiff';

describe('a unified diff', () => {
  it('of equal texts is empty', () => {
    assert.equal(unifiedDiff('a.md', 'x\n', 'x\n'), '');
  });

  it('shows what changes with three lines around it, as git does', () => {
    const before = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n';
    assert.equal(
      unifiedDiff('docs/a.md', before, before.replace('five', 'FIVE')),
      [
        '--- a/docs/a.md',
        '+++ b/docs/a.md',
        '@@ -2,7 +2,7 @@',
        ' two',
        ' three',
        ' four',
        '-five',
        '+FIVE',
        ' six',
        ' seven',
        ' eight',
        '',
      ].join('\n'),
    );
  });

  it('names a file that is not there yet and one that goes away as git does', () => {
    assert.equal(unifiedDiff('a.md', undefined, 'x\n'), '--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+x\n');
    assert.equal(unifiedDiff('a.md', 'x\n', undefined), '--- a/a.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n');
  });

  it('says where a line ending is missing at the end', () => {
    assert.equal(
      unifiedDiff('a.md', 'x', 'x\n'),
      '--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n',
    );
  });

  it('of a text rewritten from end to end is one change, found at once', () => {
    const lines = (word: string): string => Array.from({ length: 9000 }, (_, n) => `${word} ${String(n)}\n`).join('');
    const diff = unifiedDiff('a.md', lines('old'), lines('new'));
    assert.equal(diff.match(/^@@/gm)?.length, 1);
    assert.equal(diff.match(/^\+new/gm)?.length, 9000);
  });

  it('is what git makes the other text of', function () {
    this.timeout(30_000);
    const folder = mkdtempSync(join(tmpdir(), 'changegate-diff-'));
    try {
      const line = fc.constantFrom('a', 'b', 'c', '', 'd\r', 'e ', '-f', '+g', '@@ -1 +1 @@');
      const text = fc
        .tuple(fc.array(line, { minLength: 1, maxLength: 30 }), fc.constantFrom('', '\n'))
        .map(([lines, end]) => lines.join('\n') + end);
      fc.assert(
        fc.property(text, text, (before, after) => {
          fc.pre(before !== after && before !== '' && after !== '');
          writeFileSync(join(folder, 'a.md'), before);
          execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
            cwd: folder,
            input: unifiedDiff('a.md', before, after),
            env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
          });
          assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), after);
        }),
        { numRuns: 60 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a diff in a terminal', () => {
  it('keeps its line endings and tabs, and steers nothing', () => {
    assert.equal(printableDiff('-a\u001b[31m\tb\r\n+\u202ec\r\n'), '-a [31m\tb\r\n+ c\r\n');
  });
});
