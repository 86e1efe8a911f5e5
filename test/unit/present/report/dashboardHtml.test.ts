import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { dashboardOf } from '../../../../src/core/present/dashboard/dashboard';
import { dashboardHtml } from '../../../../src/core/present/overview/dashboardHtml';
import { knownOf } from '../../../../src/core/present/overview/known';
import { chart, chartNames } from '../../../../src/core/present/dashboard/charts';
import { contrast, darkPalette, lightPalette } from '../../../../src/core/present/svg/palette';
import { standalone } from '../../../../src/core/present/svg/picture';
import { changeRecord, inputOf, proposed } from '../portfolioRecords';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64');
const hostile = '</title></style><script>alert(1)</script><img src=x onerror=alert(2)>" onload="x\u202e&amp; ]]>';

function pageOf(title: string): string {
  const input = inputOf(
    [
      proposed('CR-2026-03-10-001', { title, risk: ['High', 'Low'], files: '/src/a.ts' }),
      proposed('CR-2026-03-10-002', { title, files: '/src/a.ts', upstream: 'CR-2026-03-10-001: x' }),
      changeRecord('CHG-20260312-001', 'Emergency', '**Status**: IN_PROGRESS\n**Implemented**: 2026-03-12', title),
    ],
    { freezes: [{ name: title, from: '2026-03-14', to: '2026-03-20', reason: title }] },
  );
  return dashboardHtml(dashboardOf(input), knownOf(input, title), title, sha256);
}

describe('the dashboard as a page', () => {
  it('allows nothing but its own style sheet, which it names by its hash', () => {
    const page = pageOf('A change');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? '';
    assert.equal(
      policy.replace(/&#39;/g, "'"),
      `default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'`,
    );
    assert.doesNotMatch(
      page,
      /<script|\sstyle=|\son\w+=|javascript:|https?:\/\/(?!www\.w3\.org\/2000\/svg)|@import|url\(/i,
    );
  });

  it('40: keeps titles, names and reasons words', () => {
    const tags = (page: string): string[] => [...new Set(page.match(/<[a-z][a-z0-9]*/gi))].sort();
    const page = pageOf(hostile);
    assert.deepEqual(tags(page), tags(pageOf('A change')));
    assert.doesNotMatch(page, /<img|<script|\u202e/);
    assert.ok(page.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
  });

  it('has a heading for each part, a caption for each table, and a scope for each head', () => {
    const page = pageOf('A change');
    assert.equal([...page.matchAll(/<h1/g)].length, 1);
    for (const [, table = ''] of page.matchAll(/<table([^>]*)>(?!<caption)/g)) assert.match(table, /aria-label/);
    for (const [, head = ''] of page.matchAll(/<th([^e>][^>]*)>/g)) assert.match(head, /scope="(?:row|col)"/);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, target = ''] of page.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(target));
  });

  it('says what there is to say where there are no records', () => {
    const input = inputOf([], { windows: [] });
    const page = dashboardHtml(dashboardOf(input), knownOf(input, 'Empty'), 'Empty', sha256);
    for (const words of [
      'No record is open.',
      'Nothing waits.',
      'Nothing is due.',
      'No two open records name the same file.',
      'Nothing is scheduled, due or frozen.',
      'No value yet.',
    ])
      assert.ok(page.includes(words), words);
  });
});

describe('the colors of the page', () => {
  it('have the contrast that WCAG AA asks of text, light and dark', () => {
    for (const palette of [lightPalette, darkPalette]) {
      const { background, text, muted, accent, warning, error, soft, tones } = palette;
      for (const color of [text, muted, accent, warning, error])
        assert.ok(contrast(color, background) >= 4.5, `${color} on ${background}`);
      for (const tone of tones) assert.ok(contrast(text, tone) >= 4.5, tone);
      // Bars are distinguished from their tracks.
      assert.ok(contrast(accent, soft) >= 3);
    }
  });
});

describe('the charts of the dashboard', () => {
  it('40: are well formed pictures in which hostile titles stay words', () => {
    const { portfolio, metrics } = dashboardOf(
      inputOf([proposed('CR-2026-03-10-001', { title: hostile, risk: ['High', 'Low'] })]),
    );
    for (const name of chartNames) {
      const svg = chart(name, portfolio, metrics, standalone);
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
      assert.doesNotMatch(svg, /<script|<img|\son\w+=|\u202e|NaN|undefined|Infinity/, name);
      const open = [...svg.matchAll(/<(?!\/)[a-z]+(?:\s[^<>]*)?(?<!\/)>/g)].length;
      assert.equal(open, [...svg.matchAll(/<\/[a-z]+>/g)].length, name);
      assert.match(svg, /<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
    }
  });
});
