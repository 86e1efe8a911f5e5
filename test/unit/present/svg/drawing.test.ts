import { strict as assert } from 'node:assert';
import { element, fragment } from '../../../../src/core/present/svg/markup';
import { contrast, darkPalette, lightPalette } from '../../../../src/core/present/svg/palette';
import { roundedPath } from '../../../../src/core/present/svg/picture';
import { pictureStyles } from '../../../../src/core/present/svg/pictureStyles';
import { clipText, textWidth, wrapText } from '../../../../src/core/present/svg/textWidth';
import { readXml } from './wellFormed';

describe('the markup of pictures', () => {
  it('escapes words wherever they stand', () => {
    const words = `<script>&"'</script>`;
    const made = element('g', { 'aria-label': words }, words, fragment(words)).text;
    const { elements } = readXml(made);
    assert.deepEqual(
      elements.map(({ name }) => name),
      ['g'],
    );
  });

  it('leaves out what XML does not know and what turns the direction of writing', () => {
    const made = element('text', {}, 'a\u0000b\u202ec\ud800d\uffffe\nf').text;
    assert.equal(made, '<text>a b c\ufffdd\ufffde f</text>');
  });

  it('leaves out attributes without a value, and rounds numbers', () => {
    assert.equal(element('rect', { x: 1.23456, y: undefined, rx: 0 }).text, '<rect x="1.23" rx="0" />');
  });
});

describe('the measure of words', () => {
  it('knows that an i is narrower than an m, that marks have no width, and that East Asian scripts are wide', () => {
    assert.ok(textWidth('iiii', 13) < textWidth('mmmm', 13) / 2);
    assert.equal(textWidth('e\u0301', 13), textWidth('e', 13));
    assert.ok(textWidth('変更', 13) > 26);
  });

  it('wraps at blanks, and never beyond the width or the lines there are', () => {
    const text = 'Retry webhooks that were not answered by the receiver in the first place';
    const lines = wrapText(text, 13, 140, 3);
    assert.equal(lines.length, 3);
    assert.ok(lines.every((line) => textWidth(line, 13) <= 140));
    assert.ok(lines.at(-1)?.endsWith('…'));
    assert.equal(wrapText(text, 13, 140, 9).join(' '), text);
    assert.deepEqual(wrapText('  \n ', 13, 140, 3), []);
    assert.deepEqual(wrapText('x'.repeat(10_000), 13, 100, 2).length, 1);
  });

  it('never cuts a character in two', () => {
    assert.doesNotMatch(clipText('🚚🚚🚚🚚', 13, 40), /[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe('the paths of pictures', () => {
  it('round their corners only as far as there is room', () => {
    assert.equal(
      roundedPath(
        [
          [0, 0],
          [0, 8],
          [20, 8],
        ],
        7,
      ),
      'M0 0L0 4Q0 8 4 8L20 8',
    );
  });
});

for (const [name, palette] of Object.entries({ light: lightPalette, dark: darkPalette }))
  describe(`the ${name} palette`, () => {
    const { background, text, muted, line, accent, onAccent, done, warning, error, tones } = palette;

    it('has text of at least 4.5 to 1 on all that it stands on', () => {
      for (const color of [text, muted, warning, error, accent])
        assert.ok(
          contrast(color, background) >= 4.5,
          `${color} on ${background}: ${String(contrast(color, background))}`,
        );
      for (const tone of tones) assert.ok(contrast(text, tone) >= 4.5, `${text} on ${tone}`);
      assert.ok(contrast(onAccent, accent) >= 4.5);
    });

    it('has lines and marks of at least 3 to 1', () => {
      for (const color of [line, done, accent, warning, error]) assert.ok(contrast(color, background) >= 3, color);
      for (const tone of tones) assert.ok(contrast(text, tone) >= 3);
    });
  });

describe('the contrast of colors', () => {
  it('is computed as WCAG does', () => {
    assert.equal(Math.round(contrast('#000000', '#ffffff')), 21);
    assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
    assert.equal(contrast('#123456', '#123456'), 1);
  });
});

describe('the style sheet of pictures', () => {
  it('has colors for light, dark and forced ones, defines every variable that it uses, and loads nothing', () => {
    for (const styles of [pictureStyles('own'), pictureStyles('vscode', 'body')]) {
      assert.match(styles, /forced-colors: active/);
      const used = new Set([...styles.matchAll(/var\((--cg-[\w-]+)/g)].map(([, name]) => name));
      const defined = new Set([...styles.matchAll(/(--cg-[\w-]+):/g)].map(([, name]) => name));
      assert.deepEqual(
        [...used].filter((variable) => !defined.has(variable)),
        [],
      );
      assert.doesNotMatch(styles, /url\(|@import|[<&]/);
      assert.doesNotMatch(styles, /gradient|shadow|animation|transition/);
    }
    assert.match(pictureStyles('own'), /prefers-color-scheme: dark/);
  });
});
