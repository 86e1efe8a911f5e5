import { strict as assert } from 'node:assert';
import { decodeText, largestFile, limitText, longestLine } from '../../../src/core/text/decodeText';

function decode(bytes: Uint8Array, size = bytes.length) {
  return decodeText(bytes, size);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decoding a file', () => {
  it('takes UTF-8 and leaves the byte order mark out of the text, as an editor does', () => {
    assert.deepEqual(decode(utf8('\ufeff# José 🚚\r\n')), {
      kind: 'text',
      text: '# José 🚚\r\n',
      hasByteOrderMark: true,
      cut: 'none',
    });
  });

  it('refuses what is no UTF-8: UTF-16, NUL bytes, Latin-1, a picture', () => {
    const files = [
      new Uint8Array([0xff, 0xfe, 0x23, 0x00]),
      new Uint8Array([0xfe, 0xff, 0x00, 0x23]),
      utf8('# CR\u0000'),
      new Uint8Array([0x4a, 0x6f, 0x73, 0xe9]),
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ];
    for (const bytes of files) {
      const decoded = decode(bytes);
      assert.ok(decoded.kind === 'unreadable' && /^The file .*\.$/.test(decoded.reason));
    }
  });

  for (const eol of ['\n', '\r\n', '\r']) {
    it(`cuts a large file at the end of a line that ends with ${JSON.stringify(eol)}`, () => {
      const line = `- Zürich${eol}`;
      const whole = utf8(line.repeat(100_000));
      const decoded = decode(whole.subarray(0, largestFile), whole.length);
      assert.ok(decoded.kind === 'text');
      assert.equal(decoded.cut, 'file');
      assert.ok(decoded.text.endsWith(eol));
      assert.ok(decoded.text.length > largestFile / 2);
      assert.equal(decoded.text.replaceAll(line, ''), '');
    });

    it(`reads up to a line that is too long, with ${JSON.stringify(eol)}`, () => {
      const before = `# CR${eol}- a line${eol}`.repeat(8000);
      const text = `${before}${'x'.repeat(longestLine + 1)}${eol}after`;
      assert.deepEqual(limitText(text), { text: before, cut: 'line' });
      assert.deepEqual(limitText(before), { text: before, cut: 'none' });
    });
  }

  it('takes a line of just the limit', () => {
    const text = `${'x'.repeat(longestLine)}\n${'y'.repeat(longestLine)}`;
    assert.equal(limitText(text).cut, 'none');
  });

  it('limits the text of an editor in the same way', () => {
    const limited = limitText('- a line\n'.repeat(100_000));
    assert.equal(limited.cut, 'file');
    assert.ok(limited.text.length <= largestFile && limited.text.endsWith('\n'));
  });
});
