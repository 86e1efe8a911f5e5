import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { browser } from './browser';
import { compare, readPng, writePng, type Image } from './compare';
import { webviewPage } from './pageList';
import { look } from './look';
import { openWebview } from './webviewPage';

/** What another version of a browser, or another machine, may do to the same page, as a transformation in CSS. */
const otherwise: readonly (readonly [what: string, transform: string])[] = [
  ['everything lies a fraction of a point farther right', 'translateX(0.1px)'],
  ['edges are smoothed on another grid', 'scale(1.0004)'],
];

/** Small things that somebody may do by mistake. */
const mistakes: readonly (readonly [what: string, make: () => void])[] = [
  [
    'a node moves by three pixels',
    () => {
      document.querySelector('.cg-lifecycle .cg-ahead')?.setAttribute('transform', 'translate(3 0)');
    },
  ],
  [
    'a state has the color of another one',
    () => {
      document.querySelector('.cg-lifecycle .cg-done')?.setAttribute('class', 'cg-node cg-ahead');
    },
  ],
  [
    'a sign is gone',
    () => {
      document.querySelector('.cg-lifecycle .cg-done .cg-glyph')?.remove();
    },
  ],
  [
    'the line of what is accepted is gone',
    () => {
      document.querySelector('.cg-threshold')?.remove();
    },
  ],
  [
    'a word is another one',
    () => {
      const title = document.querySelector('.cg-lifecycle .cg-ahead text');
      if (title) title.textContent = 'Execute Plan';
    },
  ],
  [
    'words are paler',
    () => {
      for (const words of document.querySelectorAll<HTMLElement>('.lines')) words.style.opacity = '0.6';
    },
  ],
  [
    'lines of drawings are twice as wide',
    () => {
      for (const shape of document.querySelectorAll<SVGElement>('.cg-shape')) shape.style.strokeWidth = '3px';
    },
  ],
];

describe('pictures are compared as an eye would', () => {
  const listed = webviewPage('change-request-in_progress');
  let page: Page;
  let expected: Image;

  before(async () => {
    page = await openWebview(listed, { theme: 'light', width: 700 });
    expected = await kept(page);
  });
  after(() => page.context().close());

  /** As it comes back from a file. */
  async function kept(from: Page): Promise<Image> {
    return readPng(writePng(await look(from)));
  }

  it('the same page looks the same every time', async () => {
    const again = await openWebview(listed, { theme: 'light', width: 700 });
    const { worst } = compare(await kept(again), expected);
    await again.context().close();
    assert.equal(worst, 0);
  });

  it('a browser that hints its glyphs makes no difference', async () => {
    const own = await browser(['--font-render-hinting=slight', '--enable-lcd-text', '--hide-scrollbars']);
    try {
      const other = await openWebview(listed, { theme: 'light', width: 700, browser: own });
      assert.equal(compare(await kept(other), expected).told, undefined);
    } finally {
      await own.close();
    }
  });

  for (const [what, transform] of otherwise)
    it(`it makes no difference when ${what}`, async () => {
      const other = await openWebview(listed, { theme: 'light', width: 700 });
      await other.locator('svg, h1, h2, p, li, dl').evaluateAll((all, value) => {
        for (const each of all)
          if (each instanceof SVGElement || each instanceof HTMLElement) each.style.transform = value;
      }, transform);
      const { told } = compare(await kept(other), expected);
      await other.context().close();
      assert.equal(told, undefined);
    });

  for (const [what, make] of mistakes)
    it(`it is seen when ${what}`, async () => {
      const changed = await openWebview(listed, { theme: 'light', width: 700 });
      await changed.evaluate(make);
      const { told } = compare(await kept(changed), expected);
      await changed.context().close();
      assert.notEqual(told, undefined);
    });
});
