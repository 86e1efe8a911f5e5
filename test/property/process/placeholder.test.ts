import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isPlaceholder, placeholders } from '../../../src/core/process/placeholder';
import { slice } from '../../../src/core/text/span';

const fragment = fc.constantFrom(
  '[',
  ']',
  '[Name]',
  '[ ]',
  '[x]',
  '(',
  ')',
  '____',
  '_',
  'YYYY-MM-DD',
  ' ',
  '\n',
  '\n\n',
  'XX',
  'N',
  ' files',
  '+/- ',
  '...',
  'TBD',
  'or',
  '|',
  '\\',
  '<!--',
  '-->',
  'CR-XXXX',
  '#NNN',
  '- ',
  '1. ',
  '**',
  'word',
  '\u0000',
  '\ud83d',
  '漢',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join('')),
);
const word = fc
  .stringMatching(/^[a-z]{3,9}[0-9]?$/)
  .filter((each) => !/^(?:tbd|todo|pending|and|utc|date|ddd|xxx+|yyy+|none)$/.test(each));
const placeholder = fc.constantFrom(
  '[Name]',
  '[A | B]',
  'YYYY-MM-DD',
  '____',
  'XX ms',
  'CR-XXXX',
  '#NNN',
  '+/- XX',
  'N files',
  '[L/M/H]',
);
const glue = fc.constantFrom(' ', ' - ', '\n', ', ', ': ', ' | ', '\n- ');

describe('placeholders, of any text', () => {
  it('never throw, and are spans of the text, in order and apart', () => {
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (any, template) => {
        isPlaceholder(any, template);
        let end = 0;
        for (const span of placeholders(any)) {
          assert.ok(span.start >= end && span.end > span.start && span.end <= any.length);
          assert.equal(slice(any, span).trim(), slice(any, span));
          end = span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('make an unfilled text out of any number of them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(placeholder, glue), { minLength: 1, maxLength: 8 }), (parts) => {
        assert.equal(isPlaceholder(parts.flat().join('')), true);
      }),
    );
  });

  it('never hide a word that somebody wrote', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(placeholder, glue), { maxLength: 5 }),
        fc.array(word, { minLength: 1, maxLength: 5 }),
        (parts, words) => {
          const before = parts.flat().join('');
          assert.equal(isPlaceholder(`${before}${words.join(' ')}`), false);
          assert.equal(isPlaceholder(`${words.join(' ')}\n${before}`), false);
          assert.equal(isPlaceholder(words.join(' '), '[What is changing?]'), false);
        },
      ),
    );
  });

  it('make every text unfilled against itself as the template', () => {
    fc.assert(
      fc.property(text, (any) => {
        fc.pre(any !== '');
        assert.equal(isPlaceholder(any, any), true);
      }),
    );
  });

  it('cost no more than the length of the text, whatever it is', () => {
    const size = 200_000;
    const bombs = [
      '[',
      ']',
      '[]',
      '[a',
      '... ',
      '…',
      '!',
      '_',
      '[x](',
      '<!--',
      'X',
      'N ',
      '+/- ',
      '\\',
      'a-',
      'XXX-',
      '(',
      '- ',
      '`',
      '\n[',
      '[a]:',
    ];
    for (const bomb of bombs) {
      const long = bomb.repeat(size / bomb.length);
      isPlaceholder(`${long}a`, `${long}b`);
      placeholders(long);
    }
  }).timeout(20_000);
});
