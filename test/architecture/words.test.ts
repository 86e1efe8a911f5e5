import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Words that a stranger stumbles over, each with what to write instead. */
const instead: readonly (readonly [pattern: RegExp, write: string])[] = [
  [/[\u00ab\u00bb]/, 'straight quotes'],
  [/\b[Aa]new\b/, 'again'],
  [/\b[Ww]hoever\b/, 'anyone who'],
  [/\b(?:is|are|was|were) told\b/, 'is shown, is reported, is notified'],
  [/\btold of\b/, 'reported, notified of'],
  [/\bby nobody\b/, 'name the actor'],
  [/\bheading of the poor\b/, 'bold line used as a heading'],
  [/normalis|initialis|summaris|recognis|organis|colour|behaviour|neighbour|catalogue|judgement/i, 'American spelling'],
];

/** Regular expressions that read the quotes of records; a class of quotes is no quote of ours. */
const readsQuotes = /[“”‘’]/;

describe('the words of code, interface and documents', () => {
  it('are plain', () => {
    const files = execFileSync('git', ['ls-files', 'src', 'docs', 'package.json', 'README.md', 'CONTRIBUTING.md'], {
      encoding: 'utf8',
    })
      .split('\n')
      .filter((file) => /\.(?:ts|md|json)$/.test(file));
    assert.ok(files.length > 100);
    const found = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          instead
            .filter(([pattern]) => pattern.test(line) && !readsQuotes.test(line))
            .map(([, write]) => `${file}:${String(index + 1)} ${line.trim().slice(0, 80)} (write: ${write})`),
        ),
    );
    assert.deepEqual(found, []);
  });
});
