import { strict as assert } from 'node:assert';
import {
  linkTo,
  markdownLinks,
  pathAround,
  relativePath,
  resolveLink,
} from '../../../../src/core/workspace/references/links';

const targets = (text: string): string[] =>
  markdownLinks(text).map(({ span, target }) => {
    assert.equal(text.slice(span.start, span.end), target);
    return target;
  });

describe('links of a Markdown text', () => {
  it('are found in every form', () => {
    const text = [
      '[a](a.md) ![p](<p q.png> "title") [b]( b_(1).md#x )',
      '',
      '[ref]: ../r.md "title"',
      '',
      '<a href="h.md">h</a> [`code`](c.md)',
    ].join('\n');
    assert.deepEqual(targets(text), ['a.md', 'p q.png', 'b_(1).md#x', '../r.md', 'h.md', 'c.md']);
  });

  it('are none in code, comments and front matter', () => {
    const text = [
      '---\nlink: "[a](a.md)"\n---\n',
      '`[a](a.md)` ``x ` [a](a.md)`` [b](b.md)',
      '',
      '```\n[a](a.md)\n```',
      '<!-- [a](a.md) -->',
      '',
      '    [a](a.md)',
    ].join('\n');
    assert.deepEqual(targets(text), ['b.md']);
  });

  it('are found in linear time', () => {
    for (const piece of ['](', '](a(', '](<', '[', '`', '[a]: ', 'href="', '``` ', '`x``'])
      markdownLinks(piece.repeat(Math.floor(300_000 / piece.length)));
  });
});

describe('where a link leads', () => {
  const path = (from: string, target: string): string | undefined => resolveLink(from, target)?.path;

  it('is counted from the file, or from the root of the workspace', () => {
    assert.equal(path('docs/a/x.md', './y.md#z'), 'docs/a/y.md');
    assert.equal(path('docs/a/x.md', '../b/my%20y.md?plain=1'), 'docs/b/my y.md');
    assert.equal(path('docs/a/x.md', '/docs/y.md'), 'docs/y.md');
    assert.equal(path('docs/a/x.md', 'y\\(1\\).md'), 'docs/a/y(1).md');
  });

  it('is nowhere for addresses, for places in the file itself and for what lies outside', () => {
    for (const target of ['https://example.com/y.md', 'mailto:a@b', '//host/y.md', '#heading', '../../../y.md', ''])
      assert.equal(resolveLink('docs/a/x.md', target), undefined, target);
  });

  it('stays the same when it is written again, in its own manner', () => {
    const again = (target: string, to: string, angled = false): string =>
      linkTo('docs/a/old/x.md', { path: to, rest: resolveLink('docs/a/x.md', target)?.rest ?? '' }, { target, angled });
    assert.equal(again('y.md#z', 'docs/a/y.md'), '../y.md#z');
    assert.equal(again('./y.md', 'docs/a/old/y.md'), './y.md');
    assert.equal(again('/docs/a/y.md', 'docs/a/old/y.md'), '/docs/a/old/y.md');
    assert.equal(again('my%20y.md', 'docs/a/my y.md'), '../my%20y.md');
    assert.equal(again('my y.md', 'docs/a/my y.md', true), '../my y.md');
    assert.equal(again('../', 'docs'), '../../../docs/');
    assert.equal(relativePath('a.md', 'b/c.md'), 'b/c.md');
  });
});

describe('a path in a text', () => {
  it('ends where its name does', () => {
    const text = '// (docs/x/CR-2026-02-09-001.md): see https://host/CR-2026-02-09-001.';
    const at = (start: number): string => pathAround(text, { start, end: start + 17 }).path;
    assert.equal(at(text.indexOf('CR-')), 'docs/x/CR-2026-02-09-001.md');
    assert.equal(at(text.lastIndexOf('CR-')), '//host/CR-2026-02-09-001');
  });
});
