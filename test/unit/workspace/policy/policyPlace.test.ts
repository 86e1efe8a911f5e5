import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { policyPlace } from '../../../../src/core/workspace/policy/policyPlace';

/** The place of the cursor `¦`: path, what is expected, the word it is in. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const place = policyPlace(text, offset);
  if (!place) return undefined;
  return `${place.path.join('/')} ${place.expects} "${text.slice(place.word.start, place.word.end)}"`;
}

describe('a place in the policy', () => {
  for (const [text, expected] of [
    ['¦', ' key ""'],
    ['ver¦', ' key "ver"'],
    ['version: ¦', 'version value ""'],
    ['version: 1\nzone: Eu¦', 'zone value "Eu"'],
    ['folders:\n  ¦', 'folders key ""'],
    ['folders:\n  change-requests: [a]\n  cha¦', 'folders key "cha"'],
    ['folders:\n  change-requests: [a]\nru¦', ' key "ru"'],
    ['rules:\n  CG101: o¦', 'rules/CG101 value "o"'],
    ['rules:\n  CG101:\n    severity: ¦', 'rules/CG101/severity value ""'],
    ['processes:\n  x:\n    roles:\n      - ¦', 'processes/x/roles/0 key ""'],
    ['processes:\n  x:\n    roles:\n      - id: a\n        la¦', 'processes/x/roles/0 key "la"'],
    ['processes:\n  x:\n    roles:\n    - id: a\n      la¦', 'processes/x/roles/0 key "la"'],
    ['processes:\n  x:\n    roles:\n    - id: a\n    - i¦', 'processes/x/roles/0 key "i"'],
    ['processes:\n  x:\n    roles:\n    - id: a\n    to¦', 'processes/x key "to"'],
    [
      'processes:\n  x:\n    roles:\n      - required-when:\n          any:\n            - ¦',
      'processes/x/roles/0/required-when/any/0 key ""',
    ],
    [
      'processes:\n  x:\n    documents:\n      - template: |\n          # Title\n        req¦',
      'processes/x/documents/0 key "req"',
    ],
    ['processes:\n  x:\n    documents:\n      - template: |\n          # Ti¦', undefined],
    ['processes:\n  x:\n    documents:\n      - template: |\n          key: ¦', undefined],
    ['# comment ¦', undefined],
    ['rules: { CG¦', undefined],
    ['version: 1 ¦', undefined],
    ['version: 1\r\nzo¦\r\n', ' key "zo"'],
  ] as const) {
    it(`of ${JSON.stringify(text)} is ${expected ?? 'none'}`, () => {
      assert.equal(at(text), expected);
    });
  }

  it('knows the keys that stand beside it, above and below', () => {
    const siblings = (marked: string) => policyPlace(marked.replace('¦', ''), marked.indexOf('¦'))?.siblings;
    assert.deepEqual(siblings('version: 1\n¦\nrules:\n  CG101: off\nzone: UTC\n'), ['version', 'rules', 'zone']);
    assert.deepEqual(siblings('rules:\n  CG101: off\n  ¦\n  CG102: off\nzone: UTC\n'), ['CG101', 'CG102']);
    assert.deepEqual(siblings('a:\n  - id: x\n    ¦\n    label: y\n  - id: z\n    other: 1\n'), ['id', 'label']);
  });

  it('never throws, and its word holds the cursor', () => {
    const line = fc.constantFrom('a:', '  b: 1', '- c: x', '  - d', '   e: |', '', '# f', '- - g: h', '"i": {', '\t');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.nat({ max: 60 }), (lines, position) => {
        const text = lines.join('\n');
        const offset = Math.min(position, text.length);
        const place = policyPlace(text, offset);
        if (place) assert.ok(place.word.start <= offset && offset <= place.word.end);
      }),
    );
  });
});
